using StaffPool.Documents.Scenarios.Yaml;
using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Scenarios.Sections;

/// <summary>Where a site is: its commune by name (and postal code) or by INSEE code, its exact point where given.</summary>
internal sealed class PlaceReader(ScenarioContext context)
{
    public static readonly string[] CoordinateKeys = ["latitude", "longitude"];

    // Looking for the nearest of 35,000 names takes some 10 ms: once per misspelling, for the first ones only.
    private const int MostSuggested = 25;

    private readonly Dictionary<(string, string?), CommuneResolution> resolved = [];
    private int unknown;

    public (Commune Commune, GeoPoint Location)? Read(Fields fields)
    {
        var commune = fields.Has("insee") ? ByInseeCode(fields) : ByName(fields);
        var point = fields.Node("coordinates") is { } node ? ReadPoint(node) : null;
        if (commune is null)
        {
            return null;
        }

        if (point is { } exact && commune.KilometresTooFar(exact) is { } kilometres)
        {
            context.Problems.Add(fields.PositionOf("coordinates"), "coordinates.far", kilometres, commune.Name);
        }

        return (commune, point ?? commune.Centre);
    }

    private Commune? ByInseeCode(Fields fields)
    {
        if (fields.Text("insee") is not { } code)
        {
            return null;
        }

        if (context.Communes.ByInseeCode(code) is not { } commune)
        {
            context.Problems.Add(fields.PositionOf("insee"), "commune.insee-unknown", code);
            return null;
        }

        if (fields.Text("commune") is { } name && !BearsTheName(commune, name))
        {
            context.Problems.Add(fields.PositionOf("commune"), "commune.insee-mismatch", code, commune.Name, name);
        }

        if (fields.Text("postcode") is { } postcode && !commune.PostalCodes.Contains(postcode, StringComparer.Ordinal))
        {
            context.Problems.Add(
                fields.PositionOf("postcode"), "commune.postcode-mismatch", commune.Name, postcode, string.Join(", ", commune.PostalCodes));
        }

        return commune;
    }

    private Commune? ByName(Fields fields)
    {
        if (fields.Required("commune") is null || fields.Text("commune") is not { } name)
        {
            return null;
        }

        var postcode = fields.Text("postcode");
        switch (Resolve(name, postcode))
        {
            case CommuneResolution.Found found:
                return found.Commune;
            case CommuneResolution.Ambiguous ambiguous:
                context.Problems.Add(
                    fields.PositionOf("commune"), "commune.ambiguous", name, ambiguous.Candidates.Count, Shown(ambiguous.Candidates));
                return null;
            case CommuneResolution.Unknown { Nearest: var nearest }:
                context.Problems.Add(
                    fields.PositionOf("commune"),
                    nearest.Count == 0 ? "commune.unknown" : "commune.unknown-near",
                    postcode is null ? name : $"{name} ({postcode})",
                    Shown(nearest));
                return null;
            default:
                return null;
        }
    }

    private bool BearsTheName(Commune commune, string name) => Resolve(name, null) switch
    {
        CommuneResolution.Found found => found.Commune == commune,
        CommuneResolution.Ambiguous ambiguous => ambiguous.Candidates.Contains(commune),
        _ => false,
    };

    private CommuneResolution Resolve(string name, string? postcode)
    {
        if (!resolved.TryGetValue((name, postcode), out var resolution))
        {
            resolution = context.Communes.Resolve(name, postcode, unknown < MostSuggested);
            unknown += resolution is CommuneResolution.Unknown ? 1 : 0;
            resolved.Add((name, postcode), resolution);
        }

        return resolution;
    }

    private GeoPoint? ReadPoint(Node node)
    {
        if (Fields.Of(node, "coordinates", CoordinateKeys, context.Problems) is not { } fields)
        {
            return null;
        }

        var latitude = fields.RequiredNumber("latitude", -90, 90);
        var longitude = fields.RequiredNumber("longitude", -180, 180);
        return latitude is null || longitude is null
            ? null
            : new GeoPoint((double)latitude.Value, (double)longitude.Value);
    }

    private static string Shown(IReadOnlyList<Commune> communes) =>
        string.Join(" ; ", communes.Take(10).Select(c => $"{c.Name} ({string.Join(", ", c.PostalCodes.Take(3))}, INSEE {c.InseeCode})"));
}
