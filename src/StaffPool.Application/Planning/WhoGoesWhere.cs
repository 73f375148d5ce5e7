using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Planning;

/// <summary>One professional in the plan: which sites, how loaded, how far.</summary>
/// <param name="Professional">Who.</param>
/// <param name="Capacity">Half-days possible in the period.</param>
/// <param name="Visits">One per site, the most half-days first.</param>
public sealed record WhoGoesWhere(Professional Professional, int Capacity, IReadOnlyList<SiteVisits> Visits)
{
    public int HalfDays => Visits.Sum(v => v.HalfDays);

    /// <summary>Part of the capacity in use, 1 being all of it; above 1 the checker blocks.</summary>
    public decimal Load => Capacity == 0 ? 0 : (decimal)HalfDays / Capacity;

    /// <summary>Road metres in the period, both ways.</summary>
    public long Metres => Visits.Sum(v => v.Metres);

    /// <summary>Every professional of the grouping, in its order, also those without work.</summary>
    public static IReadOnlyList<WhoGoesWhere> All(AllocationProblem problem, AllocationPlan plan)
    {
        var byProfessional = plan.Assignments.ToLookup(a => a.Professional);
        return [.. problem.Grouping.Professionals.Select(p => new WhoGoesWhere(
            p, problem.CapacityOf(p), VisitsOf(problem, p, byProfessional[p])))];
    }

    private static IReadOnlyList<SiteVisits> VisitsOf(
        AllocationProblem problem, Professional professional, IEnumerable<Assignment> assignments) =>
        [.. assignments
            .GroupBy(a => a.Site)
            .Select(g => new SiteVisits(g.Key, g.Sum(a => a.HalfDays), problem.Distances.Between(professional.Base, g.Key)))
            .OrderByDescending(v => v.HalfDays)
            .ThenBy(v => v.Site.Name, StringComparer.Ordinal)];
}

/// <param name="Site">Where.</param>
/// <param name="HalfDays">How many in the period.</param>
/// <param name="OneWay">From the professional's base.</param>
public sealed record SiteVisits(Site Site, int HalfDays, Distance OneWay)
{
    /// <summary>
    /// Road metres in the period. Two half-days make a day on the spot and a day is one round trip, hence half-days
    /// times the distance one way.
    /// </summary>
    public long Metres => HalfDays * OneWay.Metres;
}
