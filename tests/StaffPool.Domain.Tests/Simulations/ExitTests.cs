using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs.Accounts;
using StaffPool.Domain.Costs.Keys;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Governance.Life;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Simulations;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Tests.Costs;
using StaffPool.Domain.Tests.Governance;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Simulations;

public sealed class ExitTests
{
    private static readonly GroupingSnapshot Indebted = Snapshots.Of(50, 30, 20) with
    {
        Debts =
        [
            new Debt(Money.FromEuros(900), new DateOnly(2026, 9, 1)),
            new Debt(Money.FromEuros(500), new DateOnly(2027, 3, 1)),
        ],
    };

    [Fact]
    public void The_bill_adds_debts_true_up_notice_and_penalty()
    {
        var snapshot = Indebted with { Costs = Indebted.Costs! with { Calls = [Call("c", 150), Call("a", 500)] } };

        var bill = Simulation.Run(snapshot, [Snapshots.Leave("c") with { Penalty = Money.FromEuros(25) }]).ExitBills.Single();

        bill.LastDay.ShouldBe(Snapshots.EndOfYear);
        bill.Debts.Value.ShouldBe(Money.FromEuros(180));
        bill.TrueUp.Value.ShouldBe(Money.FromEuros(50));
        bill.Notice.Value.ShouldBe(Money.Zero);
        bill.Total.Value.ShouldBe(Money.FromEuros(255));
        bill.Total.Trace.Single().ToString().ShouldBe(
            "dettes 180,00\u00A0€ + régularisation 50,00\u00A0€ + préavis 0,00\u00A0€ + pénalité 25,00\u00A0€ = 255,00\u00A0€");
        bill.TrueUp.Trace[^1].ToString().ShouldBe("coût réel 200,00\u00A0€ − appels 150,00\u00A0€ = 50,00\u00A0€ à payer");
        bill.Debts.Trace.ShouldContain(t => t.ToString().Contains("ne répond pas de 500,00\u00A0€ échus le 01/03/2027", StringComparison.Ordinal));
    }

    [Fact]
    public void Whether_later_debts_follow_the_leaver_is_a_setting()
    {
        var agreement = Agreements.Silent.With(LifeSettings.LeaverAnswersForLaterDebts, true);

        var bill = Simulation.Run(Indebted with { Agreement = agreement }, [Snapshots.Leave("c")]).ExitBills.Single();

        bill.Debts.Value.ShouldBe(Money.FromEuros(180 + 100));
    }

    [Fact]
    public void A_debt_due_on_the_last_day_is_the_leaver_s_too()
    {
        GroupingSnapshot Owing(DateOnly due) => Indebted with { Debts = [new Debt(Money.FromEuros(100), due)] };

        Simulation.Run(Owing(Snapshots.EndOfYear), [Snapshots.Leave("c")]).ExitBills.Single().Debts.Value.ShouldBe(Money.FromEuros(20));
        Simulation.Run(Owing(Snapshots.EndOfYear.AddDays(1)), [Snapshots.Leave("c")]).ExitBills.Single().Debts.Value.ShouldBe(Money.Zero);
    }

    [Fact]
    public void A_notice_beyond_the_period_is_paid_at_its_cost_day_by_day()
    {
        var bill = Simulation.Run(Indebted, [Snapshots.Leave("c") with { NotifiedOn = new DateOnly(2026, 7, 1) }]).ExitBills.Single();

        bill.LastDay.ShouldBe(new DateOnly(2027, 12, 31));
        bill.Notice.Value.ShouldBe(Money.FromEuros(200));
        bill.Notice.Trace.Single().ToString().ShouldBe(
            "du 01/01/2027 au 31/12/2027, 365 jours\u00A0: 200,00\u00A0€ × 365 ÷ 365 = 200,00\u00A0€");
    }

    [Fact]
    public void The_bill_follows_the_rules_before_the_changes_and_a_newcomer_of_the_simulation_has_none()
    {
        var alone = Simulation.Run(Indebted, [Snapshots.Leave("c")]).ExitBills.Single();

        var among = Simulation.Run(
            Indebted,
            [new KeyReplaced("psy", new EqualKey(), Rights.Clause), Snapshots.Join("z", 50), Snapshots.Leave("c"), Snapshots.Leave("z")]).ExitBills;

        among.ShouldHaveSingleItem().Total.Value.ShouldBe(alone.Total.Value);
    }

