using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Voting;

public sealed class FrozenVotesTests
{
    private static readonly VoteTable InForce = Rights.Table(5, 3, 4);
    private static readonly VoteTable Revised = Rights.Table(6, 3, 4);

    [Theory]
    [InlineData(VotingTableChoice.InForceAtConvening, VotingTableChoice.InForceAtConvening, 12)]
    [InlineData(VotingTableChoice.Revised, VotingTableChoice.Revised, 13)]
    public void The_agreement_says_which_table_votes(VotingTableChoice setting, VotingTableChoice frozen, long votes)
    {
        var terms = Rights.Terms() with { Revision = RightsRevision.Formula, VotingTable = setting };

        var result = FrozenVotes.On(Rights.Day, terms, InForce, Revised).Value;

        result.Choice.ShouldBe(frozen);
        result.Table.TotalVotes.ShouldBe(votes);
        result.ConvenedOn.ShouldBe(Rights.Day);
        result.Reference.ShouldBe(Rights.Clause);
    }

    [Fact]
    public void Without_a_revision_the_table_in_force_votes()
    {
        var terms = Rights.Terms() with { Revision = RightsRevision.Formula, VotingTable = VotingTableChoice.Revised };

        var result = FrozenVotes.On(Rights.Day, terms, InForce, null);

        result.Value.Choice.ShouldBe(VotingTableChoice.InForceAtConvening);
        result.Trace.ShouldHaveSingleItem().Key.ShouldBe("frozen.no-revision");
    }

    [Fact]
    public void An_amendment_does_not_vote_on_itself() =>
        Should.Throw<DomainException>(() => FrozenVotes.On(
            Rights.Day, Rights.Terms() with { VotingTable = VotingTableChoice.Revised }, InForce, Revised));

    [Fact]
    public void The_number_of_members_that_must_agree_is_frozen_too() =>
        FrozenVotes.On(Rights.Day, Rights.Terms(noMajority: new RequireAgreeingMembers(3)), InForce, null)
            .Value.AgreeingMembers.ShouldBe(3);

    [Fact]
    public void What_changes_after_the_notice_changes_nothing()
    {
        var rows = InForce.Rows.ToList();
        var frozen = FrozenVotes.On(Rights.Day, Rights.Terms(), new VoteTable(rows), null).Value;

        rows.Clear();

        frozen.Table.TotalVotes.ShouldBe(12);
    }
}
