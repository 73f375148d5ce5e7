using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>The site lies in the territory of the grouping: so far around its seat, unless lifted for this professional.</summary>
public sealed class SiteIsWithinReachOfTheSeat : PairRule
{
    public override string Code => "planning.distance-from-seat";

    public override Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need)
    {
        var seat = problem.Seat;
        var distance = Radius(seat, need.Site);
        var limit = problem.DistanceFromSeat;
        return !limit.IsExceededBy(distance) || problem.IsDistanceWaived(professional, need.Site)
            ? null
            : new Violation(
                Code,
                limit.Mode == LimitMode.Hard ? Severity.Blocking : Severity.Warning,
                PlanningTexts.Of("planning.distance-from-seat", need.Site.Name, distance.Kilometres, seat.Name, limit.Kilometres),
                [need.Site.Id],
                problem.ReferenceOf(AgreementSettings.DistanceFromSeat));
    }

    /// <summary>A radius is drawn on the map, so it is measured as the crow flies, to the nearest 100 m.</summary>
    public static Distance Radius(Site seat, Site site) => Distance.GreatCircle(seat.Location.GreatCircleMetresTo(site.Location));

    /// <summary>Once per site: the distance is the site's own, whoever goes there.</summary>
    public override IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        base.Assess(problem, plan).DistinctBy(v => v.Subjects[0]);
}
