using System.Globalization;
using System.Text.Json;
using StaffPool.Application.Geography;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Testing;

namespace StaffPool.Application.Tests.Geography;

public sealed class OsrmDistancesTests
{
    private static readonly Member Owner = new() { Id = "m", Name = "M", Kind = MemberKind.PublicEstablishment };

    [Fact]
    public async Task The_larger_direction_is_kept_with_its_provenance()
    {
        using var server = new RoutingServer(_ => (200, """{"code":"Ok","distances":[[0,12345.4],[13000.6,0]]}"""));

        var routed = await Routed(server, Sites(2));

        var (from, to, distance) = routed.Known.ShouldHaveSingleItem();
        (from.Id, to.Id).ShouldBe(("s0", "s1"));
        distance.ShouldBe(new Distance(13_001, DistanceMethod.RoutingService, "OSRM Picardie, 2026-11-22"));
        server.Paths.ShouldBe(["/table/v1/driving/2.5,49.25;2.51,49.25?annotations=distance"]);
    }

    [Fact]
    public async Task A_pair_without_a_road_is_left_to_the_great_circle_and_reported()
    {
        using var server = new RoutingServer(_ => (200, """{"code":"Ok","distances":[[0,5,null],[5,0,7],[9,7,0]]}"""));
        var sites = Sites(3);

        var routed = await Routed(server, sites);

        routed.WithoutRoute.ShouldBe([(sites[0], sites[2])]);
        var distances = new DistanceMatrix(routed.Known, 1.3m);
        distances.Between(sites[2], sites[1]).Metres.ShouldBe(7);
        distances.Between(sites[2], sites[0]).Method.ShouldBe(DistanceMethod.GreatCircle);
    }

    [Theory]
    [InlineData(99, 1)]
    [InlineData(100, 1)]
    [InlineData(101, 3)]
    [InlineData(230, 10)]
    public async Task Every_pair_is_asked_for_within_the_limit_of_100_coordinates(int count, int requests)
    {
        using var server = new RoutingServer(path => (200, Table(path)));
        var sites = Sites(count);

        var routed = await Routed(server, sites);

        server.Paths.Count.ShouldBe(requests);
        routed.Known.Count.ShouldBe(count * (count - 1) / 2);
        // The server answers a metre for a hundredth of a degree, the step between two sites.
        routed.Known.ShouldAllBe(k => k.Distance.Metres == Array.IndexOf(sites, k.To) - Array.IndexOf(sites, k.From));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task One_site_asks_for_nothing(int count)
    {
        using var server = new RoutingServer(_ => (500, ""));

        (await Routed(server, Sites(count))).Known.ShouldBeEmpty();
        server.Paths.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(400, """{"code":"InvalidQuery","message":"Query string malformed"}""", "routing.refused")]
    [InlineData(200, """{"code":"NoTable"}""", "routing.refused")]
    [InlineData(502, "<html>Bad gateway</html>", "routing.unreadable")]
    [InlineData(200, "", "routing.unreadable")]
    [InlineData(200, "[]", "routing.unreadable")]
    [InlineData(200, "{}", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok"}""", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok","distances":[[0,1]]}""", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok","distances":[[0],[0]]}""", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok","distances":[[0,-1],[1,0]]}""", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok","distances":[[0,"1"],[1,0]]}""", "routing.unreadable")]
    [InlineData(200, """{"code":"Ok","distances":[[0,1],[1,""", "routing.unreadable")]
    public async Task A_wrong_answer_is_refused_with_what_to_do(int status, string body, string code)
    {
        using var server = new RoutingServer(_ => (status, body));

        var error = await Should.ThrowAsync<RoutingServiceException>(() => Routed(server, Sites(2)));

        error.Text.Key.ShouldBe(code);
        error.Text.In(CultureInfo.GetCultureInfo("en-GB")).ShouldContain("OSRM Picardie");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_said_to_be_unreachable()
    {
        var server = new RoutingServer(_ => (200, ""));
        var address = server.Client.BaseAddress;
        server.Dispose();
        using var client = new HttpClient { BaseAddress = address };

        var error = await Should.ThrowAsync<RoutingServiceException>(
            () => new OsrmDistances(client, "OSRM", TimeProvider.System).BetweenAsync(Sites(2), CancellationToken.None));

        error.Text.Key.ShouldBe("routing.unreachable");
    }

    [Fact]
    public async Task A_service_that_keeps_silent_is_given_up_after_the_timeout()
    {
        using var gate = new ManualResetEventSlim();
        using var server = new RoutingServer(_ =>
        {
            gate.Wait(TimeSpan.FromSeconds(5));
            return (200, "");
        });
        server.Client.Timeout = TimeSpan.FromMilliseconds(200);

        var error = await Should.ThrowAsync<RoutingServiceException>(() => Routed(server, Sites(2)));

        gate.Set();
        error.Text.Key.ShouldBe("routing.unreachable");
    }

    private static Task<RoutedDistances> Routed(RoutingServer server, Site[] sites) =>
        new OsrmDistances(server.Client, "OSRM Picardie", new FixedClock()).BetweenAsync(sites, TestContext.Current.CancellationToken);

    private static Site[] Sites(int count) =>
    [
        .. Enumerable.Range(0, count).Select(i => new Site
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"s{i}"),
            Name = "S",
            Member = Owner,
            Commune = new Commune("80585", "Nesle", ["80190"], default),
            Location = new GeoPoint(49.25, 2.5 + (i / 100.0)),
            Kind = SiteKind.Ehpad,
        }),
    ];

    private static string Table(string path)
    {
        var longitudes = path.Split('/')[4].Split('?')[0].Split(';')
            .Select(p => double.Parse(p.Split(',')[0], CultureInfo.InvariantCulture))
            .ToList();
        var rows = longitudes.Select(from => longitudes.Select(to => Math.Round(Math.Abs(from - to) * 100)));
        return JsonSerializer.Serialize(new { code = "Ok", distances = rows });
    }

    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;
    }
}
