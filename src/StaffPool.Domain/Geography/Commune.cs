namespace StaffPool.Domain.Geography;

/// <summary>A French commune (source: the State's commune data, Licence Ouverte 2.0).</summary>
/// <param name="InseeCode">Five characters, for example "80585" or "2A004".</param>
/// <param name="Name">Official name, with accents and articles.</param>
/// <param name="PostalCodes">Postal codes that serve it, at least one.</param>
/// <param name="Centre">Centre of the commune.</param>
/// <param name="Population">Inhabitants at the last census, or null where not known.</param>
public sealed record Commune(
    string InseeCode, string Name, IReadOnlyList<string> PostalCodes, GeoPoint Centre, int? Population = null)
{
    public bool Equals(Commune? other) => other is not null && InseeCode == other.InseeCode;

    public override int GetHashCode() => InseeCode.GetHashCode(StringComparison.Ordinal);
}
