using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Patterns;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>The machinery for large territories, held to the truth on small ones.</summary>
public sealed class LargePieceTests(SharedEngines engines)
{
    [Fact]
    public void No_plan_at_all_beats_the_lagrangean_bound()
    {
        foreach (var seed in Enumerable.Range(1, 60))
        {
            var problem = RandomProblems.Tiny(seed);
            var patterns = new PatternPiece(problem);
            var state = new PatternState(patterns, ConstructiveStart.Of(problem));
            var bound = new LagrangeanBound(patterns);
            bound.StartFrom(state.HalfDays);
            bound.Improve(Composite.Of(problem, state.Plan()), 500, () => false);
            bound.Value.ShouldBeLessThanOrEqualTo(BruteForce.BestComposite(problem), FormattableString.Invariant($"seed {seed}"));
        }
    }

    [Fact]
    public async Task All_aims_at_once_reach_the_best_composite_of_small_groupings()
    {
        foreach (var seed in Enumerable.Range(1, 40))
        {
            var problem = RandomProblems.Tiny(seed);
            var outcome = await Solve(problem);
            var best = BruteForce.BestComposite(problem);
            var because = FormattableString.Invariant($"seed {seed}");
            outcome.Composite!.Value.ShouldBe(Composite.Of(problem, outcome.Plan), because);
            outcome.Composite.Bound.ShouldBeLessThanOrEqualTo(best, because);

            // The engine stops when what is left is not worth its time.
            outcome.Composite.Value.ShouldBeLessThanOrEqualTo(best + (Math.Abs(best) / 100) + 1, because);
        }
    }

    [Fact]
    public void Whatever_the_grouping_the_plan_of_all_aims_at_once_passes_the_checker() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(25), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = RandomProblems.Small(seed);
                var outcome = Solve(problem).GetAwaiter().GetResult();
                PlanChecker.Check(problem, outcome.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
                outcome.Composite!.Bound.ShouldBeLessThanOrEqualTo(outcome.Composite.Value);
                outcome.Incidents.ShouldBeEmpty();
            }));

    [Fact]
    public void Whatever_the_grouping_the_search_over_patterns_obeys_every_rule_and_loses_nothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = RandomProblems.Small(seed);
                var patterns = new PatternPiece(problem);
                var state = new PatternState(patterns, ConstructiveStart.Of(problem));
                var start = Composite.Of(problem, state.Plan());
                new PatternSearch(patterns, state, seed).Improve(tries => tries / 1_000.0);
                var found = Composite.Of(problem, state.Plan());
                found.ShouldBeLessThanOrEqualTo(start);
                var bound = new LagrangeanBound(patterns);
                bound.StartFrom(state.HalfDays);
                bound.Improve(found, 200, () => false);
                new PatternSearch(patterns, state, seed, bound.BestPrices).Improve(tries => tries / 1_000.0);
                Composite.Of(problem, state.Plan()).ShouldBeLessThanOrEqualTo(found);
                PlanChecker.Check(problem, state.Plan()).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
            }));

    [Fact]
    public void Whatever_the_grouping_better_amounts_keep_who_goes_where_and_every_rule_and_cost_no_more()
    {
        foreach (var seed in Enumerable.Range(1, 200))
        {
            var problem = RandomProblems.Small(seed);
            var patterns = new PatternPiece(problem);
            var state = new PatternState(patterns, ConstructiveStart.Of(problem));
            var (opened, before) = (state.HalfDays.Select(h => h > 0).ToList(), Cost(state));

            new CycleCancelling(patterns, state).Improve(() => false);

            state.HalfDays.Select(h => h > 0).ShouldBe(opened);
            Cost(state).ShouldBeLessThanOrEqualTo(before);
            PlanChecker.Check(problem, state.Plan()).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();

            long Cost(PatternState of) =>
                of.HalfDays.Zip(patterns.Cost, (h, cost) => h * cost).Sum() + of.DemandLeft.Zip(patterns.Value, (left, value) => left * value).Sum();
        }
    }

    [Fact]
    public void Half_days_move_along_a_chain_of_people_to_a_need_that_the_one_with_time_cannot_reach()
    {
        // Ann has time left and goes to Athies only; Ben takes over at Roye what Ann then gives at Athies for him.
        var problem = new ProblemBuilder()
            .Site("athies").Site("roye", 10).Profession("ergo")
            .Professional("ann", "ergo", "athies", 40).Professional("ben", "ergo", "athies", 40)
            .Need("athies", "ergo", 50).Need("roye", "ergo", 30)
            .Build();
        var patterns = new PatternPiece(problem);
        var state = new PatternState(patterns, ConstructiveStart.Of(problem));
        state.Put([.. patterns.Cells.Select(c => (c.Professional.Id, c.Demand.Need.Site.Id) switch
        {
            ("ann", "athies") => 20,
            ("ben", "athies") => 30,
            ("ben", "roye") => 10,
            _ => 0,
        })]);

        new CycleCancelling(patterns, state).Improve(() => false);

        state.Plan().Cells().ShouldBe(["ann athies/ergo 40", "ben athies/ergo 10", "ben roye/ergo 30"]);
    }

    private Task<PieceOutcome> Solve(AllocationProblem problem)
    {
        var options = new AllocationOptions { Steps = 1_000 };
        var clock = new SearchClock(TimeProvider.System, TimeSpan.FromSeconds(30), hosts: 1);
        clock.Plan(SearchClock.SizeOf(problem));
        var solver = new LargePieceSolver(problem, options, engines.Portable, clock, _ => { });
        solver.Prepare(CancellationToken.None);
        return solver.SolveAsync(CancellationToken.None);
    }
}
