using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// Nobody travels for a visit every other month: a professional gives a site at least the smallest block, unless the
/// need is smaller, the member asks for small visits, or the administrator pinned the cell.
/// </summary>
public sealed class BlocksAreViable : IAllocationRule
{
    public string Code => "planning.block";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan)
    {
        var demands = problem.Demands.ToDictionary(d => d.Need);
        return from a in plan.Assignments
               where a.HalfDays > 0 && problem.PinOf(a.Professional, a.Need) is null
               let smallest = problem.SmallestBlockOn(demands[a.Need])
               where a.HalfDays < smallest
               select new Violation(
                   Code,
                   Severity.Blocking,
                   PlanningTexts.Of("planning.block", a.Professional.Name, a.Site.Name, a.HalfDays, smallest),
                   [a.Professional.Id, a.Need.Id],
                   problem.ReferenceOf(AgreementSettings.SmallestBlockPerYear));
    }
}
