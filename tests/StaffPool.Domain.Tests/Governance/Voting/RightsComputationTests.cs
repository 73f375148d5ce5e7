using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Governance.Voting;

public sealed class RightsComputationTests
{
    [Fact]
    public void A_half_day_is_a_share_and_a_vote_with_every_step_shown()
    {
        var outcome = Rights.Compute(Rights.HalfDays(700, 200, 100), Rights.Terms());

        Rights.Votes(outcome.Table?.Value).ShouldBe([300, 200, 100]);
        Rights.Votes(outcome.BeforeNoMajority).ShouldBe([700, 200, 100]);
        outcome.Shares.ShouldNotBeNull().Rows.Select(r => r.Shares).ShouldBe([700, 200, 100]);
        outcome.Table.ShouldNotBeNull().Trace.Select(t => t.Key).ShouldBe(
            ["shares.by-figure", "shares.by-figure", "shares.by-figure", "votes.by-shares", "majority.held", "majority.capped"]);
        outcome.Violations.ShouldHaveSingleItem().Reference.ShouldBe(Rights.Clause);
    }

    [Fact]
    public void Every_problem_of_the_facts_is_reported_at_once()
    {
        var facts = Rights.HalfDays(-5, 12.5m) with
        {
            Contributions = [new("stranger", ContributionKind.Cash, "apport", Money.FromEuros(-1), new DateOnly(2026, 1, 1))],
        };
        var terms = Rights.Terms() with { VotingTable = VotingTableChoice.Revised, ConsultativeMembers = ["nobody"] };

        var outcome = Rights.Compute(facts, terms);

        outcome.Table.ShouldBeNull();
        outcome.Violations.Select(v => v.Code).ShouldBe(
        [
            "rights.revised-before-adoption", "rights.unknown-member", "rights.unknown-member",
            "rights.negative", "rights.negative", "shares.fraction",
        ]);
        outcome.Violations.ShouldAllBe(v => v.Message.In(CultureInfo.GetCultureInfo("en-GB")).Length > 0);
    }

    [Fact]
    public void Overlapping_mandates_block_the_table()
    {
        var from = new DateOnly(2024, 1, 1);
        var facts = Rights.Members("a", "b") with { Mandates = [new("p", "a", from), new("p", "b", from)] };

        var outcome = Rights.Compute(facts, Rights.Terms(new EqualShares(1), new VotesByMandate(1, 1, [])));

        outcome.Table.ShouldBeNull();
        outcome.Violations.ShouldHaveSingleItem().Code.ShouldBe("votes.mandates-per-person");
    }

    [Theory]
    [InlineData(new[] { 0.0, 0.0 }, "rights.all-zero")]
    [InlineData(new[] { 5.0 }, "rights.single-member")]
    [InlineData(new double[0], "rights.no-member")]
    [InlineData(new[] { 5.0, 0.0 }, "majority.single-voter")]
    public void Where_a_table_would_mean_nothing_there_is_none(double[] halfDays, string code)
    {
        var outcome = Rights.Compute(Rights.HalfDays([.. halfDays.Select(h => (decimal)h)]), Rights.Terms());

        outcome.Table.ShouldBeNull();
        outcome.Violations.ShouldContain(v => v.Code == code && v.Severity == Severity.Blocking);
    }

    [Fact]
    public void Without_a_vote_for_anyone_the_assembly_could_decide_nothing() =>
        Rights.Compute(Rights.Members("a", "b"), Rights.Terms(new EqualShares(1), new VotesByMandate(1, 1, [])))
            .Violations.ShouldContain(v => v.Code == "votes.all-zero");

    [Fact]
    public void A_member_listed_twice_is_said() =>
        Rights.Compute(Rights.Members("a", "a", "b"), Rights.Terms(new EqualShares(1)))
            .Violations.ShouldContain(v => v.Code == "rights.member-twice");

    [Fact]
    public void Two_figures_of_one_day_contradict_each_other()
    {
        var facts = Rights.HalfDays(5, 6);

        Rights.Compute(facts with { Figures = [.. facts.Figures, facts.Figures[0] with { Amount = 7 }] }, Rights.Terms())
            .Violations.ShouldHaveSingleItem().Code.ShouldBe("rights.figure-twice");
    }

    [Fact]
    public void Before_the_first_terms_there_is_no_table() =>
        RightsComputation.Compute(new RightsAgreement([Rights.Terms()]), Rights.HalfDays(1, 2), new DateOnly(2019, 12, 31))
            .Violations.ShouldHaveSingleItem().Code.ShouldBe("rights.no-terms");

