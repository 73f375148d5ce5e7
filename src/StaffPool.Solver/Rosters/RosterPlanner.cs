using StaffPool.Domain.Rosters;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Rosters;

/// <summary>Plans a roster, or plans one in force again with the fewest people disturbed.</summary>
public sealed class RosterPlanner(EnginePool engines, TimeProvider time)
{
    /// <param name="problem">What to plan; its pins must be compatible with the rules (<see cref="RosterChecker.CheckPins"/>).</param>
    /// <param name="options">How long to search.</param>
    /// <param name="progress">Told of every step forward, from any thread.</param>
    /// <param name="stop">Ends the search; the best roster found is returned.</param>
    /// <returns>A roster that keeps every rule, always: at worst the constructive start.</returns>
    /// <exception cref="EngineUnavailableException">No engine host can be started at all.</exception>
    public async Task<RosterResult> PlanAsync(
        RosterProblem problem, RosterOptions options, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var clock = new SearchClock(time, options.Time, engines.Size);
        var index = new RosterIndex(problem);
        var cells = new RosterCells(index);
        var search = new RosterSearch(index, cells, ConstructiveRoster.Of(index, cells), options, engines, clock, progress);
        var first = clock.Elapsed;
        var levels = new List<RosterLevel>();
        foreach (var aim in AimsOf(problem))
        {
            // An aim may have half of what is left: those that are hard to prove must not starve the next ones.
            levels.Add(await search.ReachAsync(aim, aim == RosterAim.Wishes ? clock.Left : clock.Left / 2, stop));
        }

        return new RosterResult
        {
            Problem = problem,
            Roster = search.Best.ToRoster(),
            Score = search.Best.Score,
            // A later aim may have bettered an earlier one that was held but not proven.
            Levels = [.. levels.Select(l => l with { Value = search.Best.Score[l.Aim] })],
            Violations = RosterChecker.Check(index, search.Best.ToRoster()),
            Elapsed = clock.Elapsed,
            FirstRoster = first,
            Engines = search.Record.Engines,
            Incidents = [.. search.Record.Incidents.Distinct()],
            IsStopped = stop.IsCancellationRequested,
        };
    }

    /// <summary>A roster in force adds two aims: who is told of a change, and how much changes.</summary>
    public static IReadOnlyList<RosterAim> AimsOf(RosterProblem problem) => problem.InForce is null
        ? [RosterAim.Uncovered, RosterAim.Wishes]
        : [RosterAim.Uncovered, RosterAim.Notified, RosterAim.Moved, RosterAim.Wishes];
}
