using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Planning.Objectives;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>
/// The professions that a change to one of them can touch: itself, and those that share with it a quota that can bind.
/// Nobody has two professions, so what happens outside is the same with the change and without it.
/// </summary>
internal sealed class ProfessionGroup
{
    private readonly HashSet<Profession> professions;

    private ProfessionGroup(HashSet<Profession> professions) => this.professions = professions;

    public static ProfessionGroup Of(AllocationProblem problem, Profession first)
    {
        var bound = problem.Demands.GroupBy(d => d.Need.Site.Member)
            .Where(g => problem.QuotaOf(g.Key) < g.Sum(d => d.HalfDays))
            .Select(g => g.Where(d => d.HalfDays > 0).Select(d => d.Need.Profession).ToHashSet())
            .ToList();
        HashSet<Profession> reached = [first];
        while (bound.FirstOrDefault(b => b.Overlaps(reached) && !b.IsSubsetOf(reached)) is { } linked)
        {
            reached.UnionWith(linked);
        }

        return new ProfessionGroup(reached);
    }

    /// <summary>The same for the same group.</summary>
    public string Key => string.Join('|', professions.Select(p => p.Id).Order(StringComparer.Ordinal));

    /// <summary>The groups that make up the whole problem.</summary>
    public static IReadOnlyList<ProfessionGroup> All(AllocationProblem problem)
    {
        List<ProfessionGroup> groups = [];
        foreach (var profession in problem.Demands.Select(d => d.Need.Profession).Distinct())
        {
            if (groups.All(g => !g.professions.Contains(profession)))
            {
                groups.Add(Of(problem, profession));
            }
        }

        return groups;
    }

    public AllocationProblem Of(AllocationProblem problem) =>
        problem.Restrict(p => professions.Contains(p.Profession), n => professions.Contains(n.Profession));

    public AllocationPlan Of(AllocationPlan plan) =>
        new(plan.Period, [.. plan.Assignments.Where(a => professions.Contains(a.Need.Profession))]);

    /// <summary>The plan with the group's part exchanged for another.</summary>
    public AllocationPlan Exchange(AllocationPlan plan, AllocationPlan part) =>
        new(plan.Period, [.. plan.Assignments.Where(a => !professions.Contains(a.Need.Profession)), .. part.Assignments]);

    /// <summary>Fewest half-days that any plan leaves unmet, by sums alone.</summary>
    public static long LeastUnmet(AllocationProblem part) =>
        Decomposition.Split(part).Sum(new UnmetNeedsObjective().ArithmeticBound);
}
