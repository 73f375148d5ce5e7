using StaffPool.Domain.Timetables;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Timetables;

/// <summary>
/// From half-days promised to a repeating cycle, then to the calendar of the period: cut into pieces that share nothing
/// scarce, solved side by side, and added up with their bounds.
/// </summary>
public sealed class TimetablePlanner(EnginePool engines, TimeProvider time)
{
    // The calendar is quick: it needs a part of the time only where the flow does not settle it; measuring takes the rest.
    private const double ShareOfCycle = 0.7;
    private const double ShareOfBoth = 0.92;

    /// <param name="problem">What to plan.</param>
    /// <param name="options">How long and how to search.</param>
    /// <param name="progress">Told of every piece done, from any thread.</param>
    /// <param name="stop">Ends the search; the best timetable found is returned.</param>
    /// <returns>A timetable that keeps every blocking rule, always: at worst the constructive one.</returns>
    /// <exception cref="EngineUnavailableException">No engine host can be started at all.</exception>
    public async Task<TimetableResult> PlanAsync(
        TimetableProblem problem, TimetableOptions options, IProgress<TimetableProgress>? progress, CancellationToken stop)
    {
        var clock = new SearchClock(time, options.Time * ShareOfCycle, engines.Size);
        var pieces = CyclePiece.Split(problem);
        clock.Plan(pieces.Sum(p => 1L + p.Size));
        var starts = new CyclePlan[pieces.Count];
        Parallel.For(0, pieces.Count, i => starts[i] = ConstructiveCycle.Of(pieces[i]));
        var firstTimetable = clock.Elapsed;

        var records = pieces.Select(_ => new EngineRecord()).ToList();
        var cycles = new CycleOutcome[pieces.Count];
        await SideBySideAsync(pieces, TimetableStage.Cycle, clock, progress, async i =>
        {
            var size = 1L + pieces[i].Size;
            cycles[i] = pieces[i].Size > LargeCycleSolver.Threshold
                ? await new LargeCycleSolver(pieces[i], engines, records[i], options.Seed).SolveAsync(clock.ForPiece(size), stop)
                : await new CyclePieceSolver(pieces[i], starts[i], engines, records[i], options.Seed).SolveAsync(clock.ForPiece(size), IsOver, stop);
            clock.PieceDone(size);
        });

        bool IsOver() => clock.Left <= TimeSpan.Zero || stop.IsCancellationRequested;

        var rest = new SearchClock(time, (options.Time * ShareOfBoth) - clock.Elapsed, engines.Size);
        rest.Plan(problem.People.Count);
        var calendars = new CalendarOutcome[pieces.Count];
        await SideBySideAsync(pieces, TimetableStage.Calendar, clock, progress, async i =>
            calendars[i] = await new CalendarExpansion(problem, engines, records[i], options.Seed).RunAsync(cycles[i].Plan, rest, stop));

        var timetable = new Timetable(
            problem.Period, problem.Cycle, [.. cycles.SelectMany(c => CellsOf(c.Plan))], [.. calendars.SelectMany(c => c.Cells)]);
        var levels = Levels(problem, timetable, cycles, calendars.Sum(c => c.LeastUndelivered));
        return new TimetableResult
        {
            Timetable = timetable,
            Levels = levels,
            Pieces = pieces.Count,
            LargestPiece = pieces.Select(p => p.People.Count).DefaultIfEmpty(0).Max(),
            Elapsed = clock.Elapsed,
            FirstTimetable = firstTimetable,
            Engines = [.. records.SelectMany(r => r.Engines).Distinct().Order(StringComparer.Ordinal)],
            Incidents = [.. records.SelectMany(r => r.Incidents.Distinct())],
            End = levels.All(l => l.IsProven) ? AllocationEnd.Proven : stop.IsCancellationRequested ? AllocationEnd.Stopped : AllocationEnd.LimitReached,
        };
    }

    private async Task SideBySideAsync(
        IReadOnlyList<CyclePiece> pieces, TimetableStage stage, SearchClock clock, IProgress<TimetableProgress>? progress, Func<int, Task> solve)
    {
        var done = 0;
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None };
        // People alone take milliseconds each; then large pieces first, so that the last host does not start one when the others are done.
        await Parallel.ForEachAsync(Enumerable.Range(0, pieces.Count).OrderBy(i => pieces[i].People.Count > 1).ThenByDescending(i => pieces[i].Size), sideBySide, async (i, _) =>
        {
            await solve(i);
            progress?.Report(new TimetableProgress(stage, Interlocked.Increment(ref done), pieces.Count, clock.Elapsed));
        });
    }

    private static IEnumerable<CycleCell> CellsOf(CyclePlan plan) =>
        from person in plan.Piece.People.Index()
        from at in plan.At[person.Index].Index()
        where at.Item >= 0
        select new CycleCell(person.Item.Professional, person.Item.Slots[at.Index], person.Item.Promises[at.Item].Site);

    private static List<TimetableLevel> Levels(
        TimetableProblem problem, Timetable timetable, IReadOnlyList<CycleOutcome> cycles, long leastUndelivered)
    {
        var undelivered = TimetableObjectives.Undelivered.Measure(problem, timetable);
        return [.. TimetableObjectives.InOrder.Select(objective =>
        {
            var value = objective.Measure(problem, timetable);
            var parts = cycles.Select(c => c.Bounds.GetValueOrDefault(objective)).ToList();
            var bound = objective == TimetableObjectives.Undelivered ? leastUndelivered
                // What the cycle cannot deliver is delivered outside it or not at all.
                : objective == TimetableObjectives.OffCycle ? Math.Max(0, parts.Sum() - undelivered)
                : objective == TimetableObjectives.JointPresences ? parts.Sum() + Impossible(problem)
                : objective.TakesWorst ? parts.DefaultIfEmpty(0).Max()
                : parts.Sum();
            return new TimetableLevel(objective, value, Math.Min(value, bound));
        })];
    }

    /// <summary>Joint presences of which nobody owes the site anything.</summary>
    private static long Impossible(TimetableProblem problem) => problem.Requests.JointPresences
        .Where(j => !problem.Promises.Any(p => p.Site == j.Site && j.Professionals.Contains(p.Professional)))
        .Sum(j => (long)j.TimesPerCycle);
}
