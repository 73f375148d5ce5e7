using System.Globalization;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance.Shares;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Costs;
using StaffPool.Domain.Tests.Governance;

namespace StaffPool.Domain.Tests.Simulations;

public sealed class SimulationTests
{
    [Fact]
    public void A_newcomer_takes_shares_and_votes_and_bears_its_part()
    {
        var outcome = Simulation.Run(Snapshots.Of(50, 30, 20), [Snapshots.Join("d", 100)]);

        var (a, d) = (outcome.Of("a"), outcome.Of("d"));
        d.Shares.ShouldNotBeNull().Difference.Value.ShouldBe(100);
        d.Votes.ShouldNotBeNull().After.Value.ShouldBe(100);
        d.Capital.ShouldNotBeNull().After.Value.ShouldBe(Money.FromEuros(1_000));
        a.VotePercent.ShouldNotBeNull().Before.Value.ShouldBe(50);
        a.VotePercent.After.Value.ShouldBe(25);
        a.Due.ShouldNotBeNull().Before.Value.ShouldBe(Money.FromEuros(500));
        a.Due.Difference.Value.ShouldBe(Money.FromEuros(-250));
        d.Due.ShouldNotBeNull().Before.Value.ShouldBe(Money.Zero);
        d.Shares.Before.Trace.Single().ToString().ShouldBe("D n’est pas membre le 15/06/2026");
        outcome.Admissions.Single().Effects.Value.RightsFrom.ShouldBe(new DateOnly(2027, 1, 1));
    }

    [Fact]
    public void A_newcomer_above_the_others_is_capped_and_still_pays_for_all_that_it_uses()
    {
        var d = Simulation.Run(Snapshots.Of(50, 30, 20), [Snapshots.Join("d", 900)]).Of("d");

        d.IsCapped.ShouldBe((false, true));
        d.Votes.ShouldNotBeNull().After.Value.ShouldBe(100);
        d.VotePercent.ShouldNotBeNull().After.Value.ShouldBe(50);
        d.Shares.ShouldNotBeNull().After.Value.ShouldBe(900);
        d.Due.ShouldNotBeNull().After.Value.ShouldBe(Money.FromEuros(900));
        d.Votes.After.Trace[^1].ToString().ShouldBe("D\u00A0: 900 voix, 100 après la règle contre la majorité d’un seul");
    }

    [Fact]
    public void What_a_leaver_paid_goes_on_for_the_others_or_stops_with_it()
    {
        var snapshot = Snapshots.Of(50, 30, 20).WithExercise(e => e with
        {
            Centres = [e.Centres[0] with { Items =
            [
                new CostItem("poste", CostNature.Wages, Money.FromEuros(600), "c"),
                new CostItem("local prêté", CostNature.Overhead, Money.FromEuros(50), "c", Settlement.Credited),
                new CostItem("fournitures", CostNature.Purchases, Money.FromEuros(200)),
            ] }],
        });

        var goesOn = Simulation.Run(snapshot, [Snapshots.Leave("c")]);
        var stops = Simulation.Run(snapshot, [Snapshots.Leave("c", CostsOfLeaver.Stop)]);

        goesOn.Members.Sum(m => m.Due!.After.Value.Cents).ShouldBe(800_00);
        goesOn.Of("a").Due!.Difference.Value.ShouldBe(Money.FromEuros(500 - 425));
        stops.Members.Sum(m => m.Due!.After.Value.Cents).ShouldBe(200_00);
        goesOn.Of("c").Votes!.After.Value.ShouldBe(0);
    }

    [Fact]
    public void Another_share_value_changes_capital_and_no_vote()
    {
        var outcome = Simulation.Run(Snapshots.Of(50, 30, 20), [new ShareValueChanged(Money.FromEuros(25), Rights.Clause)]);

        outcome.Of("b").Capital.ShouldNotBeNull().Difference.Value.ShouldBe(Money.FromEuros(450));
        outcome.Members.ShouldAllBe(m => m.Votes!.Difference.Value == 0 && m.Due!.Difference.Value == Money.Zero);
    }

    [Fact]
    public void Another_rule_on_majorities_gives_back_the_votes_that_the_cap_took()
    {
        var outcome = Simulation.Run(Snapshots.Of(70, 20, 10), [new NoMajorityChanged(new RequireAgreeingMembers(2))]);

        outcome.Of("a").IsCapped.ShouldBe((true, false));
        outcome.Of("a").Votes.ShouldNotBeNull().Difference.Value.ShouldBe(40);
    }

