using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Planning;

/// <summary>
/// Plans the allocation of a scenario: refuses contradictory pins, searches, then holds the plan against every rule
/// before anyone sees it.
/// </summary>
public sealed class PlanAllocation(AllocationPlanner planner)
{
    /// <param name="scenario">What to plan.</param>
    /// <param name="options">How long and how to search.</param>
    /// <param name="progress">Told of every step forward.</param>
    /// <param name="stop">Ends the search; the best plan found is kept and returned.</param>
    /// <exception cref="ContradictoryPinsException">The pinned cells break the rules whatever the rest of the plan.</exception>
    public async Task<PlannedAllocation> RunAsync(
        Scenario scenario, AllocationOptions options, IProgress<AllocationProgress>? progress, CancellationToken stop)
    {
        var problem = scenario.ToProblem();
        ContradictoryPinsException.ThrowIfAny(problem);
        var result = await planner.PlanAsync(problem, options, progress, stop);
        return new PlannedAllocation(scenario, problem, result, PlanChecker.Check(problem, result.Plan));
    }
}

/// <param name="Scenario">The inputs.</param>
/// <param name="Problem">The inputs as the planner read them.</param>
/// <param name="Result">The plan and its proofs.</param>
/// <param name="Violations">What the independent checker found, blocking ones first.</param>
public sealed record PlannedAllocation(
    Scenario Scenario, AllocationProblem Problem, AllocationResult Result, IReadOnlyList<Violation> Violations)
{
    /// <summary>Why needs are unmet and what would help; null where it was not asked or not found.</summary>
    public PlanExplanation? Explanation { get; init; }

    public bool CanBePublished => !Violations.AnyBlocking();
}

/// <summary>No plan can keep all the pinned cells; the violations say which and why.</summary>
public sealed class ContradictoryPinsException(IReadOnlyList<Violation> violations)
    : Exception("The pinned cells contradict the rules.")
{
    public IReadOnlyList<Violation> Violations { get; } = violations;

    /// <exception cref="ContradictoryPinsException">The pinned cells break the rules whatever the rest of the plan.</exception>
    internal static void ThrowIfAny(AllocationProblem problem)
    {
        var contradictions = PlanChecker.CheckPins(problem);
        if (contradictions.Count > 0)
        {
            throw new ContradictoryPinsException(contradictions);
        }
    }
}