    [Fact]
    public void The_latest_terms_on_the_day_hold()
    {
        var agreement = new RightsAgreement(
            [Rights.Terms(), Rights.Terms(voting: new OneMemberOneVote()) with { EffectiveFrom = Rights.Day }]);

        Rights.Votes(RightsComputation.Compute(agreement, Rights.HalfDays(5, 3, 4), Rights.Day.AddDays(-1)).Table?.Value).ShouldBe([5, 3, 4]);
        Rights.Votes(RightsComputation.Compute(agreement, Rights.HalfDays(5, 3, 4), Rights.Day).Table?.Value).ShouldBe([1, 1, 1]);
    }

    // Fil rouge 35: an associate lends 0.7 of the 7 full-time equivalents without a share or a vote.
    [Fact]
    public void A_consultative_member_has_neither_share_nor_vote_whatever_it_lends()
    {
        var facts = Rights.Facts(FigureKind.FullTimeEquivalentsLent, 4.3m, 1.0m, 0.4m, 0.4m, 0.2m, 0.7m);
        var terms = Rights.Terms(new SharesByFigure(FigureKind.FullTimeEquivalentsLent, 10), noMajority: new RequireAgreeingMembers(3))
            with { ConsultativeMembers = ["f"] };

        var outcome = Rights.Compute(facts, terms);

        outcome.AgreeingMembers.ShouldBe(3);
        var table = outcome.Table.ShouldNotBeNull().Value;
        table.TotalVotes.ShouldBe(63);
        table.Rows[^1].ShouldBe(new VoteRow("f", 0, 0));
        table.Rows[^1].IsConsultative.ShouldBeTrue();
    }

    [Fact]
    public void A_refused_subscription_takes_its_shares_back_too()
    {
        var outcome = Rights.Compute(
            Rights.HalfDays(700, 200, 100), Rights.Terms(noMajority: new RefuseSubscription()), Rights.Table(250, 150, 100));

        outcome.Shares.ShouldNotBeNull().Rows.Select(r => r.Shares).ShouldBe([250, 200, 100]);
    }

    // SAGESS by D'Hondt would leave the small association without a director.
    [Fact]
    public void A_member_with_shares_and_no_vote_is_pointed_out()
    {
        var scheme = new CollegeVoting([new("t", "Collège technique", new ApportionedSeats(5, ApportionmentMethod.DHondt, FigureKind.Employees))]);

        var outcome = Rights.Compute(Rights.Facts(FigureKind.Employees, 171, 31, 172), Rights.Terms(new EqualShares(3), scheme, new MajorityAllowed()));

        outcome.Violations.ShouldContain(v => v.Code == "votes.none" && v.Subjects.SequenceEqual(new[] { "b" }));
        outcome.Table.ShouldNotBeNull().Value.RightsOf("b").ShouldBe(3);
    }

    [Fact]
    public void The_order_of_the_members_changes_nobody_s_rights_or_votes()
    {
        var random = new Random(38);
        for (var instance = 0; instance < 300; instance++)
        {
            var facts = Rights.HalfDays([.. Enumerable.Range(0, random.Next(2, 9)).Select(_ => (decimal)random.Next(0, 60))]);
            NoMajorityPolicy[] policies = [new CapToTheOthers(), new RequireAgreeingMembers(2), new MajorityAllowed(), new RefuseSubscription()];
            VotingScheme[] schemes =
            [
                new VotesByShares(),
                new VotesPerHolder([new("directeur", 1), new("président", 2)]),
                new CollegeVoting([new("x", "X", new ApportionedSeats(7, (ApportionmentMethod)random.Next(3), FigureKind.HalfDaysDeclared))]),
            ];
            var terms = Rights.Terms(voting: schemes[random.Next(3)], noMajority: policies[random.Next(4)]);
            var members = facts.Members.ToArray();
            random.Shuffle(members);

            var (one, other) = (Rights.Compute(facts, terms), Rights.Compute(facts with { Members = members }, terms));

            (one.Table is null).ShouldBe(other.Table is null);
            members.ShouldAllBe(m => one.Table == null
                || (one.Table.Value.VotesOf(m.Id) == other.Table!.Value.VotesOf(m.Id)
                    && one.Table.Value.RightsOf(m.Id) == other.Table.Value.RightsOf(m.Id)));
        }
    }
}
