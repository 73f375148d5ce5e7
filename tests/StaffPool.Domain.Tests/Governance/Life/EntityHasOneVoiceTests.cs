using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Life;

public sealed class EntityHasOneVoiceTests
{
    private static readonly VoteTable Votes = new([new("gip", 40, 40), new("chgr", 100, 100), new("autre", 60, 60)]);

    [Fact]
    public void An_entity_that_is_a_member_and_inside_another_is_told_with_the_votes_it_reaches()
    {
        var violation = Assess(Of("gip", "chgr", "domaine")).ShouldHaveSingleItem();

        violation.Code.ShouldBe("life.entity-twice");
        violation.Severity.ShouldBe(Severity.Warning);
        violation.Subjects.ShouldBe(["chgr", "gip"]);
        violation.Message.ToString().ShouldStartWith("CHGR siège 2 fois (GIP, CHGR)\u00A0: 140 voix sur 200 passent par lui.");
    }

    [Fact]
    public void An_entity_inside_two_members_or_deeper_is_told_too()
    {
        Assess(Of("gip", "x"), Of("autre", "x")).Single().Subjects.ShouldBe(["x", "autre", "gip"], ignoreOrder: true);
        Assess(Of("gip", "union"), Of("union", "chgr")).Single().Subjects[0].ShouldBe("chgr");
    }

    [Fact]
    public void Entities_that_sit_once_are_not_told_and_a_circle_ends()
    {
        Assess(Of("gip", "x"), Of("autre", "y")).ShouldBeEmpty();
        Assess(Of("gip", "x"), Of("x", "gip")).ShouldBeEmpty();
    }

    private static MemberComposition Of(string member, params string[] inside) =>
        new(member, [.. inside.Select(id => new LegalEntity(id, Rights.Name(id)))]);

    private static IReadOnlyList<Violation> Assess(params MemberComposition[] compositions) =>
        [.. EntityHasOneVoice.Assess(compositions, Votes, Rights.Name)];
}
