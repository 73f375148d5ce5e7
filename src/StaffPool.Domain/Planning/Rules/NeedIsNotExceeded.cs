using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>A member receives no more than it declared, for it would pay for what it did not ask.</summary>
public sealed class NeedIsNotExceeded : IAllocationRule
{
    public string Code => "planning.need-exceeded";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from demand in problem.Demands
        let served = plan.HalfDaysFor(demand.Need)
        where served > demand.HalfDays
        select new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of("planning.need-exceeded", demand.Need.Site.Name, demand.Need.Profession.Name, served, demand.HalfDays),
            [demand.Need.Id]);
}
