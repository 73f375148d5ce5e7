using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Rules;

namespace StaffPool.Application.Planning;

/// <summary>A site outside the radius around the seat, and how much of the plan goes there all the same.</summary>
/// <param name="Site">The site.</param>
/// <param name="FromSeat">As the crow flies from the seat of the grouping.</param>
/// <param name="HalfDays">Planned there in the period.</param>
public sealed record SiteBeyondRadius(Site Site, Distance FromSeat, int HalfDays)
{
    /// <summary>The farthest first; none where the agreement sets no radius.</summary>
    public static IReadOnlyList<SiteBeyondRadius> All(AllocationProblem problem, AllocationPlan plan)
    {
        var halfDays = plan.Assignments.GroupBy(a => a.Site).ToDictionary(g => g.Key, g => g.Sum(a => a.HalfDays));
        return [.. problem.Grouping.Sites
            .Select(s => new SiteBeyondRadius(
                s, SiteIsWithinReachOfTheSeat.Radius(problem.Seat, s), halfDays.GetValueOrDefault(s)))
            .Where(s => problem.DistanceFromSeat.IsExceededBy(s.FromSeat))
            .OrderByDescending(s => s.FromSeat.Metres)];
    }
}
