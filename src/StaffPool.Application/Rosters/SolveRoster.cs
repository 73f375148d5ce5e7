using StaffPool.Application.Planning;
using StaffPool.Domain.Rosters;
using StaffPool.Solver.Rosters;

namespace StaffPool.Application.Rosters;

/// <summary>Plans a roster, or one in force again: refuses contradictory pins, searches, and holds the roster against every rule.</summary>
public sealed class SolveRoster(RosterPlanner planner)
{
    /// <param name="problem">What to plan; with a roster in force, the fewest people are disturbed.</param>
    /// <param name="options">How long to search.</param>
    /// <param name="progress">Told of every step forward.</param>
    /// <param name="stop">Ends the search; the best roster found is kept and returned.</param>
    /// <exception cref="ContradictoryPinsException">The pins break the rules whatever the rest of the roster.</exception>
    public async Task<RosterResult> RunAsync(
        RosterProblem problem, RosterOptions options, IProgress<RosterProgress>? progress, CancellationToken stop)
    {
        var contradictions = RosterChecker.CheckPins(new RosterIndex(problem));
        return contradictions.Count > 0
            ? throw new ContradictoryPinsException(contradictions)
            : await planner.PlanAsync(problem, options, progress, stop);
    }
}
