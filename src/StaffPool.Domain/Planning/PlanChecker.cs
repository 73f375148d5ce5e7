using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning;

/// <summary>
/// Holds a plan against every rule, without a word from the solver. Nothing is shown or published unchecked.
/// </summary>
public static class PlanChecker
{
    /// <summary>Every violation of every rule: blocking ones first, then in the order of the rules.</summary>
    public static IReadOnlyList<Violation> Check(AllocationProblem problem, AllocationPlan plan) =>
        [.. AllocationRules.All
            .SelectMany(rule => rule.Assess(problem, plan))
            .OrderByDescending(v => v.Severity)];

    /// <summary>
    /// What makes the pinned cells impossible whatever the rest of the plan: no plan that keeps them obeys the rules.
    /// Empty where they can all be kept.
    /// </summary>
    public static IReadOnlyList<Violation> CheckPins(AllocationProblem problem)
    {
        var pinnedOnly = new AllocationPlan(
            problem.Period,
            [.. problem.Pins.Where(p => p.HalfDays > 0).Select(p => new Assignment(p.Professional, p.Need, p.HalfDays))]);
        return [.. Check(problem, pinnedOnly).Where(v => v.Severity == Severity.Blocking)];
    }
}
