using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>What the administrator fixed stays as it was fixed.</summary>
public sealed class PinnedCellsAreKept : IAllocationRule
{
    public string Code => "planning.pin";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from pin in problem.Pins
        let planned = plan.Assignments
            .Where(a => a.Professional == pin.Professional && a.Need == pin.Need)
            .Sum(a => a.HalfDays)
        where planned != pin.HalfDays
        select new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of("planning.pin", pin.Professional.Name, pin.Need.Site.Name, planned, pin.HalfDays),
            [pin.Professional.Id, pin.Need.Id]);
}
