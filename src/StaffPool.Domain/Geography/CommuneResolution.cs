namespace StaffPool.Domain.Geography;

/// <summary>What a name of commune, with or without its postal code, turned out to be.</summary>
public abstract record CommuneResolution
{
    private CommuneResolution()
    {
    }

    public sealed record Found(Commune Commune) : CommuneResolution;

    /// <summary>Several communes bear the name; the postal code tells them apart.</summary>
    /// <param name="Candidates">All of them, in the order of their INSEE codes.</param>
    public sealed record Ambiguous(IReadOnlyList<Commune> Candidates) : CommuneResolution;

    /// <summary>No commune bears the name, or none with that postal code.</summary>
    /// <param name="Nearest">What may have been meant, likeliest first; possibly empty.</param>
    public sealed record Unknown(IReadOnlyList<Commune> Nearest) : CommuneResolution;
}
