using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;

namespace StaffPool.Application.Geography;

/// <summary>How many pairs of sites have their distance from where.</summary>
public sealed record DistanceSources(long FromScenario, long FromService, long GreatCircle)
{
    public static DistanceSources Of(Scenario scenario)
    {
        long sites = scenario.Grouping.Sites.Count;
        long routed = scenario.KnownDistances.Count(k => k.Distance.Method == DistanceMethod.RoutingService);
        long known = scenario.KnownDistances.Count;
        return new DistanceSources(known - routed, routed, (sites * (sites - 1) / 2) - known);
    }
}
