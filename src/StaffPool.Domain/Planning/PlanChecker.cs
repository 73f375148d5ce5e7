using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning;

/// <summary>
/// Holds a plan against every rule, without a word from the solver. Nothing is shown or published unchecked.
/// </summary>
public static class PlanChecker
{
    /// <summary>Every violation of every rule: blocking ones first, then in the order of the rules.</summary>
    public static IReadOnlyList<Violation> Check(AllocationProblem problem, AllocationPlan plan) =>
        [.. Foreign(problem, plan)
            .Concat(AllocationRules.All.SelectMany(rule => rule.Assess(problem, Own(problem, plan))))
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

    /// <summary>Cells of people or needs that the grouping does not know, as a file or an old plan may hold.</summary>
    private static IEnumerable<Violation> Foreign(AllocationProblem problem, AllocationPlan plan) => plan.Assignments
        .Where(a => !problem.Knows(a))
        .Select(a => new Violation(
            "planning.foreign",
            Severity.Blocking,
            PlanningTexts.Of("planning.foreign", a.Professional.Name, a.Need.Id),
            [a.Professional.Id, a.Need.Id]));

    /// <summary>The rules speak of the people and needs of the grouping only.</summary>
    private static AllocationPlan Own(AllocationProblem problem, AllocationPlan plan) =>
        plan.Assignments.All(problem.Knows)
            ? plan
            : new AllocationPlan(plan.Period, [.. plan.Assignments.Where(problem.Knows)]);
}
