namespace StaffPool.Domain.Members;

/// <summary>A legal entity in the grouping.</summary>
public sealed record Member
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required MemberKind Kind { get; init; }

    /// <summary>Whether it hires shared professionals for the grouping (5 of the 10 members in Picardie).</summary>
    public bool IsEmployer { get; init; }

    /// <summary>
    /// Most half-days a year that the member accepts over all professions (its budget), or null for no limit
    /// beyond its declared needs.
    /// </summary>
    public int? QuotaPerYear { get; init; }

    public bool Equals(Member? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

public enum MemberKind
{
    /// <summary>Public hospital (établissement public de santé).</summary>
    PublicHospital,

    /// <summary>Public social or medico-social establishment.</summary>
    PublicEstablishment,

    /// <summary>Local authority, CCAS or CIAS.</summary>
    LocalAuthority,

    /// <summary>Association, foundation or mutual: private, non-profit.</summary>
    PrivateNonProfit,

    /// <summary>Commercial company.</summary>
    PrivateForProfit,

    /// <summary>A person practising alone.</summary>
    NaturalPerson,
}
