using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning.Patterns;

namespace StaffPool.Solver.Planning;

/// <summary>
/// The same problem as one model given to one engine, without decomposition, start or search: what the planner is
/// measured against.
/// </summary>
public sealed class Monolith(EnginePool engines)
{
    public async Task<MonolithResult> PlanAsync(AllocationProblem problem, EngineKind engine, TimeSpan time, int seed, CancellationToken stop)
    {
        var patterns = new PatternPiece(problem);
        var state = new PatternState(patterns, new AllocationPlan(problem.Period, []));
        var model = new PatternModel(patterns, state);
        var seen = new List<SolveProgress>();
        var answer = await engines.SolveAsync(
            new SolveRequest(model.Builder.ToProto(), engine, new SolveLimits { WallTime = time, Seed = seed }),
            new EngineProgress(seen.Add),
            stop);
        if (answer is not { Solution: { } solution, Objective: { } objective })
        {
            return new MonolithResult(null, null, [], answer.Elapsed, answer.Failure);
        }

        model.Apply(solution);
        var value = Composite.Of(problem, state.Plan());
        // The model leaves out what no plan can change.
        long InMetres(double figure) => value + (long)Math.Floor((figure - objective) * model.Scale);
        return new MonolithResult(
            value,
            answer.Bound is { } bound ? Math.Min(value, InMetres(bound)) : null,
            [.. seen.Where(p => p.Objective is not null).Select(p => (p.Elapsed, InMetres(p.Objective!.Value))), (answer.Elapsed, value)],
            answer.Elapsed,
            answer.Failure);
    }
}

/// <param name="Value">What the best plan found weighs on <see cref="Composite"/>; null where none was found.</param>
/// <param name="Bound">What the engine proved that no plan goes below.</param>
/// <param name="Steps">When it stood where, as far as the engine tells before its end.</param>
/// <param name="Elapsed">Of the engine alone.</param>
/// <param name="Failure">What went wrong, if anything.</param>
public sealed record MonolithResult(
    long? Value, long? Bound, IReadOnlyList<(TimeSpan At, long Value)> Steps, TimeSpan Elapsed, EngineFailure? Failure);
