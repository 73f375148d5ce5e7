using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// The presence that the law imposes on the host is reached. A warning, not a block: the plan that comes nearest is
/// still the best that the grouping can publish, and the host must know.
/// </summary>
public sealed class LegalMinimumIsServed : IAllocationRule
{
    public string Code => "planning.legal-minimum";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from demand in problem.Demands
        where demand.LegalMinimum > 0
        let served = plan.HalfDaysFor(demand.Need)
        where served < demand.LegalMinimum
        select new Violation(
            Code,
            Severity.Warning,
            PlanningTexts.Of("planning.legal-minimum", demand.Need.Site.Name, demand.Need.Profession.Name, served, demand.LegalMinimum),
            [demand.Need.Id],
            demand.Need.LegalMinimum?.Reference);
}
