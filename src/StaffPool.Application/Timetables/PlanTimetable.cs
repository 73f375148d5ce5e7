using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>From an allocation to a timetable, held against every rule before anyone sees it.</summary>
public sealed class PlanTimetable(TimetablePlanner planner)
{
    /// <param name="scenario">Where people, sites and requests come from.</param>
    /// <param name="plan">Who goes where how often.</param>
    /// <param name="cycleWeeks">1, 2 or 4; null for the scenario's own.</param>
    /// <param name="options">How long and how to search.</param>
    /// <param name="progress">Told of every step forward.</param>
    /// <param name="stop">Ends the search; the best timetable found is kept and returned.</param>
    public async Task<PlannedTimetable> RunAsync(
        Scenario scenario, AllocationPlan plan, int? cycleWeeks, TimetableOptions options, IProgress<TimetableProgress>? progress, CancellationToken stop)
    {
        var problem = (scenario.Timetable ?? TimetableScenario.Usual).ToProblem(scenario.ToProblem(), plan, cycleWeeks);
        return Checked(problem, await planner.PlanAsync(problem, options, progress, stop));
    }

    internal static PlannedTimetable Checked(TimetableProblem problem, TimetableResult result) => new(
        problem, result, TimetableChecker.Check(problem, result.Timetable), UndeliveredExplanation.Of(problem, result.Timetable));
}

/// <param name="Problem">The inputs.</param>
/// <param name="Result">The timetable and its proofs.</param>
/// <param name="Violations">What the independent checker found, blocking ones first.</param>
/// <param name="Undelivered">Why half-days promised are not there, promise by promise.</param>
public sealed record PlannedTimetable(
    TimetableProblem Problem, TimetableResult Result, IReadOnlyList<Violation> Violations, IReadOnlyList<UndeliveredExplanation> Undelivered)
{
    public int Promised => Problem.Promises.Sum(p => p.HalfDays);

    public int Delivered => Promised - Undelivered.Sum(u => u.Delivery.Undelivered);

    public bool CanBePublished => !Violations.AnyBlocking();
}
