using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Planning;

/// <summary>One need of one professional whose half-days differ between two plans; zero where there is none.</summary>
public sealed record CellChange(NeedDeclaration Need, int Before, int After)
{
    public Site Site => Need.Site;

    public int Change => After - Before;
}

/// <summary>What changes for one professional.</summary>
/// <param name="Professional">Who, as in the new grouping where there.</param>
/// <param name="WasPlanned">Whether the former plan gave them any work.</param>
/// <param name="IsPlanned">Whether the new one does.</param>
/// <param name="Cells">What differs: sites left first, then reduced, increased and new ones.</param>
/// <param name="MetresBefore">Road travel of the period.</param>
/// <param name="MetresAfter">The same in the new plan.</param>
public sealed record PersonChange(
    Professional Professional, bool WasPlanned, bool IsPlanned, IReadOnlyList<CellChange> Cells, long MetresBefore, long MetresAfter)
{
    /// <summary>Half-days added or taken away, cell by cell.</summary>
    public int HalfDaysMoved => Cells.Sum(c => Math.Abs(c.Change));

    internal static IReadOnlyList<PersonChange> All(ComparedPlan before, ComparedPlan after) =>
        [.. after.Problem.Grouping.Professionals
            .Concat(before.Problem.Grouping.Professionals)
            .Distinct()
            .Select(p => Of(p, before, after))
            .Where(p => p.Cells.Count > 0)];

    private static PersonChange Of(Professional professional, ComparedPlan before, ComparedPlan after)
    {
        var former = before.Plan.Of(professional).ToList();
        var current = after.Plan.Of(professional).ToList();
        var cells = current.Concat(former)
            .Select(a => a.Need)
            .Distinct()
            .Select(need => new CellChange(
                need, before.Plan.HalfDaysOf(professional, need), after.Plan.HalfDaysOf(professional, need)))
            .Where(c => c.Change != 0)
            .OrderBy(c => c.After == 0 ? 0 : c.Before == 0 ? 3 : c.Change < 0 ? 1 : 2)
            .ThenByDescending(c => Math.Abs(c.Change));
        return new PersonChange(
            professional, former.Count > 0, current.Count > 0, [.. cells], before.Problem.MetresOf(former), after.Problem.MetresOf(current));
    }
}
