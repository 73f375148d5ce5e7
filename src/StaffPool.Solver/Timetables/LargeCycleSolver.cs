using StaffPool.Domain.Timetables;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// A piece too large for one model: each person is first solved alone, which gives wishes and a bound, then a few people
/// who share a room are freed at a time, the others kept. All aims at once, weighed in metres.
/// </summary>
internal sealed class LargeCycleSolver(CyclePiece piece, EnginePool engines, EngineRecord record, int seed)
{
    /// <summary>Ways to spend a day, above which a piece is large.</summary>
    public const int Threshold = 3_000;

    private const int FreeAtOnce = 5;
    private const int MostIdle = 60;

    private static readonly TimeSpan MostForOne = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan MostForFew = TimeSpan.FromSeconds(2);

    // In metres: no aim is worth giving up one above it for what a few people could gain below.
    private static readonly (CycleLevel Level, long Weight)[] Weights =
    [
        (CycleLevel.Joints, 1_000_000_000), (CycleLevel.Shortfall, 20_000_000), (CycleLevel.Unwanted, 2_000_000), (CycleLevel.Changes, 200_000),
        (CycleLevel.Travel, 1),
    ];

    private static readonly CycleWeights WeightsOfOne = new(
        Weights.Single(w => w.Level == CycleLevel.Shortfall).Weight,
        Weights.Single(w => w.Level == CycleLevel.Unwanted).Weight,
        Weights.Single(w => w.Level == CycleLevel.Changes).Weight);

    /// <param name="time">For everything.</param>
    /// <param name="stop">Ends the search; the best cycle is kept.</param>
    public async Task<CycleOutcome> SolveAsync(TimeSpan time, CancellationToken stop)
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var alone = new (int[] At, long Bound)[piece.People.Count];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(Enumerable.Range(0, alone.Length), sideBySide, async (i, _) => alone[i] = await AloneAsync(i, time / 2 - clock.Elapsed, stop));

        var wished = ConstructiveCycle.Of(piece, [.. alone.Select(a => a.At)]);
        var plain = ConstructiveCycle.Of(piece);
        var plan = Weigh(wished) <= Weigh(plain) ? wished : plain;
        plan = await ImproveAsync(plan, alone, () => time - clock.Elapsed, stop);
        return new CycleOutcome(plan, Bounds(plan, alone.Sum(a => a.Bound)));
    }

    private static long Weigh(CyclePlan plan) => Weights.Sum(w => w.Weight * w.Level.Measure(plan));

    private async Task<(int[] At, long Bound)> AloneAsync(int person, TimeSpan time, CancellationToken stop)
    {
        var single = piece.Alone(person);
        var start = ConstructiveCycle.Of(single);
        var bound = Weights.Sum(w => w.Weight * w.Level.LeastPossible(single));
        if (time <= TimeSpan.Zero || stop.IsCancellationRequested || Weigh(start) == bound)
        {
            return (start.At[0], bound);
        }

        var clock = System.Diagnostics.Stopwatch.StartNew();
        var found = CycleOfOne.Of(
            single.People[0], start.At[0], WeightsOfOne, () => clock.Elapsed > time || stop.IsCancellationRequested, () => clock.Elapsed > MostForOne);
        var left = time - clock.Elapsed;
        if (found.IsProven || left <= TimeSpan.Zero || stop.IsCancellationRequested)
        {
            return (found.At, found.IsProven ? found.Weight : bound);
        }

        start = new CyclePlan(single, [found.At]);
        var (plan, proven) = await SolveAsync(single, start, null, left < MostForOne ? left : MostForOne, stop);
        return (plan.At[0], Math.Max(bound, proven));
    }

    private async Task<CyclePlan> ImproveAsync(CyclePlan start, (int[] At, long Bound)[] alone, Func<TimeSpan> left, CancellationToken stop)
    {
        var plan = start;
        var random = new Random(seed);
        var idle = 0;
        while (left() > TimeSpan.Zero && idle < MostIdle && !stop.IsCancellationRequested)
        {
            var free = Neighbours(plan, alone, random);
            var before = Weigh(plan);
            var time = left() < MostForFew ? left() : MostForFew;
            (var found, _) = await SolveAsync(piece, plan, free, time, stop);
            if (found.KeepsRooms() && Weigh(found) < before)
            {
                (plan, idle) = (found, 0);
            }
            else
            {
                idle++;
            }
        }

        return plan;
    }

    /// <summary>Somebody who would do better alone, and others who take the same rooms.</summary>
    private HashSet<int> Neighbours(CyclePlan plan, (int[] At, long Bound)[] alone, Random random)
    {
        var losers = Enumerable.Range(0, alone.Length).Where(i => !plan.At[i].AsSpan().SequenceEqual(alone[i].At)).ToList();
        var first = losers.Count > 0 ? losers[random.Next(losers.Count)] : random.Next(alone.Length);
        var coupled = piece.Exclusions.Select(r => r.Visitors).Concat(piece.Joints.Select(j => j.Visitors))
            .Where(visitors => visitors.Any(v => v.Person == first))
            .SelectMany(visitors => visitors.Select(v => v.Person))
            .Distinct()
            .Where(i => i != first)
            .ToArray();
        random.Shuffle(coupled);
        return [first, .. coupled.Take(FreeAtOnce - 1)];
    }

    private async Task<(CyclePlan Plan, long Bound)> SolveAsync(
        CyclePiece of, CyclePlan start, IReadOnlyCollection<int>? free, TimeSpan time, CancellationToken stop)
    {
        var model = new CycleModel(of, start, free);
        model.Minimize(LinearExpr.Sum(Weights.Select(w => model.Express(w.Level) * w.Weight)));
        var answer = await engines.SolveAsync(
            new SolveRequest(model.ToProto(start), EngineKind.CpSat, new SolveLimits { WallTime = time, Seed = seed }), null, stop);
        record.Note(answer);
        return (answer.Solution is null ? start : model.Read(answer.Solution), answer.Bound is { } bound ? (long)Math.Ceiling(bound - 1e-4) : 0);
    }

    /// <summary>
    /// What arithmetic proves of each aim; and of travel, what is left of the bound of all once the other aims have what they
    /// have: a cycle that does as well on them travels at least that.
    /// </summary>
    private Dictionary<TimetableObjective, long> Bounds(CyclePlan plan, long all)
    {
        var bounds = Weights.ToDictionary(w => w.Level.Objective, w => Math.Min(w.Level.Measure(plan), w.Level.LeastPossible(piece)));
        var others = Weights.SkipLast(1).Sum(w => w.Weight * w.Level.Measure(plan));
        bounds[TimetableObjectives.Travel] = Math.Clamp(all - others, 0, CycleLevel.Travel.Measure(plan));
        return bounds;
    }
}
