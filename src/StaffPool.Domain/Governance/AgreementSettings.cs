using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance;

/// <summary>Every setting that the planner reads from the founding agreement, with its default and source.</summary>
public static class AgreementSettings
{
    private const string Picardie = "Guide ANAP 2011, GCSMS du Centre de Picardie";

    /// <summary>Most distinct sites for one professional (three structures in Picardie).</summary>
    public static SettingDefinition<int> MaxSitesPerProfessional { get; } =
        new("sites.max-per-professional", 3, new LegalReference(Picardie)) { Range = (1, 1000) };

    /// <summary>Whether the professional's own base counts among them: the source does not say.</summary>
    public static SettingDefinition<bool> BaseSiteCounts { get; } =
        new("sites.base-counts", true, new LegalReference(Picardie, Confidence.Choice));

    /// <summary>Services whose professionals may work on any number of sites.</summary>
    public static SettingDefinition<IReadOnlyList<string>> ExemptServices { get; } =
        new("sites.exempt-services", [], new LegalReference(Picardie));

    /// <summary>Distance between a professional's base and a site.</summary>
    public static SettingDefinition<DistanceLimit> DistanceFromBase { get; } =
        new("distance.from-base", DistanceLimit.None, new LegalReference(Picardie, Confidence.Choice));

    /// <summary>Distance between any two sites of one professional.</summary>
    public static SettingDefinition<DistanceLimit> DistanceBetweenSites { get; } =
        new("distance.between-sites", DistanceLimit.None, new LegalReference(Picardie, Confidence.Choice));

    /// <summary>Radius of the territory around the seat, as the crow flies (15 km around Nesle in Picardie).</summary>
    public static SettingDefinition<DistanceLimit> DistanceFromSeat { get; } =
        new("distance.from-seat", DistanceLimit.None, new LegalReference(Picardie, Confidence.Choice));

    /// <summary>Road length over great-circle length where no road distance is known.</summary>
    public static SettingDefinition<decimal> DetourFactor { get; } =
        new("distance.detour-factor", 1.3m, new LegalReference("Usage", Confidence.Choice)) { Range = (1, 3) };

    /// <summary>
    /// Fewest half-days a year of one professional on one site, so that nobody travels for a visit every other
    /// month; a smaller need is its own minimum.
    /// </summary>
    public static SettingDefinition<int> SmallestBlockPerYear { get; } =
        new("blocks.smallest-per-year", 12, new LegalReference("StaffPool", Confidence.Choice)) { Range = (1, 500) };

    /// <summary>Hours in a half-day, for needs declared in hours or in full-time equivalents.</summary>
    public static SettingDefinition<decimal> HoursPerHalfDay { get; } =
        new("time.hours-per-half-day", 3.5m, new LegalReference("35 h en dix demi-journées", Confidence.Inferred)) { Range = (1, 12) };

    /// <summary>Hours a year of a full-time post, for needs declared in full-time equivalents or percentages.</summary>
    public static SettingDefinition<decimal> HoursPerFullTime { get; } =
        new("time.hours-per-full-time", 1607m, new LegalReference("Décret n° 2002-9 du 4 janvier 2002", Confidence.Text)) { Range = (100, 2400) };

    public static IReadOnlyList<SettingDefinition> All { get; } =
    [
        MaxSitesPerProfessional, BaseSiteCounts, ExemptServices, DistanceFromBase, DistanceBetweenSites,
        DistanceFromSeat, DetourFactor, SmallestBlockPerYear, HoursPerHalfDay, HoursPerFullTime,
    ];
}
