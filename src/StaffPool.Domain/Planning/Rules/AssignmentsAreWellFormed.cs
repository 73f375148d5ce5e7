using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// Every cell concerns people and needs of the grouping, once, with half-days above zero: what a plan read from a
/// file or moved by hand may get wrong.
/// </summary>
public sealed class AssignmentsAreWellFormed : IAllocationRule
{
    public string Code => "planning.cell";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan)
    {
        var duplicates = plan.Assignments
            .GroupBy(a => (a.Professional, a.Need))
            .Where(g => g.Count() > 1)
            .Select(g => ("planning.cell-twice", g.First()));
        var notPositive = plan.Assignments
            .Where(a => a.HalfDays <= 0)
            .Select(a => ("planning.cell-not-positive", a));
        return duplicates.Concat(notPositive).Select(found => new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of(found.Item1, found.Item2.Professional.Name, found.Item2.Site.Name, found.Item2.HalfDays),
            [found.Item2.Professional.Id, found.Item2.Need.Id]));
    }
}
