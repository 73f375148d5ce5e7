using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

public sealed class ExclusionMotionTests
{
    private static readonly GeneralAssembly Halves = Sittings.Regular with
    {
        Votes = new VoteTable([new("a", 51, 51), new("b", 29, 29), new("c", 20, 20)]),
        Present = ["a", "b", "c"],
    };

    private static readonly Motion ExcludeA = Halves.Motion(AssemblyMatter.Exclusion, "a", "b", "c") with { MemberToExclude = "a" };

    [Fact]
    public void A_member_with_half_of_the_votes_cannot_be_excluded_by_the_letter_of_the_text()
    {
        var result = MotionDecision.Decide(Halves, ExcludeA);

        result.IsPassed.ShouldBeFalse();
        var share = result.Of("assembly.exclusion-share");
        (share.Reached, share.Needed).ShouldBe((49, 50));
        share.Sentence.ToString().ShouldContain("100 voix de l’assemblée (celles de a comprises)");
    }

    [Fact]
    public void Without_its_votes_in_the_denominator_it_can()
    {
        var result = MotionDecision.Decide(Halves.With(AssemblySettings.ExclusionCountsTheMember, false), ExcludeA);

        (result.Of("assembly.exclusion-share").Reached, result.Of("assembly.exclusion-share").Needed).ShouldBe((49, 25));
        result.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void The_member_concerned_does_not_vote()
    {
        var result = MotionDecision.Decide(Halves, ExcludeA);

        result.For.ShouldBe(49);
        result.Violations.Single().Code.ShouldBe("assembly.ballot-barred");
    }

    [Fact]
    public void The_share_may_be_read_as_votes_there_rather_than_votes_for()
    {
        var excludeC = Sittings.Regular.Motion(AssemblyMatter.Exclusion, "a") with { MemberToExclude = "c" };
        var there = Sittings.Regular.Absent("d").With(AssemblySettings.ExclusionShareMustAgree, false);

        MotionDecision.Decide(Sittings.Regular.Absent("d"), excludeC).Of("assembly.exclusion-share").Reached.ShouldBe(40);
        var result = MotionDecision.Decide(there, excludeC);
        result.Of("assembly.exclusion-share").Reached.ShouldBe(65);
        result.Of("assembly.majority").IsMet.ShouldBeTrue();
        result.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void An_exclusion_names_a_member_and_nothing_else_does()
    {
        var nobody = Halves with { Motions = [ExcludeA with { MemberToExclude = null }] };
        var budget = Halves with { Motions = [Halves.Motion(AssemblyMatter.Budget, "b") with { MemberToExclude = "a" }] };

        nobody.Codes().ShouldContain("assembly.exclusion-of-nobody");
        budget.Codes().ShouldContain("assembly.exclusion-elsewhere");
    }
}
