using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Patterns;
using StaffPool.Solver.Tests.Engines;

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
                new PatternSearch(patterns, state, seed).Improve(tries => tries / 2_000.0);
                Composite.Of(problem, state.Plan()).ShouldBeLessThanOrEqualTo(start);
                PlanChecker.Check(problem, state.Plan()).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
            }));

    private Task<PieceOutcome> Solve(AllocationProblem problem)
    {
        var options = new AllocationOptions { Steps = 1_000 };
        var clock = new SearchClock(TimeProvider.System, TimeSpan.FromSeconds(30), hosts: 1);
        clock.Plan(SearchClock.SizeOf(problem));
        return new LargePieceSolver(problem, options, engines.Portable, clock, _ => { }).SolveAsync(CancellationToken.None);
    }
}
