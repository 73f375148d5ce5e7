using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Rosters.OnCall;

/// <summary>
/// Cuts a territory into zones at the least cost: every group of sites near enough to each other is a zone that could be,
/// and the engine chooses some of them so that each site is in exactly one. Where there are too many groups, those that
/// fill the nurses on duty best are tried, and the bound is one of sums.
/// </summary>
public sealed class ZoneAdvisor(EnginePool engines)
{
    /// <summary>Groups listed at most; below, the advice is exact.</summary>
    public const int MostGroups = 30_000;

    /// <param name="territory">Sites and roads; a road that nobody gave is taken as too long.</param>
    /// <param name="terms">How near, how many residents for a nurse, how many nurses.</param>
    /// <param name="costs">Of zones, nurses on duty and nurses.</param>
    /// <param name="time">For the engine.</param>
    /// <param name="stop">Ends the search; the best found is kept.</param>
    /// <exception cref="EngineUnavailableException">No engine host can be started at all.</exception>
    public async Task<ZoneAdvice> AdviseAsync(OnCallZone territory, OnCallTerms terms, ZoneCosts costs, TimeSpan time, CancellationToken stop)
    {
        var (groups, isComplete) = ZoneGroups.Of(territory, terms, MostGroups);
        var proposals = groups.Select(g => ZoneProposal.Of(territory, terms, costs, g)).ToList();
        var builder = new CpModelBuilder();
        var start = Greedy(territory, proposals);
        var chosen = proposals.Select((p, i) =>
        {
            var variable = builder.NewBool(FormattableString.Invariant($"zone {i}"));
            builder.AddHint(variable, start.Contains(p));
            return variable;
        }).ToList();
        var of = proposals.Zip(chosen).SelectMany(p => p.First.Sites.Select(s => (Site: s, p.Second))).ToLookup(p => p.Site, p => p.Second);
        foreach (var site in territory.Sites)
        {
            builder.AddExactlyOne(of[site]);
        }

        builder.Minimize(LinearExpr.Sum(proposals.Zip(chosen).Select(p => p.Second * p.First.CostCents)));
        var answer = await engines.SolveAsync(
            new SolveRequest(builder.ToProto(), EngineKind.CpSat, new SolveLimits { WallTime = time, Workers = Math.Max(8, Environment.ProcessorCount) }), null, stop);
        var zones = answer.Solution is { } solution ? proposals.Zip(chosen).Where(p => p.Second.ValueIn(solution)).Select(p => p.First).ToList() : start;
        zones = zones.Sum(z => z.CostCents) <= start.Sum(z => z.CostCents) ? zones : start;
        var sums = ZoneGroups.LeastCost(territory, terms, costs);
        return new ZoneAdvice
        {
            Zones = [.. zones.OrderBy(z => territory.Sites.Index().First(s => s.Item == z.Sites[0]).Index)],
            CostCents = zones.Sum(z => z.CostCents),
            BoundCents = isComplete && answer.Bound is { } bound ? Math.Max(sums, (long)Math.Ceiling(bound - 1e-4)) : sums,
            Groups = proposals.Count,
            IsExact = isComplete,
            Alone = [.. zones.Where(z => z.Sites.Count == 1).Select(z => Nearest(territory, z.Sites[0]))],
            Engine = answer.Engine.Name,
        };
    }

    /// <summary>Cheapest by resident first, whatever still fits; a site alone is always a zone.</summary>
    private static List<ZoneProposal> Greedy(OnCallZone territory, List<ZoneProposal> proposals)
    {
        var left = territory.Sites.ToHashSet();
        var zones = new List<ZoneProposal>();
        foreach (var proposal in proposals.OrderBy(p => (double)p.CostCents / Math.Max(1, p.Residents)))
        {
            if (proposal.Sites.All(left.Contains))
            {
                zones.Add(proposal);
                left.ExceptWith(proposal.Sites);
            }
        }

        return zones;
    }

    private static LonelySite Nearest(OnCallZone territory, OnCallSite site)
    {
        var others = territory.Sites
            .Where(s => s != site)
            .Select(s => (Site: s, Minutes: territory.MinutesBetween(site, s)))
            .Where(s => s.Minutes is not null)
            .OrderBy(s => s.Minutes)
            .ToList();
        return others.Count == 0 ? new LonelySite(site, null, null) : new LonelySite(site, others[0].Site, others[0].Minutes);
    }
}

/// <summary>How to cut a territory, and how good that is proven to be.</summary>
public sealed record ZoneAdvice
{
    public required IReadOnlyList<ZoneProposal> Zones { get; init; }

    /// <summary>Of all zones in a year.</summary>
    public required long CostCents { get; init; }

    /// <summary>No cut that keeps the terms costs less.</summary>
    public required long BoundCents { get; init; }

    /// <summary>Groups of sites that were weighed.</summary>
    public required int Groups { get; init; }

    /// <summary>Whether that is all there are.</summary>
    public required bool IsExact { get; init; }

    /// <summary>Sites that are a zone alone, with their nearest neighbour.</summary>
    public required IReadOnlyList<LonelySite> Alone { get; init; }

    public required string Engine { get; init; }

    public bool IsProven => CostCents == BoundCents;
}

/// <param name="Site">Alone in its zone.</param>
/// <param name="Neighbour">The nearest other site; null where no road is known.</param>
/// <param name="Minutes">To it.</param>
public sealed record LonelySite(OnCallSite Site, OnCallSite? Neighbour, int? Minutes);