    [Fact]
    public void Another_voting_scheme_leaves_the_shares_alone()
    {
        var outcome = Simulation.Run(Snapshots.Of(50, 30, 20), [new VotingSchemeChanged(new OneMemberOneVote())]);

        outcome.Members.Select(m => m.VotePercent!.After.Value).ShouldBe([33.33m, 33.33m, 33.33m]);
        outcome.Members.ShouldAllBe(m => m.Shares!.Difference.Value == 0);
    }

    [Fact]
    public void A_changed_figure_moves_rights_or_costs_and_not_the_other()
    {
        var rights = Simulation.Run(Snapshots.Of(50, 30, 20), [new RightsFigureChanged("c", FigureKind.HalfDaysDeclared, 40)]);
        var costs = Simulation.Run(Snapshots.Of(50, 30, 20), [new CostFigureChanged("c", Measure.HalfDaysDeclared, 120)]);

        rights.Of("c").Shares!.Difference.Value.ShouldBe(20);
        rights.Of("c").Due!.Difference.Value.ShouldBe(Money.Zero);
        costs.Of("c").Shares!.Difference.Value.ShouldBe(0);
        costs.Of("c").Due!.After.Value.ShouldBe(Money.FromEuros(600));
    }

    [Fact]
    public void A_grouping_without_capital_votes_or_money_is_compared_on_what_it_has()
    {
        var whole = Snapshots.Of(50, 30, 20);
        var noCapital = whole with { Rights = whole.Rights! with { NominalValues = null } };

        Simulation.Run(noCapital, [Snapshots.Join("d", 10)]).Members.ShouldAllBe(m => m.Capital == null && m.Votes != null);
        Simulation.Run(whole with { Rights = null }, [Snapshots.Join("d", 10)]).Members.ShouldAllBe(m => m.Shares == null && m.Due != null);
        Simulation.Run(whole with { Costs = null }, [Snapshots.Leave("a")]).Members.ShouldAllBe(m => m.Shares != null && m.Due == null);
    }

    [Fact]
    public void Written_shares_and_seats_come_and_go_with_their_member()
    {
        var snapshot = Snapshots.Of(1, 1, 1);
        var terms = Rights.Terms(
            new FixedShares([new("a", 5), new("b", 3), new("c", 2)]),
            new CollegeVoting([new College("un", "Un", new EnteredSeats([new("a", 2), new("b", 1), new("c", 1)]))]));
        snapshot = snapshot with { Rights = snapshot.Rights! with { Agreement = new RightsAgreement([terms]) } };
        var join = Snapshots.Join("d", 1);

        var outcome = Simulation.Run(snapshot, [Snapshots.Leave("c"), join with { Brings = join.Brings with { WrittenShares = 4 } }]);

        outcome.Members.Select(m => m.Shares!.After.Value).ShouldBe([5, 3, 0, 4]);
        outcome.Members.Select(m => m.Votes!.After.Value).ShouldBe([1, 1, 0, 0]);
        outcome.Codes(Severity.Warning).ShouldContain("votes.none");
    }

    [Fact]
    public void All_that_is_wrong_is_told_at_once_and_nothing_is_computed()
    {
        var outcome = Simulation.Run(
            Snapshots.Of(50, 30, 20),
            [
                Snapshots.Join("a", 10),
                Snapshots.Leave("z"),
                new KeyReplaced("nulle-part", new EqualKey(), Rights.Clause),
                new MemberLeaves("b", new DateOnly(2026, 7, 1), Snapshots.EndOfYear) { Penalty = new Money(-1) },
                new ShareValueChanged(Money.Zero, Rights.Clause),
                new CostFigureChanged("z", Measure.Places, 1, "ailleurs"),
            ]);

        outcome.Codes(Severity.Blocking).ShouldBe(
        [
            "life.already-a-member", "simulations.unknown-member", "simulations.unknown-centre", "life.withdrawal-too-early",
            "simulations.penalty", "simulations.share-value", "simulations.unknown-centre",
        ]);
        outcome.After.ShouldBeNull();
        outcome.Members.ShouldBeEmpty();
        outcome.Violations.Single(v => v.Code == "life.withdrawal-too-early").Message.ToString().ShouldContain("au plus tôt le 31/12/2027");
    }

