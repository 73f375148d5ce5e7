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
/// Solves a piece on every aim in turn: solve the first, hold what it reached, hint the cycle, solve the next. What each
/// person would do alone comes first: where they do not get in each other's way, no engine is needed. Whatever happens to
/// the engine there is a cycle, and every bound is a true one.
/// </summary>
internal sealed class CyclePieceSolver(CyclePiece piece, CyclePlan start, EnginePool engines, EngineRecord record, int seed)
{
    private readonly List<(CycleLevel Level, long Value)> held = [];
    private CyclePlan plan = start;
    private CyclePlan? ideal;
    private CycleModel? model;

    /// <param name="time">For all aims together.</param>
    /// <param name="isOver">Whether there is no time for any piece, nor for what takes milliseconds.</param>
    /// <param name="stop">Ends the search; the best cycle is kept.</param>
    public async Task<CycleOutcome> SolveAsync(TimeSpan time, Func<bool> isOver, CancellationToken stop)
    {
        var bounds = new Dictionary<TimetableObjective, long>();
        var levels = CycleLevel.InOrder.Where(IsAsked).ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        StartFromIdeal(isOver, () => clock.Elapsed > time);
        foreach (var (level, rank) in levels.Index().Select(l => (l.Item, l.Index)))
        {
            var left = (time - clock.Elapsed) / (levels.Count - rank);
            bounds[level.Objective] = await ReachAsync(level, left, stop);
        }

        return new CycleOutcome(plan, bounds);
    }

    private void StartFromIdeal(Func<bool> isOver, Func<bool> isProofOver)
    {
        List<SoloCycle> alone = [.. piece.People.Select((person, i) => CycleOfOne.Of(
            person, piece.People.Count == 1 ? plan.At[i] : ConstructiveCycle.Of(piece.Alone(i)).At[0], CycleWeights.InOrder, isOver, isProofOver))];
        var wished = new CyclePlan(piece, [.. alone.Select(a => a.At)]);
        ideal = alone.All(a => a.IsProven) ? wished : null;
        var followed = piece.People.Count == 1 ? wished : ConstructiveCycle.Of(piece, wished.At);
        if (CycleLevel.Compare(followed, plan) < 0)
        {
            plan = followed;
        }
    }

    /// <summary>
    /// What no cycle of the piece beats: on joint presences arithmetic alone, on the others what each person reaches alone,
    /// as long as the aims above have what everybody alone has.
    /// </summary>
    private long LeastPossible(CycleLevel level)
    {
        var least = level.LeastPossible(piece);
        return level != CycleLevel.Joints && ideal is not null && held.All(h => h.Level == CycleLevel.Joints || h.Value == h.Level.Measure(ideal))
            ? Math.Max(least, level.Measure(ideal))
            : least;
    }

    /// <summary>Whether an aim says anything of this piece.</summary>
    private bool IsAsked(CycleLevel level) =>
        level == CycleLevel.Joints ? piece.Joints.Count > 0
        : level == CycleLevel.Unwanted || level == CycleLevel.UnwantedWorst ? piece.People.Any(p => p.Unwanted.Any(u => u))
        : level != CycleLevel.Changes || piece.People.Any(p => p.InForce is not null);

    private async Task<long> ReachAsync(CycleLevel level, TimeSpan time, CancellationToken stop)
    {
        var (value, bound) = (level.Measure(plan), LeastPossible(level));
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
