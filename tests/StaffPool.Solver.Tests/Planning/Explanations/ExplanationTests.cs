using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning.Explanations;

public sealed class ExplanationTests(SharedEngines engines)
{
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    private readonly AllocationPlanner planner = new(engines.Portable, TimeProvider.System);
    private readonly RelaxationSearch relaxations = new(new(engines.Portable, TimeProvider.System), engines.Portable, TimeProvider.System);
    private readonly RulePrices prices = new(new(engines.Portable, TimeProvider.System), engines.Portable, TimeProvider.System);

    [Fact]
    public void Everybody_is_counted_once_whatever_the_plan()
    {
        foreach (var seed in Enumerable.Range(1, 300))
        {
            var problem = RandomProblems.Small(seed);
            var plan = ConstructiveStart.Of(problem);
            foreach (var funnel in problem.Demands.Select(d => NeedFunnel.Of(problem, plan, d)))
            {
                var counted = funnel.Serving.Select(s => s.Professional)
                    .Concat(funnel.Stages.SelectMany(s => s.Fallen).Select(f => f.Professional))
                    .Concat(funnel.CouldStillHelp)
                    .ToList();
                counted.ShouldBeUnique();
                counted.Count.ShouldBe(funnel.People);
                var remaining = funnel.People - funnel.Serving.Count;
                foreach (var stage in funnel.Stages)
                {
                    stage.Remaining.ShouldBe(remaining -= stage.Fallen.Count);
                }

                remaining.ShouldBe(funnel.CouldStillHelp.Count);
            }
        }
    }

