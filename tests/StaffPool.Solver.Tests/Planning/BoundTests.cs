using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Objectives;
using StaffPool.Solver.Tests.Engines;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>A bound is a promise: no plan at all may beat it, however early the search was ended.</summary>
public sealed class BoundTests(SharedEngines engines)
{
    [Fact]
    public void No_plan_at_all_beats_the_bound_of_sums()
    {
        foreach (var seed in Enumerable.Range(2001, 60))
        {
            var problem = RandomProblems.Tiny(seed);
            var pieces = Decomposition.Split(problem);
            var least = BruteForce.LeastOfEach(problem);
            foreach (var (i, objective) in ObjectiveModels.InOrder.Index())
            {
                pieces.Sum(objective.ArithmeticBound)
                    .ShouldBeLessThanOrEqualTo(least[i], FormattableString.Invariant($"seed {seed}, {objective.Objective.Id}"));
            }
        }
    }

    [Theory]
    [InlineData(EngineChoice.Highs)]
    [InlineData(EngineChoice.CpSat)]
    public async Task No_plan_that_holds_the_aims_above_beats_the_bound_of_a_search_cut_short(EngineChoice engine)
    {
        foreach (var seed in Enumerable.Range(3001, 15))
        {
            var problem = RandomProblems.Tiny(seed);
            var result = await new AllocationPlanner(engines.Portable, TimeProvider.System)
                .PlanAsync(problem, new AllocationOptions { Engine = engine, Steps = 1 }, null, CancellationToken.None);
            var least = BruteForce.LeastHolding(problem, [.. result.Levels.Select(l => l.Value)]);
            foreach (var (i, level) in result.Levels.Index())
            {
                level.Bound.ShouldBeLessThanOrEqualTo(least[i], FormattableString.Invariant($"seed {seed}, {level.Objective.Id}"));
            }
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_plan_at_all_beats_the_bounds_of_all_aims_at_once_cut_short(bool isStopped)
    {
        foreach (var seed in Enumerable.Range(4001, 20))
        {
            var problem = RandomProblems.Tiny(seed);
            var clock = new SearchClock(TimeProvider.System, TimeSpan.FromSeconds(30), hosts: 1);
            clock.Plan(SearchClock.SizeOf(problem));
            var solver = new LargePieceSolver(problem, new AllocationOptions { Steps = 1 }, engines.Portable, clock, _ => { });
            solver.Prepare(new CancellationToken(isStopped));
            var outcome = await solver.SolveAsync(new CancellationToken(isStopped));
            var because = FormattableString.Invariant($"seed {seed}");
            outcome.Composite!.Bound.ShouldBeLessThanOrEqualTo(BruteForce.BestComposite(problem), because);
            var least = BruteForce.LeastOfEach(problem);
            outcome.Levels.Index().ShouldAllBe(l => l.Item.Bound <= least[l.Index], because);
        }
    }
}
