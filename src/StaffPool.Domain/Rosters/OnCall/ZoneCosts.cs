using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>What a zone costs in a year, in cents; figures of the grouping.</summary>
/// <param name="LineCents">Of one nurse on duty every night: indemnities or wages, interventions.</param>
/// <param name="ZoneCents">Of a zone whatever its size: coordination, telephone, contract.</param>
/// <param name="NurseCents">Of each nurse in the roster: training, equipment.</param>
public sealed record ZoneCosts(long LineCents, long ZoneCents, long NurseCents);

/// <summary>A zone that could be: some sites that are near enough to each other.</summary>
/// <param name="Sites">In the order of the territory.</param>
/// <param name="Residents">Of all of them.</param>
/// <param name="Lines">Nurses on duty at once.</param>
/// <param name="Nurses">In the roster.</param>
/// <param name="CostCents">A year.</param>
/// <param name="WidestMinutes">Between the two sites furthest apart.</param>
public sealed record ZoneProposal(IReadOnlyList<OnCallSite> Sites, int Residents, int Lines, int Nurses, long CostCents, int WidestMinutes)
{
    public static ZoneProposal Of(OnCallZone territory, OnCallTerms terms, ZoneCosts costs, IReadOnlyList<OnCallSite> sites)
    {
        var residents = sites.Sum(s => s.Residents);
        var lines = terms.LinesFor(residents);
        var nurses = lines * terms.LeastNurses;
        return new ZoneProposal(
            sites, residents, lines, nurses, (lines * costs.LineCents) + costs.ZoneCents + (nurses * costs.NurseCents), territory.Widest(sites));
    }

    /// <summary>What each site pays, by its residents, to the cent.</summary>
    public IReadOnlyList<(OnCallSite Site, long Cents)> Shares() => [.. Sites.Zip(Apportionment.LargestRemainder(CostCents, [.. Sites.Select(s => (decimal)s.Residents)]))];
}