    [Fact]
    public void A_grouping_without_rights_or_costs_bills_what_it_can_and_says_so()
    {
        var noRights = Simulation.Run(Indebted with { Rights = null }, [Snapshots.Leave("c")]);
        var noCosts = Simulation.Run(Indebted with { Costs = null }, [Snapshots.Leave("c")]);

        noRights.ExitBills.Single().Debts.Value.ShouldBe(Money.Zero);
        noRights.Codes(Severity.Warning).ShouldContain("simulations.debts-without-rights");
        noCosts.ExitBills.Single().Total.Value.ShouldBe(Money.FromEuros(180));
    }

    [Fact]
    public void A_negative_debt_or_a_call_to_a_stranger_blocks() =>
        Simulation.Run(
            Indebted with
            {
                Debts = [new Debt(new Money(-1), Snapshots.Day)],
                Costs = Indebted.Costs! with { Calls = [Call("z", 1)] },
            },
            [Snapshots.Leave("c")]).Codes(Severity.Blocking).ShouldBe(["life.debt-negative", "costs.call-unknown-member"]);

    [Fact]
    public void The_debt_parts_of_all_the_leavers_of_a_day_never_exceed_the_debts()
    {
        var outcome = Simulation.Run(
            Snapshots.Of(50, 30, 20, 10) with { Debts = Indebted.Debts }, [Snapshots.Leave("c"), Snapshots.Leave("d")]);

        outcome.ExitBills.Select(b => b.MemberId).ShouldBe(["c", "d"]);
        outcome.ExitBills.Sum(b => b.Debts.Value.Cents).ShouldBeLessThanOrEqualTo(900_00);
    }

    [Fact]
    public void The_posts_of_a_leaver_are_orphaned_and_its_half_days_are_set_free()
    {
        var builder = new ProblemBuilder();
        var problem = builder.Site("a").Site("b").Site("c").Profession("psy")
            .Need("a", "psy", 20).Need("b", "psy", 20).Need("c", "psy", 20)
            .Professional("ann", "psy", "a", 60).Professional("bob", "psy", "b", 60)
            .Build();
        var plan = problem.Plan(("ann", "a/psy", 5), ("ann", "b/psy", 12), ("ann", "c/psy", 8), ("bob", "a/psy", 7));
        var leaver = builder.SiteOf("a").Member.Id;

        var departure = StaffDeparture.Of(Snapshots.Leave(leaver), problem.Grouping, plan);

        var post = departure.Posts.ShouldHaveSingleItem();
        post.Professional.Id.ShouldBe("ann");
        post.Lost.Select(l => l.HalfDays.Value).ShouldBe([12, 8]);
        post.Total.ShouldBe(20);
        departure.PostsGoOn.ShouldBeTrue();
        departure.Freed.Value.ShouldBe(7);
        departure.Freed.Trace.Count.ShouldBe(2);
    }

    [Fact]
    public void The_half_days_served_are_compared_where_there_are_two_plans()
    {
        var builder = new ProblemBuilder();
        var problem = builder.Site("a").Site("b").Profession("psy").Need("a", "psy", 20).Need("b", "psy", 20)
            .Professional("ann", "psy", "a", 60).Build();
        var (before, after) = (problem.Plan(("ann", "b/psy", 12)), problem.Plan(("ann", "b/psy", 15), ("ann", "a/psy", 1)));
        IReadOnlyList<Member> members = [.. problem.Grouping.Members];
        var snapshot = new GroupingSnapshot
        {
            Day = Snapshots.Day,
            Agreement = Agreements.Silent,
            Memberships = [.. members.Select(m => new Membership(m, new DateOnly(2020, 1, 1)))],
        };

        var outcome = Simulation.Run(snapshot, [], new SimulatedPlans(problem.Grouping, before, after));
        var leaving = Simulation.Run(snapshot, [Snapshots.Leave(builder.SiteOf("a").Member.Id)], new SimulatedPlans(problem.Grouping, before, null));

        outcome.Members.Select(m => m.HalfDaysServed!.Difference.Value).Order().ShouldBe([1, 3]);
        leaving.Members.ShouldAllBe(m => m.HalfDaysServed == null);
        leaving.Departures.Single().Posts.Single().Total.ShouldBe(12);
    }

    private static ContributionCall Call(string id, decimal euros) =>
        new(id, CostSamples.Year.Start, CostSamples.Year, new Traced<Money>(Money.FromEuros(euros), []));
}
