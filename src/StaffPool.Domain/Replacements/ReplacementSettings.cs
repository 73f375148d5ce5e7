using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <summary>Every setting about replacements that a founding agreement may fix, with its default and source: docs/remplacements.md.</summary>
public static class ReplacementSettings
{
    private static readonly LegalReference Ours = new("StaffPool", Confidence.Choice);

    /// <summary>What orders the list, the first criterion first; those left out do not count.</summary>
    public static SettingDefinition<IReadOnlyList<string>> Order { get; } =
        new("replacements.order", [.. RankCriterion.All.Select(c => c.Id)], Ours);

    /// <summary>Half-days on a site from which somebody knows the house.</summary>
    public static SettingDefinition<int> KnowsTheHouseFrom { get; } = new("replacements.knows-the-house-from", 4, Ours) { Range = (1, 400) };

    /// <summary>Distances so close to each other count as equal, so that the next criterion decides.</summary>
    public static SettingDefinition<int> DistanceBand { get; } = new("replacements.distance-band", 5, Ours) { Range = (1, 100) };

    /// <summary>Hours of the year so close to each other, in per cent of the contract, count as equal.</summary>
    public static SettingDefinition<int> HoursBand { get; } = new("replacements.hours-band", 5, Ours) { Range = (1, 100) };

    /// <summary>Costs so close to each other, in euros, count as equal.</summary>
    public static SettingDefinition<int> CostBand { get; } = new("replacements.cost-band", 5, Ours) { Range = (1, 1000) };

    /// <summary>Price of an hour before surcharges: about 19.50 € for a medico-psychological aid in 2011.</summary>
    public static SettingDefinition<decimal> HourlyPrice { get; } =
        new("replacements.hourly-price", 19.50m, new LegalReference("Guide ANAP 2011, GECAC-Tremplin")) { Range = (0, 500) };

    /// <summary>Offers that one person may be sent in a calendar month: repeated calls to people at rest may be seen as hidden on-call.</summary>
    public static SettingDefinition<int> OffersAMonth { get; } = new("replacements.offers-a-month", 6, Ours) { Range = (1, 100) };

    /// <summary>Hour of the day, in Paris, from which nobody is written to.</summary>
    public static SettingDefinition<int> QuietFrom { get; } = new("replacements.quiet-from", 20, Ours) { Range = (0, 23) };

    /// <summary>Hour of the day, in Paris, until which nobody is written to.</summary>
    public static SettingDefinition<int> QuietUntil { get; } = new("replacements.quiet-until", 8, Ours) { Range = (0, 23) };

    /// <summary>People asked at a time.</summary>
    public static SettingDefinition<int> WaveSize { get; } = new("replacements.wave-size", 3, Ours) { Range = (1, 500) };

    /// <summary>Minutes before the next are asked too.</summary>
    public static SettingDefinition<int> WaveMinutes { get; } = new("replacements.wave-minutes", 30, Ours) { Range = (1, 10_000) };

    /// <summary>Whether a coordinator approves a swap between two people: who is on duty when is for the employer to say.</summary>
    public static SettingDefinition<bool> SwapsNeedApproval { get; } = new("replacements.swaps-need-approval", true, Ours);

    /// <summary>Days before and after a half-day among which others are looked for to swap it with.</summary>
    public static SettingDefinition<int> SwapDays { get; } = new("replacements.swap-days", 14, Ours) { Range = (1, 60) };

    /// <summary>Road speed, for the trip between two sites in one day.</summary>
    public static SettingDefinition<int> RoadSpeed { get; } = new("replacements.road-speed", 50, Ours) { Range = (10, 130) };

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        Order, KnowsTheHouseFrom, DistanceBand, HoursBand, CostBand, HourlyPrice, OffersAMonth, QuietFrom, QuietUntil,
        WaveSize, WaveMinutes, SwapsNeedApproval, SwapDays, RoadSpeed,
    ];
}
