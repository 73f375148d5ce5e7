namespace StaffPool.Domain.Workforce;

/// <summary>An occupation that members can ask for, for example "ergothérapeute".</summary>
public sealed record Profession
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    /// <summary>
    /// Service of the grouping that the profession belongs to, where rules are waived by service
    /// ("gestion des équipements et des systèmes d'information" in Picardie); null for none.
    /// </summary>
    public string? Service { get; init; }

    public bool Equals(Profession? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
