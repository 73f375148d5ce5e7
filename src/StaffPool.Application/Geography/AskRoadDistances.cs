using StaffPool.Application.Scenarios;
using StaffPool.Domain.Members;

namespace StaffPool.Application.Geography;

/// <summary>
/// Completes a scenario with the road distances of a routing service. What the scenario gives itself stays: somebody
/// entered it with its source.
/// </summary>
public static class AskRoadDistances
{
    /// <exception cref="RoutingServiceException">The service cannot be used; the scenario can still be planned without it.</exception>
    public static async Task<ScenarioOnRoads> OfAsync(Scenario scenario, OsrmDistances service, CancellationToken stop)
    {
        var known = scenario.KnownDistances.SelectMany(k => new[] { (k.From, k.To), (k.To, k.From) }).ToHashSet();
        var sites = scenario.Grouping.Sites;
        var asked = sites.Where(site => sites.Any(other => other != site && !known.Contains((site, other)))).ToList();
        var routed = await service.BetweenAsync(asked, stop);
        return new ScenarioOnRoads(
            scenario with { KnownDistances = [.. scenario.KnownDistances, .. routed.Known.Where(r => !known.Contains((r.From, r.To)))] },
            [.. routed.WithoutRoute.Where(pair => !known.Contains(pair))]);
    }
}

/// <param name="Scenario">With the distances of the service.</param>
/// <param name="WithoutRoute">Pairs left to the great circle: neither the scenario nor the service has a road.</param>
public sealed record ScenarioOnRoads(Scenario Scenario, IReadOnlyList<(Site From, Site To)> WithoutRoute);
