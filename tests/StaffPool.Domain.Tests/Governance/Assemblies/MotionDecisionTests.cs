using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;

namespace StaffPool.Domain.Tests.Governance.Assemblies;

public sealed class MotionDecisionTests
{
    private static readonly GeneralAssembly Sitting = Sittings.Regular;

    [Fact]
    public void An_ordinary_motion_needs_more_than_half_of_the_votes_there()
    {
        MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.Budget, "a", "d")).IsPassed.ShouldBeTrue();

        var failed = MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.Budget, "b", "c"));

        failed.IsPassed.ShouldBeFalse();
        var condition = failed.Of("assembly.majority");
        (condition.Reached, condition.Needed, condition.Shortfall).ShouldBe((45, 51, 6));
        condition.Sentence.ToString().ShouldBe(
            "Majorité\u00A0: 45 voix pour sur 100, il en faut 51 (plus de 50\u00A0%)\u00A0; il en manque 6");
        (failed.For, failed.Against, failed.Abstained).ShouldBe((45, 55, 0));
    }

    [Fact]
    public void The_quorum_is_counted_on_rights_and_the_decision_on_votes()
    {
        var capped = Sitting with { Votes = new VoteTable([new("a", 80, 20), new("b", 10, 10), new("c", 10, 10)]), Present = ["b", "c"] };

        var result = MotionDecision.Decide(capped, capped.Motion(AssemblyMatter.Budget, "b", "c"));

        result.Of("assembly.majority").IsMet.ShouldBeTrue();
        var quorum = result.Of("assembly.quorum");
        (quorum.Reached, quorum.Needed).ShouldBe((20, 50));
        result.IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void Half_of_the_rights_is_a_quorum()
    {
        var half = Sitting.Absent("a") with { Votes = new VoteTable([new("a", 60, 60), new("b", 40, 40), new("c", 20, 20)]), Present = ["b", "c"] };

        MotionDecision.Decide(half, half.Motion(AssemblyMatter.Budget, "b", "c")).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void A_second_call_needs_no_quorum()
    {
        var second = Sitting.Absent("a", "b") with { Notice = Sitting.Notice with { FirstSitting = new DateOnly(2026, 5, 30) } };

        var result = MotionDecision.Decide(second, second.Motion(AssemblyMatter.Budget, "c"));

        result.Conditions.ShouldNotContain(c => c.Code == "assembly.quorum");
        result.Of("assembly.no-quorum").Needed.ShouldBe(0);
        result.IsPassed.ShouldBeTrue();
    }

    [Theory]
    [InlineData(AssemblyMatter.Amendment)]
    [InlineData(AssemblyMatter.Admission)]
    [InlineData(AssemblyMatter.RightsRevision)]
    public void Amendments_and_admissions_take_every_member_there(AssemblyMatter matter)
    {
        var failed = MotionDecision.Decide(Sitting, Sitting.Motion(matter, "a", "b", "c"));
        (failed.Of("assembly.unanimity").Reached, failed.Of("assembly.unanimity").Needed).ShouldBe((3, 4));
        failed.IsPassed.ShouldBeFalse();

        MotionDecision.Decide(Sitting, Sitting.Motion(matter, "a", "b", "c", "d")).IsPassed.ShouldBeTrue();

        var without = Sitting.Absent("d");
        MotionDecision.Decide(without, without.Motion(matter, "a", "b", "c")).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void New_rights_by_the_formula_of_the_agreement_take_a_majority()
    {
        var formula = Sitting with { RightsFollowAFormula = true };

        MotionDecision.Decide(formula, formula.Motion(AssemblyMatter.RightsRevision, "a", "b")).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void An_abstention_breaks_unanimity_unless_the_agreement_reads_otherwise()
    {
        var motion = Sitting.Motion(AssemblyMatter.Admission, "a", "b", "c") with
        {
            Ballots = [new("a", VoteChoice.For), new("b", VoteChoice.For), new("c", VoteChoice.For), new("d", VoteChoice.Abstention)],
        };

        MotionDecision.Decide(Sitting, motion).IsPassed.ShouldBeFalse();
        MotionDecision.Decide(Sitting.With(AssemblySettings.AbstentionBreaksUnanimity, false), motion).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void Nobody_is_not_unanimous()
    {
        var second = Sitting.Absent("a", "b", "c", "d") with { Notice = Sitting.Notice with { FirstSitting = new DateOnly(2026, 5, 30) } };

        MotionDecision.Decide(second, second.Motion(AssemblyMatter.Admission)).IsPassed.ShouldBeFalse();
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public void Abstentions_count_in_the_majority_where_the_agreement_counts_them(bool count, bool passes)
    {
        var sitting = Sitting.With(AssemblySettings.AbstentionsCount, count);
        var motion = sitting.Motion(AssemblyMatter.Budget) with { Ballots = [new("b", VoteChoice.For), new("c", VoteChoice.For), new("d", VoteChoice.Against)] };

        var result = MotionDecision.Decide(sitting, motion);

        result.IsPassed.ShouldBe(passes);
        (result.For, result.Against, result.Abstained).ShouldBe((45, 15, 40));
    }

    [Fact]
    public void A_tie_fails_unless_the_chair_decides_it()
    {
        var even = Sitting with { Votes = new VoteTable([new("a", 50, 50), new("b", 30, 30), new("c", 20, 20)]), Present = ["a", "b", "c"], Chair = "a" };
        var tie = even.Motion(AssemblyMatter.Budget, "a");

        MotionDecision.Decide(even, tie).IsPassed.ShouldBeFalse();
        var decided = MotionDecision.Decide(even.With(AssemblySettings.ChairCastingVote, true), tie);
        decided.IsPassed.ShouldBeTrue();
        decided.Of("assembly.casting-vote").Sentence.ToString().ShouldContain("voix prépondérante de a");
        var other = even.With(AssemblySettings.ChairCastingVote, true) with { Chair = "b" };
        MotionDecision.Decide(other, tie).IsPassed.ShouldBeFalse();
    }

    [Fact]
    public void Three_members_must_agree_where_the_agreement_says_so()
    {
        var filRouge = Sitting with { AgreeingMembers = 3 };

        var two = MotionDecision.Decide(filRouge, filRouge.Motion(AssemblyMatter.Budget, "a", "b"));
        two.Of("assembly.majority").IsMet.ShouldBeTrue();
        two.Of("assembly.agreeing-members").Shortfall.ShouldBe(1);
        two.IsPassed.ShouldBeFalse();
        MotionDecision.Decide(filRouge, filRouge.Motion(AssemblyMatter.Budget, "a", "b", "c")).IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void A_recused_member_neither_votes_nor_counts()
    {
        var motion = Sitting.Motion(AssemblyMatter.AdministratorAllowances, "b", "d") with { Recused = ["a"] };

        var result = MotionDecision.Decide(Sitting, motion);

        (result.Of("assembly.majority").Reached, result.Of("assembly.majority").Needed).ShouldBe((40, 31));
        result.IsPassed.ShouldBeTrue();
        result.Violations.Select(v => v.Code).ShouldBe(["assembly.ballot-barred"]);
    }

    [Fact]
    public void Two_holders_of_one_member_may_vote_apart()
    {
        var yonne = Sitting with { Votes = new VoteTable([new("a", 2, 2), new("b", 2, 2)]), Present = ["a", "b"] };
        var motion = yonne.Motion(AssemblyMatter.Budget) with
        {
            Ballots = [new("a", VoteChoice.For, Votes: 1), new("a", VoteChoice.Against, Votes: 1), new("b", VoteChoice.For)],
        };

        var result = MotionDecision.Decide(yonne, motion);

        (result.For, result.Against).ShouldBe((3, 1));
        result.IsPassed.ShouldBeTrue();
    }

    [Fact]
    public void What_is_on_no_agenda_does_not_pass()
    {
        var result = MotionDecision.Decide(Sitting, Sitting.Motion(AssemblyMatter.Budget, "a", "b", "c", "d") with { AgendaItem = "ailleurs" });

        result.IsPassed.ShouldBeFalse();
        result.Violations.ShouldContain(v => v.Code == "assembly.motion-off-agenda");
    }
}
