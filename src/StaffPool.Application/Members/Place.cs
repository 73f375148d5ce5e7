using StaffPool.Domain.Geography;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Members;

/// <summary>Where a site is, as people say it.</summary>
/// <param name="InseeCode">Five characters; where it is given, the commune is not looked for by name.</param>
/// <param name="Commune">Name of the commune.</param>
/// <param name="PostalCode">Tells namesakes apart.</param>
/// <param name="Latitude">Degrees; with the longitude, or null for the centre of the commune.</param>
/// <param name="Longitude">Degrees.</param>
public sealed record Place(string? InseeCode, string? Commune, string? PostalCode, double? Latitude = null, double? Longitude = null)
{
    private const int MostCandidates = 10;

    /// <param name="problems">Added to.</param>
    /// <returns>Null where the commune is not found for certain.</returns>
    internal Commune? Find(List<Violation> problems)
    {
        var commune = string.IsNullOrWhiteSpace(InseeCode) ? ByName(problems) : ByInseeCode(InseeCode.Trim(), problems);
        if (Latitude is null != Longitude is null || Latitude is < -90 or > 90 or double.NaN || Longitude is < -180 or > 180 or double.NaN)
        {
            problems.Add(MemberTexts.Blocking("place.coordinates"));
        }
        else if (Latitude is { } latitude && Longitude is { } longitude && commune?.KilometresTooFar(new GeoPoint(latitude, longitude)) is { } far)
        {
            problems.Add(MemberTexts.Blocking("place.far", far, commune.Name));
        }

        return commune;
    }

    private static Commune? ByInseeCode(string code, List<Violation> problems)
    {
        var commune = CommuneDirectory.France.ByInseeCode(code);
        if (commune is null)
        {
            problems.Add(MemberTexts.Blocking("place.insee-unknown", code));
        }

        return commune;
    }

    private Commune? ByName(List<Violation> problems)
    {
        if (string.IsNullOrWhiteSpace(Commune))
        {
            problems.Add(MemberTexts.Blocking("place.missing"));
            return null;
        }

        var postalCode = string.IsNullOrWhiteSpace(PostalCode) ? null : PostalCode.Trim();
        var asked = postalCode is null ? Commune.Trim() : $"{Commune.Trim()} ({postalCode})";
        switch (CommuneDirectory.France.Resolve(Commune, postalCode))
        {
            case CommuneResolution.Found found:
                return found.Commune;
            case CommuneResolution.Ambiguous { Candidates: var candidates }:
                problems.Add(MemberTexts.Blocking("place.ambiguous", asked, candidates.Count, Shown(candidates)));
                return null;
            case CommuneResolution.Unknown { Nearest: { Count: > 0 } nearest }:
                problems.Add(MemberTexts.Blocking("place.unknown-near", asked, Shown(nearest)));
                return null;
            default:
                problems.Add(MemberTexts.Blocking("place.unknown", asked));
                return null;
        }
    }

    private static string Shown(IReadOnlyList<Commune> communes) =>
        string.Join(" ; ", communes.Take(MostCandidates).Select(c => $"{c.Name} ({string.Join(", ", c.PostalCodes.Take(3))}, INSEE {c.InseeCode})"));
}
