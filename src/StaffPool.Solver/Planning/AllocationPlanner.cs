using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning;

/// <summary>
/// Plans the allocation of a period: cuts the problem into independent pieces, solves each on every aim in order, as
/// many side by side as there are engine hosts, and adds up plans and bounds.
/// </summary>
public sealed class AllocationPlanner(EnginePool engines, TimeProvider time)
{
    private const int SecondChances = 2;

    /// <param name="problem">What to plan; its pins must be compatible with the rules (<see cref="PlanChecker.CheckPins"/>).</param>
    /// <param name="options">How long and how to search.</param>
    /// <param name="progress">Told of every step forward, from any thread.</param>
    /// <param name="stop">Ends the search; the best plan found is returned.</param>
    /// <returns>A plan, always: at worst the constructive start, with the bounds that arithmetic proves.</returns>
    /// <exception cref="EngineUnavailableException">No engine host can be started at all.</exception>
    public async Task<AllocationResult> PlanAsync(
        AllocationProblem problem, AllocationOptions options, IProgress<AllocationProgress>? progress, CancellationToken stop)
    {
        var clock = new SearchClock(time, options.Time, engines.Size);
        var pieces = Decomposition.Split(problem);
        clock.Plan(pieces.Sum(SearchClock.SizeOf));
        var board = new ProgressBoard(pieces.Count, clock, progress);

        // One piece too large to settle every aim in turn, and the whole plan is measured on all aims at once.
        var atOnce = pieces.Any(p => p.Reach.Cells.Count > LargePieceSolver.Threshold);
        List<IPieceSolver> solvers = [.. pieces.Select((piece, i) => SolverOf(piece, state => board.Update(i, state)))];
        var firstPlan = clock.Elapsed;

        // Large pieces first, so that the last host does not start one when the others are done.
        var order = Enumerable.Range(0, pieces.Count).OrderByDescending(i => pieces[i].Reach.Cells.Count);
        var outcomes = new PieceOutcome[pieces.Count];
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None };
        Parallel.ForEach(order, sideBySide, i => solvers[i].Prepare(stop));
        await Parallel.ForEachAsync(
            order,
            sideBySide,
            async (i, _) =>
            {
                outcomes[i] = await solvers[i].SolveAsync(stop);
                board.Done(i);
            });

        // An aim that its part of the time did not settle gets what the others left.
        for (var round = 0; round < SecondChances && !atOnce && options.Steps is null && !stop.IsCancellationRequested; round++)
        {
            var open = Enumerable.Range(0, pieces.Count).Where(i => !outcomes[i].IsProven).ToList();
            await Parallel.ForEachAsync(
                open,
                sideBySide,
                async (i, _) => outcomes[i] = outcomes[i].BetterOf(await new PieceSolver(
                    pieces[i], options, engines, clock, state => board.Update(i, state), outcomes[i].Plan).SolveAsync(stop)));
        }

        var levels = AllocationObjectives.InOrder.Select((_, level) => Add([.. outcomes.Select(o => o.Levels[level])]));
        return new AllocationResult
        {
            Plan = new AllocationPlan(problem.Period, InOrder(problem, outcomes.SelectMany(o => o.Plan.Assignments))),
            Levels = [.. levels],
            Composite = atOnce ? Add([.. outcomes.Select(o => o.Composite!)]) : null,
            Pieces = pieces.Count,
            Elapsed = clock.Elapsed,
            FirstPlan = firstPlan,
            Engines = [.. outcomes.SelectMany(o => o.Engines).Distinct().Order(StringComparer.Ordinal)],
            // An engine that is lost at every step of a piece is told once for it.
            Incidents = [.. outcomes.SelectMany(o => o.Incidents.Distinct())],
            PeakEngineMemory = engines.PeakMemoryBytes,
            End = End(outcomes, stop),
            Options = options,
        };

        IPieceSolver SolverOf(AllocationProblem piece, Action<PieceState> changed) => atOnce
            ? new LargePieceSolver(piece, options, engines, clock, changed)
            : new PieceSolver(piece, options, engines, clock, changed);
    }

    private static LevelResult Add(IReadOnlyList<LevelResult> parts) => new(
        parts[0].Objective,
        parts.Sum(p => p.Value),
        parts.Sum(p => p.Bound),
        Names(parts.Select(p => p.PlanEngine)),
        Names(parts.Select(p => p.BoundEngine)));

    private static string Names(IEnumerable<string> names) =>
        string.Join(" + ", names.Distinct().Order(StringComparer.Ordinal));

    private static AllocationEnd End(PieceOutcome[] outcomes, CancellationToken stop) =>
        outcomes.All(o => o.IsProven) ? AllocationEnd.Proven
        : stop.IsCancellationRequested ? AllocationEnd.Stopped
        : AllocationEnd.LimitReached;

    private static List<Assignment> InOrder(AllocationProblem problem, IEnumerable<Assignment> assignments)
    {
        var people = problem.Grouping.Professionals.Index().ToDictionary(p => p.Item, p => p.Index);
        var needs = problem.Grouping.Needs.Index().ToDictionary(n => n.Item, n => n.Index);
        return [.. assignments.OrderBy(a => people[a.Professional]).ThenBy(a => needs[a.Need])];
    }
}