    [Fact]
    public void What_the_grouping_does_not_have_cannot_be_changed()
    {
        var bare = Snapshots.Of(50, 30, 20) with { Rights = null, Costs = null };
        var noCapital = Snapshots.Of(50, 30, 20);
        noCapital = noCapital with { Rights = noCapital.Rights! with { NominalValues = null } };

        Simulation.Run(bare, [new KeyReplaced("psy", new EqualKey(), Rights.Clause)]).Codes(Severity.Blocking).ShouldBe(["simulations.no-costs"]);
        Simulation.Run(bare, [new NoMajorityChanged(new MajorityAllowed())]).Codes(Severity.Blocking).ShouldBe(["simulations.no-rights"]);
        Simulation.Run(noCapital, [new ShareValueChanged(Money.FromEuros(1), Rights.Clause)]).Codes(Severity.Blocking).ShouldBe(["simulations.no-capital"]);
    }

    [Fact]
    public void The_last_subscriber_of_a_centre_does_not_leave_its_cost_to_all()
    {
        var snapshot = Snapshots.Of(50, 30, 20).WithExercise(e => e with
        {
            Centres = [.. e.Centres, CostSamples.Centre(new EqualKey(), 90, "carte") with { Subscriptions = [new Presence("a", CostSamples.Before)] }],
        });

        Simulation.Run(snapshot, [Snapshots.Leave("a")]).Codes(Severity.Blocking).ShouldBe(["simulations.last-subscriber"]);
    }

    [Fact]
    public void A_newcomer_that_subscribes_to_a_centre_for_all_shuts_nobody_out()
    {
        var join = Snapshots.Join("d", 100);

        var outcome = Simulation.Run(Snapshots.Of(50, 30, 20), [join with { Brings = join.Brings with { Subscriptions = ["psy"] } }]);

        outcome.Of("a").Due!.After.Value.ShouldBe(Money.FromEuros(250));
    }

    [Fact]
    public void A_key_that_names_the_leaver_must_be_decided_again()
    {
        var snapshot = Snapshots.Of(50, 30, 20);
        DecidedKey Decided(params (string Id, decimal Percent)[] parts) => new([.. parts.Select(p => new MemberPercent(p.Id, p.Percent))]);
        var decided = new KeyReplaced("psy", Decided(("a", 60), ("b", 30), ("c", 10)), Rights.Clause);
        var again = new KeyReplaced("psy", Decided(("a", 70), ("b", 30)), Rights.Clause);

        Simulation.Run(snapshot, [decided, Snapshots.Leave("c")]).Codes(Severity.Blocking).ShouldBe(["costs.key-unknown-member"]);
        Simulation.Run(snapshot, [decided, Snapshots.Leave("c"), again]).Of("a").Due!.After.Value.ShouldBe(Money.FromEuros(700));
    }

    [Fact]
    public void A_state_that_cannot_be_computed_blocks_every_simulation()
    {
        var stranger = Snapshots.Of(50, 30, 20);
        stranger = stranger with { Memberships = [.. stranger.Memberships.Take(2)] };

        Simulation.Run(stranger, []).Codes(Severity.Blocking).ShouldBe(["simulations.unknown-member"]);
        Simulation.Run(Snapshots.Of(50, 30, 20).WithExercise(e => e with { Facts = [] }), []).Violations
            .ShouldContain(v => v.Code == "costs.key-without-data" && v.Severity == Severity.Blocking);
    }

    [Fact]
    public void Every_sentence_reads_in_both_languages()
    {
        var outcome = Simulation.Run(Snapshots.Of(50, 30, 20).WithThreshold(150, 90, Snapshots.EndOfYear), [Snapshots.Leave("c"), Snapshots.Join("d", 100)]);

        outcome.Members.SelectMany(m => m.Due!.After.Trace.Concat(m.Votes!.After.Trace).Concat(m.VotePercent!.After.Trace))
            .Concat(outcome.Violations.Select(v => v.Message))
            .ShouldAllBe(t => t.ToString().Length > 0 && t.In(CultureInfo.GetCultureInfo("en-GB")).Length > 0);
    }
}
