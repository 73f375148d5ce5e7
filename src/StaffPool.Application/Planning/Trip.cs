using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Planning;

/// <summary>What the people of one profession and one base do on one other site.</summary>
/// <param name="From">Their base.</param>
/// <param name="To">Where they work.</param>
/// <param name="Profession">Of all of them.</param>
/// <param name="People">How many go.</param>
/// <param name="HalfDays">Planned in the period.</param>
/// <param name="Metres">Road metres one way.</param>
public sealed record Trip(Site From, Site To, Profession Profession, int People, int HalfDays, long Metres)
{
    /// <summary>Every trip away from a base, the most half-days first; work at the base is no trip.</summary>
    public static IReadOnlyList<Trip> All(AllocationProblem problem, AllocationPlan plan) =>
        [.. plan.Assignments
            .Where(a => a.Site != a.Professional.Base)
            .GroupBy(a => (From: a.Professional.Base, To: a.Site, a.Professional.Profession))
            .Select(g => new Trip(
                g.Key.From,
                g.Key.To,
                g.Key.Profession,
                g.Select(a => a.Professional).Distinct().Count(),
                g.Sum(a => a.HalfDays),
                problem.Distances.Between(g.Key.From, g.Key.To).Metres))
            .OrderByDescending(t => t.HalfDays)];
}
