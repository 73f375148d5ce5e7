using StaffPool.Domain.Timetables;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Timetables;

/// <summary>What a piece gave.</summary>
/// <param name="Plan">Its cycle.</param>
/// <param name="Bounds">By aim: proven, for cycles that hold the aims before at what this one reached.</param>
internal sealed record CycleOutcome(CyclePlan Plan, IReadOnlyDictionary<TimetableObjective, long> Bounds);

/// <summary>
/// Solves a piece on every aim in turn: solve the first, hold what it reached, hint the cycle, solve the next. Whatever
/// happens to the engine there is a cycle, and every bound is a true one.
/// </summary>
internal sealed class CyclePieceSolver(CyclePiece piece, CyclePlan start, EnginePool engines, EngineRecord record, int seed)
{
    private readonly List<(CycleLevel Level, long Value)> held = [];
    private CyclePlan plan = start;
    private CycleModel? model;

    /// <param name="time">For all aims together.</param>
    /// <param name="stop">Ends the search; the best cycle is kept.</param>
    public async Task<CycleOutcome> SolveAsync(TimeSpan time, CancellationToken stop)
    {
        var bounds = new Dictionary<TimetableObjective, long>();
        var levels = CycleLevel.InOrder.Where(IsAsked).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var (level, rank) in levels.Index().Select(l => (l.Item, l.Index)))
        {
            var left = (time - clock.Elapsed) / (levels.Count - rank);
            bounds[level.Objective] = await ReachAsync(level, left, stop);
        }

        return new CycleOutcome(plan, bounds);
    }

    /// <summary>Whether an aim says anything of this piece.</summary>
    private bool IsAsked(CycleLevel level) =>
        level == CycleLevel.Joints ? piece.Joints.Count > 0
        : level == CycleLevel.Unwanted || level == CycleLevel.UnwantedWorst ? piece.People.Any(p => p.Unwanted.Any(u => u))
        : level != CycleLevel.Changes || piece.People.Any(p => p.InForce is not null);

    private async Task<long> ReachAsync(CycleLevel level, TimeSpan time, CancellationToken stop)
    {
        var (value, bound) = (level.Measure(plan), level.LeastPossible(piece));
        if (value > bound && time > TimeSpan.Zero && !stop.IsCancellationRequested)
        {
            var expression = Expression(level);
            model!.Minimize(expression);
            var answer = await engines.SolveAsync(
                new SolveRequest(model.ToProto(plan), EngineKind.CpSat, new SolveLimits { WallTime = time, Seed = seed }), null, stop);
            record.Note(answer);
            if (answer.Solution is not null && model.Read(answer.Solution) is var found && level.Measure(found) <= value)
            {
                (plan, value) = (found, level.Measure(found));
            }

            if (answer.Bound is { } proven)
            {
                bound = Math.Max(bound, Math.Min(value, (long)Math.Ceiling(proven - 1e-4)));
            }

            model.Hold(expression, value);
        }
        else if (model is not null)
        {
            model.Hold(model.Express(level), value);
        }

        held.Add((level, value));
        return Math.Min(bound, value);
    }

    // The model is made when the first aim needs it: most people alone never do.
    private LinearExpr Expression(CycleLevel level)
    {
        if (model is null)
        {
            model = new CycleModel(piece, plan);
            foreach (var (before, value) in held)
            {
                model.Hold(model.Express(before), value);
            }
        }

        return model.Express(level);
    }
}
