using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Workforce;

/// <summary>
/// What a professional agreed to. Lending private staff (Code du travail L.8241-2) and ordinary secondment of
/// civil servants need consent; a mission transferred to the grouping does not (CASF L.312-7).
/// </summary>
public sealed record Consent
{
    /// <summary>Agrees to every site.</summary>
    public static Consent ToAll { get; } = new();

    /// <summary>Sites agreed to, or null for all of them.</summary>
    public IReadOnlyList<Site>? Granted { get; init; }

    /// <summary>Sites refused; a refusal is stronger than a grant.</summary>
    public IReadOnlyList<Site> Refused { get; init; } = [];

    /// <summary>The text that makes consent unnecessary; refusals are then kept for information and do not block.</summary>
    public LegalReference? NotRequiredBecause { get; init; }

    public bool Allows(Site site) =>
        NotRequiredBecause is not null
        || (!Refused.Contains(site) && (Granted is null || Granted.Contains(site)));
}
