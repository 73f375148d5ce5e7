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
    // No point of a commune of metropolitan France lies that far from its centre; latitude and longitude swapped do.
    private const double MostKilometresFromCentre = 50;

    /// <summary>Kilometres from the centre to a point that cannot be of the commune; null for one that can.</summary>
    public double? KilometresTooFar(GeoPoint point) =>
        !InseeCode.StartsWith("97", StringComparison.Ordinal)
        && point.GreatCircleMetresTo(Centre) / 1000 is > MostKilometresFromCentre and var kilometres
            ? kilometres
            : null;

    public bool Equals(Commune? other) => other is not null && InseeCode == other.InseeCode;

    public override int GetHashCode() => InseeCode.GetHashCode(StringComparison.Ordinal);
}
