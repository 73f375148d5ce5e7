using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Solver.Rosters.OnCall;
using StaffPool.Solver.Tests.Engines;

namespace StaffPool.Solver.Tests.Rosters.OnCall;

public sealed class ZoneAdvisorTests(SharedEngines engines)
{
    private static readonly ZoneCosts Costs = new(24_000_00, 4_000_00, 800_00);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public async Task The_advice_is_the_cheapest_of_all_cuts_and_proven(int seed)
    {
        var territory = Territory(seed, 7);
        var advice = await AdviseAsync(territory);

        advice.CostCents.ShouldBe(CheapestCut(territory, [.. territory.Sites]));
        advice.BoundCents.ShouldBe(advice.CostCents);
        advice.IsExact.ShouldBeTrue();
        advice.Zones.SelectMany(z => z.Sites).ShouldBe(territory.Sites, ignoreOrder: true);
        advice.Zones.ShouldAllBe(z => z.WidestMinutes <= OnCallTerms.Usual.MostMinutesBetweenSites);
    }

    [Fact]
    public async Task A_large_territory_is_cut_with_a_true_bound()
    {
        var territory = Territory(5, 60);
        var advice = await AdviseAsync(territory);

        advice.Zones.SelectMany(z => z.Sites).ShouldBe(territory.Sites, ignoreOrder: true);
        advice.BoundCents.ShouldBeInRange(1, advice.CostCents);
    }

    [Fact]
    public async Task A_site_that_nobody_is_near_stays_alone_and_says_how_far_the_next_one_is()
    {
        var territory = new OnCallZone
        {
            Name = "t",
            Sites = [new OnCallSite("a", "A", 80), new OnCallSite("b", "B", 80), new OnCallSite("c", "C", 80)],
            Travel = new Dictionary<(string, string), int> { [("a", "b")] = 20, [("b", "c")] = 55 },
        };

        (await AdviseAsync(territory)).Alone.ShouldHaveSingleItem().ShouldBe(new LonelySite(territory.Sites[2], territory.Sites[1], 55));
    }

    private async Task<ZoneAdvice> AdviseAsync(OnCallZone territory) => await new ZoneAdvisor(engines.Portable)
        .AdviseAsync(territory, OnCallTerms.Usual, Costs, TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);

    /// <summary>The first site left goes with every choice of the others, and the rest is cut the same way.</summary>
    private static long CheapestCut(OnCallZone territory, IReadOnlyList<OnCallSite> left)
    {
        if (left.Count == 0)
        {
            return 0;
        }

        var least = long.MaxValue;
        for (var bits = 0; bits < 1 << (left.Count - 1); bits++)
        {
            List<OnCallSite> zone = [left[0], .. left.Skip(1).Where((_, i) => (bits >> i & 1) == 1)];
            if (zone.All(a => zone.All(b => territory.MinutesBetween(a, b) <= OnCallTerms.Usual.MostMinutesBetweenSites)))
            {
                var rest = CheapestCut(territory, [.. left.Except(zone)]);
                least = Math.Min(least, rest + ZoneProposal.Of(territory, OnCallTerms.Usual, Costs, zone).CostCents);
            }
        }

        return least;
    }

    private static OnCallZone Territory(int seed, int count)
    {
        var random = new Random(seed);
        List<(OnCallSite Site, double X, double Y)> places =
            [.. Enumerable.Range(1, count).Select(i => (new OnCallSite($"s{i}", $"Site {i}", 40 + random.Next(100)), random.NextDouble() * 60, random.NextDouble() * 60))];
        var travel = new Dictionary<(string, string), int>();
        foreach (var (one, x, y) in places)
        {
            foreach (var (other, u, v) in places)
            {
                travel[(one.Id, other.Id)] = (int)Math.Sqrt(((x - u) * (x - u)) + ((y - v) * (y - v)));
            }
        }

        return new OnCallZone { Name = "t", Sites = [.. places.Select(p => p.Site)], Travel = travel };
    }
}
