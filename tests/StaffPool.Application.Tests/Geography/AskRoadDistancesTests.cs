using StaffPool.Application.Geography;
using StaffPool.Domain.Geography;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Geography;

public sealed class AskRoadDistancesTests
{
    private const string ThreeSites = """{"code":"Ok","distances":[[0,1000,2000],[1000,0,3000],[2000,3000,0]]}""";

    [Fact]
    public async Task Nothing_is_asked_where_the_scenario_gives_every_distance()
    {
        using var server = new RoutingServer(_ => (200, ThreeSites));

        var (scenario, withoutRoute) = await AskAsync(server, TinyPlan.Scenario);

        scenario.KnownDistances.ShouldBe(TinyPlan.Scenario.KnownDistances);
        withoutRoute.ShouldBeEmpty();
        server.Paths.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_the_scenario_gives_is_kept_and_the_rest_comes_from_the_service()
    {
        using var server = new RoutingServer(_ => (200, ThreeSites));
        var known = TinyPlan.Scenario.KnownDistances[0];

        var (scenario, _) = await AskAsync(server, TinyPlan.Scenario with { KnownDistances = [known] });

        scenario.KnownDistances[0].ShouldBe(known);
        scenario.KnownDistances.Skip(1).Select(k => k.Distance.Metres).ShouldBe([2_000, 3_000], ignoreOrder: true);
        DistanceSources.Of(scenario).ShouldBe(new DistanceSources(FromScenario: 1, FromService: 2, GreatCircle: 0));
        scenario.ToProblem().Distances.Between(TinyPlan.Epehy, TinyPlan.Nesle).Method.ShouldBe(DistanceMethod.RoutingService);
    }

    private static Task<ScenarioOnRoads> AskAsync(RoutingServer server, StaffPool.Application.Scenarios.Scenario scenario) =>
        AskRoadDistances.OfAsync(
            scenario, new OsrmDistances(server.Client, "OSRM", TimeProvider.System), TestContext.Current.CancellationToken);
}
