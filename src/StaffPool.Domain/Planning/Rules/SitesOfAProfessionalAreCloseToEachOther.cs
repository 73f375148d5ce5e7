using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>No two sites of one professional lie too far apart, unless the limit was lifted on one of them.</summary>
public sealed class SitesOfAProfessionalAreCloseToEachOther : IAllocationRule
{
    public string Code => "planning.distance-between-sites";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan)
    {
        var limit = problem.DistanceBetweenSites;
        foreach (var group in plan.Assignments.Where(a => a.HalfDays > 0).GroupBy(a => a.Professional))
        {
            var sites = group.Select(a => a.Site).Distinct().OrderBy(s => s.Id, StringComparer.Ordinal).ToList();
            foreach (var (first, second) in TooFarApart(problem, group.Key, sites))
            {
                yield return new Violation(
                    Code,
                    limit.Mode == LimitMode.Hard ? Severity.Blocking : Severity.Warning,
                    PlanningTexts.Of("planning.distance-between-sites", group.Key.Name, first.Name, second.Name, problem.Distances.Between(first, second).Kilometres, limit.Kilometres),
                    [group.Key.Id, first.Id, second.Id],
                    problem.ReferenceOf(AgreementSettings.DistanceBetweenSites));
            }
        }
    }

    /// <summary>The pairs among the given sites that lie beyond the limit for this professional.</summary>
    public static IEnumerable<(Site First, Site Second)> TooFarApart(
        AllocationProblem problem, Professional professional, IReadOnlyList<Site> sites) =>
        from i in Enumerable.Range(0, sites.Count)
        from j in Enumerable.Range(i + 1, sites.Count - i - 1)
        where problem.DistanceBetweenSites.IsExceededBy(problem.Distances.Between(sites[i], sites[j]))
            && !problem.IsDistanceWaived(professional, sites[i])
            && !problem.IsDistanceWaived(professional, sites[j])
        select (sites[i], sites[j]);
}