    [Fact]
    public async Task Under_the_best_plan_nobody_could_still_help()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var problem = RandomProblems.Small(seed);
            var plan = await PlanAsync(problem);
            foreach (var funnel in problem.Demands.Select(d => NeedFunnel.Of(problem, plan, d)).Where(f => f.Unmet > 0))
            {
                var because = FormattableString.Invariant($"seed {seed}, {funnel.Demand.Need.Id}");
                funnel.CouldStillHelp.ShouldBeEmpty(because);
                funnel.Serving.ShouldAllBe(s => s.WhyNoMore != null, because);
            }
        }
    }

    [Fact]
    public async Task A_change_gives_what_it_said_when_it_is_made()
    {
        HashSet<RelaxationKind> kinds = [];
        IEnumerable<AllocationProblem> problems =
            [.. Enumerable.Range(1, 8).Select(RandomProblems.Small), OneSiteTooFew(), NoConsent(), PartTime(), LargeBlocks(), SmallQuota(), RefusedAndTooFar(), Forbidden()];
        foreach (var (i, problem) in problems.Index())
        {
            var plan = await PlanAsync(problem);
            if (problem.Demands.MaxBy(d => d.HalfDays - plan.HalfDaysFor(d.Need)) is not { } demand || demand.HalfDays == plan.HalfDaysFor(demand.Need))
            {
                continue;
            }

            var found = await relaxations.FindAsync(problem, plan, true, NeedFunnel.Of(problem, plan, demand), Enough, CancellationToken.None);
            found.Untried.ShouldBe(0);
            foreach (var outcome in found.Useful)
            {
                kinds.Add(outcome.Relaxation.Kind);
                await ShouldHoldAsync(problem, plan, demand, outcome, FormattableString.Invariant($"problem {i}, {demand.Need.Id}, {outcome.Relaxation.What}"));
            }
        }

        kinds.ShouldBe(Enum.GetValues<RelaxationKind>().Except([RelaxationKind.Replan]), ignoreOrder: true);
    }

    [Fact]
    public async Task What_the_sums_rule_out_would_indeed_bring_nothing_in_all()
    {
        foreach (var seed in Enumerable.Range(100, 8))
        {
            var problem = RandomProblems.Small(seed);
            var plan = await PlanAsync(problem);
            var unmet = Unmet(problem, plan);
            foreach (var rule in RuleLift.For(problem))
            {
                var lifted = rule.Apply(problem);
                if (ProfessionGroup.All(problem).All(g => ProfessionGroup.LeastUnmet(g.Of(lifted)) >= Unmet(g.Of(problem), g.Of(plan))))
                {
                    Unmet(lifted, await PlanAsync(lifted)).ShouldBe(unmet);
                }
            }
        }
    }

    [Fact]
    public async Task The_price_of_a_rule_is_what_brute_force_finds()
    {
        foreach (var seed in Enumerable.Range(1, 25))
        {
            var problem = RandomProblems.Tiny(seed);
            var plan = await PlanAsync(problem);
            var list = await prices.FindAsync(problem, plan, true, Enough, CancellationToken.None);
            list.Untried.ShouldBeEmpty();
            foreach (var price in list.Prices)
            {
                // Legal minimum, priorities, then all needs: the third aim.
                var best = BruteForce.Best(price.Rule.Apply(problem))[2];
                price.HalfDays.ShouldBe((int)(Unmet(problem, plan) - best), FormattableString.Invariant($"seed {seed}, {price.Rule.Name}"));
                price.IsProven.ShouldBeTrue();
            }
        }
    }

    [Fact]
    public async Task One_more_site_is_found_before_a_new_post()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 10).Profession("psy").Professional("ann", "psy", "a", 10)
            .Need("a", "psy", 6).Need("b", "psy", 4).Set(AgreementSettings.MaxSitesPerProfessional, 1).Build();
        var plan = problem.Plan(("ann", "a/psy", 6));

        var found = await FindAsync(problem, plan, "b/psy");

        found.Useful.Select(o => o.Relaxation.Kind).ShouldBe([RelaxationKind.ExtraSite, RelaxationKind.NewPost]);
        var first = found.Useful[0];
        (first.Gained, first.GainedInAll, first.Metres, first.Disturbed.Count).ShouldBe((4, 4, 40_000, 1));
        first.Relaxation.What.ToString().ShouldBe("Autoriser Pro ann à intervenir sur 2 sites au lieu de 1");
    }

    [Fact]
    public async Task A_post_that_serves_the_need_in_full_counts_with_the_others_that_share_it()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 10).Profession("psy").Professional("ann", "psy", "a", 100)
            .Need("a", "psy", 100).Need("b", "psy", 100).Build();
        var plan = await PlanAsync(problem);

        var posts = (await FindAsync(problem, plan, "b/psy")).Useful.Where(o => o.Relaxation.Kind == RelaxationKind.NewPost).ToList();

        posts[0].Gained.ShouldBeLessThan(50);
        posts[^1].Served.ShouldBe(100);
        posts[^1].Relaxation.ExtraHalfDays.ShouldBe(114);
    }

    [Fact]
    public async Task A_plan_that_is_not_the_best_is_told_so_first()
    {
        var problem = new ProblemBuilder().Site("a").Profession("psy").Professional("ann", "psy", "a", 10).Need("a", "psy", 10).Build();

        var found = await relaxations.FindAsync(
            problem, problem.Plan(), false, NeedFunnel.Of(problem, problem.Plan(), problem.Demands[0]), Enough, CancellationToken.None);

        found.Useful[0].Relaxation.Kind.ShouldBe(RelaxationKind.Replan);
    }

    [Fact]
    public async Task Two_professions_are_planned_again_each_for_itself()
    {
        var problem = new ProblemBuilder().Site("a").Profession("psy").Profession("ergo")
            .Professional("ann", "psy", "a", 10).Professional("bob", "ergo", "a", 10).Need("a", "psy", 10).Need("a", "ergo", 10).Build();
        var plan = problem.Plan();
        foreach (var demand in problem.Demands)
        {
            var found = await relaxations.FindAsync(problem, plan, false, NeedFunnel.Of(problem, plan, demand), Enough, CancellationToken.None);

            (found.Useful[0].Relaxation.Kind, found.Useful[0].Gained).ShouldBe((RelaxationKind.Replan, 10));
        }
    }

    [Fact]
    public async Task A_change_is_proven_only_where_the_plan_without_it_is_too()
    {
        // Ann has ten half-days more than the plan at hand gives: what a change brings is not all its own.
        var problem = new ProblemBuilder().Site("a").Profession("psy").Professional("ann", "psy", "a", 10).Need("a", "psy", 30).Build();
        foreach (var (plan, isBest) in new[] { (problem.Plan(), false), (await PlanAsync(problem), true) })
        {
            var found = await relaxations.FindAsync(
                problem, plan, false, NeedFunnel.Of(problem, plan, problem.Demands[0]), Enough, CancellationToken.None);

            found.Useful.ShouldNotBeEmpty();
            found.Useful.Where(o => o.Relaxation.Kind != RelaxationKind.Replan).ShouldAllBe(o => o.IsProven == isBest);
        }
    }

    [Fact]
    public void Service_is_proven_once_the_aims_above_the_shares_are()
    {
        var problem = RandomProblems.Tiny(1);
        LevelResult Level(AllocationObjective aim, bool isProven) => new(aim, 1, isProven ? 1 : 0, "", "");
        AllocationResult With(AllocationObjective open) => new()
        {
            Plan = problem.Plan(),
            Levels = [.. AllocationObjectives.InOrder.Select(a => Level(a, a != open))],
            Pieces = 1,
            Elapsed = default,
            FirstPlan = default,
            Engines = [],
            Incidents = [],
            PeakEngineMemory = 0,
            End = AllocationEnd.LimitReached,
            Options = new AllocationOptions(),
        };

        AllocationObjectives.InOrder.Where(a => !With(a).IsServiceProven)
            .ShouldBe([AllocationObjectives.LegalMinimum, AllocationObjectives.PriorityNeeds, AllocationObjectives.UnmetNeeds]);
    }

    [Fact]
    public async Task A_rule_is_priced_from_the_better_of_the_plan_at_hand_and_a_hasty_one()
    {
        // Stopped at once, planning again gives the start; the plan at hand serves all.
        var problem = Enumerable.Range(1, 200).Select(RandomProblems.Small)
            .First(p => RuleLift.For(p).Count > 0 && Unmet(p, ConstructiveStart.Of(p)) > Unmet(p, PlanAsync(p).GetAwaiter().GetResult()));
        var plan = await PlanAsync(problem);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        var hasty = await prices.FindAsync(problem, plan, false, Enough, stop.Token);
        var unhurried = await prices.FindAsync(problem, plan, true, Enough, CancellationToken.None);
        var again = await prices.FindAsync(problem, ConstructiveStart.Of(problem), false, Enough, CancellationToken.None);

        hasty.Prices.ShouldAllBe(p => p.HalfDays == 0);
        again.Prices.Select(p => (p.Rule.Code, p.HalfDays, p.IsProven)).ShouldBe(unhurried.Prices.Select(p => (p.Rule.Code, p.HalfDays, p.IsProven)));
    }

    [Fact]
    public async Task A_search_without_time_ends_at_once_and_counts_what_it_did_not_try()
    {
        var problem = OneSiteTooFew();
        var plan = problem.Plan(("ann", "a/psy", 6));

        var found = await relaxations.FindAsync(
            problem, plan, true, NeedFunnel.Of(problem, plan, problem.Demands.Single(d => d.Need.Id == "b/psy")), TimeSpan.Zero, CancellationToken.None);
        var list = await prices.FindAsync(problem, plan, true, TimeSpan.Zero, CancellationToken.None);

        (found.Useful.Count, found.RuledOut, found.Untried).ShouldBe((0, 0, found.Candidates));
        list.Untried.Select(r => r.Code).ShouldBe(RuleLift.For(problem).Select(r => r.Code));
    }

    [Fact]
    public async Task A_stop_leaves_nothing_half_known()
    {
        var problem = RandomProblems.Small(7);
        var plan = ConstructiveStart.Of(problem);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        foreach (var demand in problem.Demands)
        {
            var found = await relaxations.FindAsync(problem, plan, false, NeedFunnel.Of(problem, plan, demand), Enough, stop.Token);
            found.Useful.ShouldBeEmpty();
            (found.RuledOut + found.Untried).ShouldBe(found.Candidates);
        }
    }

    private async Task ShouldHoldAsync(AllocationProblem problem, AllocationPlan plan, Demand demand, RelaxationOutcome outcome, string because)
    {
        var changed = outcome.Relaxation.Apply(problem.WithPlanInForce(plan));
        PlanChecker.Check(changed, outcome.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty(because);
        var again = await PlanAsync(changed);
        BruteForce.Aims(changed, again).ShouldBe(BruteForce.Aims(changed, outcome.Plan), because);
        outcome.Served.ShouldBe(outcome.Plan.HalfDaysFor(demand.Need), because);
        outcome.GainedInAll.ShouldBe(Unmet(problem, plan) - Unmet(changed, again), because);
        outcome.Disturbed.Count.ShouldBe((int)AllocationObjectives.PeopleDisturbed.Measure(changed, again), because);
        outcome.Metres.ShouldBe(AllocationObjectives.Travel.Measure(changed, again) - AllocationObjectives.Travel.Measure(problem, plan), because);
    }

    private static ProblemBuilder TwoSites() => new ProblemBuilder().Site("a").Site("b", 10).Profession("psy");

    private static AllocationProblem OneSiteTooFew() => TwoSites().Professional("ann", "psy", "a", 10)
        .Need("a", "psy", 6).Need("b", "psy", 4).Set(AgreementSettings.MaxSitesPerProfessional, 1).Build();

    private static AllocationProblem NoConsent() => TwoSites()
        .Professional("ann", "psy", "a", 10, p => p with { Consent = new() { Granted = [] } }).Need("b", "psy", 4).Build();

    private static AllocationProblem PartTime() => TwoSites()
        .Professional("ann", "psy", "a", 100, p => p with { FullTimeEquivalent = 0.5m }).Need("b", "psy", 60).Build();

    private static AllocationProblem LargeBlocks() => TwoSites()
        .Professional("ann", "psy", "a", 4).Need("b", "psy", 10).Set(AgreementSettings.SmallestBlockPerYear, 5).Build();

    private static AllocationProblem SmallQuota() => new ProblemBuilder().Site("a", quotaPerYear: 12).Profession("psy").Profession("ergo")
        .Professional("ann", "psy", "a", 10).Professional("bob", "ergo", "a", 10).Need("a", "psy", 10).Need("a", "ergo", 10).Build();

    private static AllocationProblem RefusedAndTooFar()
    {
        var builder = TwoSites();
        return builder.Professional("ann", "psy", "b", 10, p => p with { Consent = new() { Refused = [builder.SiteOf("b")] } })
            .Professional("bob", "psy", "a", 10).Need("b", "psy", 10)
            .Set(AgreementSettings.DistanceFromBase, new DistanceLimit(5, LimitMode.Hard)).Build();
    }

    private static AllocationProblem Forbidden() => TwoSites().Professional("ann", "psy", "a", 10).Need("b", "psy", 10).Pin("ann", "b/psy", 0).Build();

    private Task<RelaxationFindings> FindAsync(AllocationProblem problem, AllocationPlan plan, string need) => relaxations.FindAsync(
        problem, plan, true, NeedFunnel.Of(problem, plan, problem.Demands.Single(d => d.Need.Id == need)), Enough, CancellationToken.None);

    private async Task<AllocationPlan> PlanAsync(AllocationProblem problem) =>
        (await planner.PlanAsync(problem, new AllocationOptions(), null, CancellationToken.None)).Plan;

    private static int Unmet(AllocationProblem problem, AllocationPlan plan) => (int)AllocationObjectives.UnmetNeeds.Measure(problem, plan);
}
