using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>Nobody is planned beyond what contract and working time allow in the period.</summary>
public sealed class ProfessionalStaysWithinCapacity : IAllocationRule
{
    public string Code => "planning.capacity";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from a in plan.Assignments
        group a by a.Professional into load
        let planned = load.Sum(a => a.HalfDays)
        let capacity = problem.CapacityOf(load.Key)
        where planned > capacity
        select new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of("planning.capacity", load.Key.Name, planned, capacity, load.Key.FullTimeEquivalent),
            [load.Key.Id],
            load.Key.WorkingTime.Reference);
}
