using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Voting;

public sealed class NoMajorityPolicyTests
{
    [Fact]
    public void A_member_above_half_is_cut_to_the_sum_of_the_others()
    {
        var result = Apply(new CapToTheOthers(), [700, 200, 100]);

        Rights.Votes(result.Value.After).ShouldBe([300, 200, 100]);
        Rights.Votes(result.Value.Before).ShouldBe([700, 200, 100]);
        result.Value.After.TotalRights.ShouldBe(1_000);
        result.Trace[1].ToString().ShouldBe(
            "A\u00A0: 700 → 300 voix, la somme de celles des autres\u00A0; ses parts ne changent pas\u00A0; total 600 voix");
        result.Value.Violations.ShouldHaveSingleItem().Code.ShouldBe("majority.exact-half");
    }

    [Fact]
    public void A_member_below_half_keeps_its_votes()
    {
        var result = Apply(new CapToTheOthers(), [499, 300, 201]);

        Rights.Votes(result.Value.After).ShouldBe([499, 300, 201]);
        result.Value.Violations.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(8, 2, 2, 2)]
    [InlineData(5, 5, 5, 5)]
    public void Two_members_end_with_exactly_half_each_and_each_can_block(long a, long b, long cappedA, long cappedB)
    {
        var result = Apply(new CapToTheOthers(), [a, b]).Value;

        Rights.Votes(result.After).ShouldBe([cappedA, cappedB]);
        var half = result.Violations.ShouldHaveSingleItem();
        half.Severity.ShouldBe(Severity.Warning);
        half.Subjects.ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_member_alone_with_votes_cannot_be_capped() =>
        Apply(new CapToTheOthers(), [5, 0]).Value.Violations.ShouldHaveSingleItem().Code.ShouldBe("majority.single-voter");

    [Fact]
    public void The_cut_is_spread_over_the_colleges_of_the_member()
    {
        var table = new VoteTable([new("a", 10, 6, "x"), new("b", 4, 4, "x"), new("a", 0, 3, "y")]);

        new CapToTheOthers().Apply(table, null, Rights.Name).Value.After.Rows.Select(r => r.Votes).ShouldBe([3, 4, 1]);
    }

    [Fact]
    public void A_subscription_that_gives_a_majority_is_refused()
    {
        var result = Apply(new RefuseSubscription(), [700, 250, 100], [300, 200, 100]).Value;

        result.After.Rows.ShouldBe([new("a", 300, 300), new("b", 250, 250), new("c", 100, 100)]);
        result.Violations.ShouldHaveSingleItem().Code.ShouldBe("majority.refused");
    }

    [Fact]
    public void Refusing_one_may_leave_another_above_half_who_is_refused_in_turn()
    {
        var result = Apply(new RefuseSubscription(), [100, 60, 1], [10, 10, 1]).Value;

        Rights.Votes(result.After).ShouldBe([10, 10, 1]);
        result.Violations.Select(v => v.Code).ShouldBe(["majority.refused", "majority.refused"]);
    }

    [Theory]
    [InlineData(new long[] { 700, 200 }, null)] // at the creation
    [InlineData(new long[] { 700, 200 }, new long[] { 700, 800 })] // the other went down, not this one up
    public void Where_going_back_is_not_possible_it_blocks(long[] votes, long[]? inForce)
    {
        var violation = Apply(new RefuseSubscription(), votes, inForce).Value.Violations.ShouldHaveSingleItem();

        violation.Code.ShouldBe("majority.remains");
        violation.Severity.ShouldBe(Severity.Blocking);
        violation.Message.ToString().ShouldContain("à 200 voix");
    }

    [Fact]
    public void A_newcomer_above_half_is_not_let_in() =>
        new RefuseSubscription().Apply(Rights.Table(1, 2, 9), Rights.Table(1, 2), Rights.Name)
            .Value.Violations.ShouldHaveSingleItem().Subjects.ShouldBe(["c"]);

    // Fil rouge 35: 4.3 of the 6.3 full-time equivalents of the shareholders, yet three of the five must agree.
    [Fact]
    public void The_majority_holder_keeps_its_votes_and_needs_two_others()
    {
        var result = Apply(new RequireAgreeingMembers(3), [43, 10, 4, 4, 2]);

        Rights.Votes(result.Value.After).ShouldBe([43, 10, 4, 4, 2]);
        new RequireAgreeingMembers(3).AgreeingMembers.ShouldBe(3);
        result.Value.Violations.ShouldBeEmpty();
        result.Trace.Select(t => t.Key).ShouldBe(["majority.held", "majority.agreeing"]);
    }

    [Fact]
    public void More_agreeing_members_than_there_are_could_never_be_met()
    {
        Apply(new RequireAgreeingMembers(3), [5, 5]).Value.Violations.ShouldHaveSingleItem().Code.ShouldBe("majority.too-few-members");
        Should.Throw<DomainException>(() => new RequireAgreeingMembers(1));
    }

    [Fact]
    public void Without_a_limit_a_majority_is_only_reported()
    {
        var result = Apply(new MajorityAllowed(), [9, 1]).Value;

        Rights.Votes(result.After).ShouldBe([9, 1]);
        result.Violations.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void As_many_voters_as_must_agree_is_enough_and_who_has_no_vote_is_no_voter()
    {
        Apply(new RequireAgreeingMembers(3), [5, 5, 5]).Value.Violations.ShouldBeEmpty();
        Apply(new RequireAgreeingMembers(3), [5, 5, 0]).Value.Violations.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Blocking);
        new RequireAgreeingMembers(2).AgreeingMembers.ShouldBe(2);
    }

    [Fact]
    public void A_refusal_that_leaves_exactly_half_says_both()
    {
        var result = Apply(new RefuseSubscription(), [700, 200, 100], [300, 200, 100]);

        result.Value.Violations.Select(v => v.Code).ShouldBe(["majority.refused", "majority.exact-half"]);
        result.Trace.Select(t => t.Key).ShouldBe(["majority.held", "majority.refused"]);
    }

    [Fact]
    public void A_refused_member_gets_back_every_row_that_it_had_in_its_place()
    {
        var proposed = new VoteTable([new("b", 2, 2, "x"), new("a", 9, 9, "x"), new("c", 3, 3, "x"), new("a", 0, 4, "y")]);
        var inForce = new VoteTable([new("a", 1, 1, "x"), new("a", 0, 1, "y"), new("b", 2, 2, "x")]);

        new RefuseSubscription().Apply(proposed, inForce, Rights.Name).Value.After.Rows
            .ShouldBe([new("b", 2, 2, "x"), new("a", 1, 1, "x"), new("a", 0, 1, "y"), new("c", 3, 3, "x")]);
    }

    [Fact]
    public void Every_policy_says_that_there_was_nothing_to_do()
    {
        Apply(new CapToTheOthers(), [4, 3, 3]).Trace.Select(t => t.Key).ShouldBe(["majority.none"]);
        Apply(new RefuseSubscription(), [4, 3, 3]).Trace.Select(t => t.Key).ShouldBe(["majority.none"]);
        Apply(new RequireAgreeingMembers(2), [4, 3, 3]).Trace.Select(t => t.Key).ShouldBe(["majority.none", "majority.agreeing"]);
    }

    [Fact]
    public void A_member_alone_with_votes_blocks_by_name() =>
        Apply(new CapToTheOthers(), [5, 0]).Value.Violations.Single().ShouldSatisfyAllConditions(
            v => v.Severity.ShouldBe(Severity.Blocking), v => v.Subjects.ShouldBe(["a"]));

    [Fact]
    public void No_member_holds_a_majority_alone()
    {
        var random = new Random(35);
        for (var instance = 0; instance < 2_000; instance++)
        {
            var votes = Votes(random);
            if (votes.Count(v => v > 0) < 2)
            {
                continue;
            }

            var after = Apply(new CapToTheOthers(), votes).Value.After;

            after.Rows.All(r => r.Votes * 2 <= after.TotalVotes).ShouldBeTrue();
            after.Rows.Zip(votes).All(p => p.First.Votes <= p.Second && p.First.Rights == p.Second).ShouldBeTrue();
            after.Rows.Zip(votes).Count(p => p.First.Votes < p.Second).ShouldBeLessThanOrEqualTo(1);
        }
    }

    [Fact]
    public void More_shares_never_give_fewer_votes()
    {
        var random = new Random(36);
        for (var instance = 0; instance < 2_000; instance++)
        {
            var votes = Votes(random);
            var more = votes.ToArray();
            more[0] += random.Next(1, 500);

            var (before, after) = (Apply(new CapToTheOthers(), votes).Value.After, Apply(new CapToTheOthers(), more).Value.After);

            after.VotesOf("a").ShouldBeGreaterThanOrEqualTo(before.VotesOf("a"));
        }
    }

    [Fact]
    public void A_refusal_ends_without_a_majority_or_blocks()
    {
        var random = new Random(37);
        for (var instance = 0; instance < 2_000; instance++)
        {
            var (votes, inForce) = (Votes(random), Votes(random));
            var result = Apply(new RefuseSubscription(), votes, [.. inForce.Concat(Votes(random)).Take(votes.Length)]).Value;

            var majority = result.After.Rows.Any(r => r.Votes * 2 > result.After.TotalVotes);
            result.Violations.Any(v => v.Severity == Severity.Blocking).ShouldBe(majority);
        }
    }

    private static long[] Votes(Random random) =>
        [.. Enumerable.Range(0, random.Next(2, 8)).Select(_ => (long)(random.Next(3) * random.Next(0, 400)))];

    private static Traced<NoMajorityResult> Apply(NoMajorityPolicy policy, long[] votes, long[]? inForce = null) =>
        policy.Apply(Rights.Table(votes), inForce is null ? null : Rights.Table(inForce), Rights.Name);
}
