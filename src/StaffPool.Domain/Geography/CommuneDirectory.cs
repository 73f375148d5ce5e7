using System.Globalization;
using System.IO.Compression;
using System.Text;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Geography;

/// <summary>
/// The communes of France, resolved without any network (source and licence: communes.NOTICE.md beside this file).
/// Safe to share between threads.
/// </summary>
public sealed class CommuneDirectory
{
    private const string Resource = "StaffPool.Domain.Geography.communes.tsv.gz";
    private const int Suggestions = 5;

    private static readonly Lazy<CommuneDirectory> Loaded = new(Load);

    private readonly Dictionary<string, Commune> byCode;

    // Most names are borne once: one commune, or the list of its namesakes.
    private readonly Dictionary<string, object> byName;

    private CommuneDirectory(Dictionary<string, Commune> byCode, Dictionary<string, object> byName) =>
        (this.byCode, this.byName) = (byCode, byName);

    /// <summary>The directory that comes with the product, read at first use.</summary>
    public static CommuneDirectory France => Loaded.Value;

    /// <summary>Every commune, in no particular order.</summary>
    public IReadOnlyCollection<Commune> All => byCode.Values;

    /// <param name="code">INSEE code, five characters ("80585"); not a postal code.</param>
    /// <returns>The commune, or null where no current commune has the code.</returns>
    public Commune? ByInseeCode(string code) => byCode.GetValueOrDefault(code);

    /// <summary>
    /// Finds a commune by its name, whatever the accents, the case, the hyphens, and "St" or "Saint".
    /// </summary>
    /// <param name="name">Name as somebody wrote it.</param>
    /// <param name="postalCode">Five digits, or null; needed where several communes bear the name.</param>
    /// <param name="suggest">Whether to look for the nearest names of an unknown one, which takes some 10 ms.</param>
    public CommuneResolution Resolve(string name, string? postalCode = null, bool suggest = true)
    {
        var key = CommuneName.Key(name);
        var namesakes = Named(key);
        var matching = postalCode is null
            ? namesakes
            : [.. namesakes.Where(c => c.PostalCodes.Contains(postalCode, StringComparer.Ordinal))];
        return matching.Count switch
        {
            1 => new CommuneResolution.Found(matching[0]),
            > 1 => new CommuneResolution.Ambiguous(matching),
            _ => new CommuneResolution.Unknown(suggest ? NearestTo(key, postalCode, namesakes) : []),
        };
    }

    private List<Commune> Named(string key) => byName.GetValueOrDefault(key) switch
    {
        Commune only => [only],
        List<Commune> several => several,
        _ => [],
    };

    private List<Commune> NearestTo(string key, string? postalCode, List<Commune> namesakes)
    {
        if (namesakes.Count > 0)
        {
            // The name is right and the postal code wrong: the namesakes of the same department come first.
            return [.. namesakes
                .OrderByDescending(c => c.PostalCodes.Max(p => SameStart(p, postalCode ?? "")))
                .Take(Suggestions)];
        }

        if (key.Length == 0)
        {
            return [];
        }

        var near = Nearest.To(key, byName.Keys, 50).SelectMany(Named).ToList();
        var there = postalCode is null
            ? []
            : byCode.Values
                .Where(c => c.PostalCodes.Contains(postalCode, StringComparer.Ordinal))
                .Where(c => CommuneName.Key(c.Name).Contains(key, StringComparison.Ordinal));
        return [.. near
            .Where(c => postalCode is not null && c.PostalCodes.Contains(postalCode, StringComparer.Ordinal))
            .Concat(there)
            .Concat(near)
            .Distinct()
            .Take(Suggestions)];
    }

    private static int SameStart(string first, string second)
    {
        var length = 0;
        while (length < Math.Min(first.Length, second.Length) && first[length] == second[length])
        {
            length++;
        }

        return length;
    }

    private static CommuneDirectory Load()
    {
        using var compressed = typeof(CommuneDirectory).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is missing from the assembly.");
        using var lines = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress), Encoding.UTF8, false, 1 << 16);
        var codes = new Dictionary<string, Commune>(36_000, StringComparer.Ordinal);
        var names = new Dictionary<string, object>(36_000, StringComparer.Ordinal);
        while (lines.ReadLine() is { } line)
        {
            var commune = Parse(line);
            codes.Add(commune.InseeCode, commune);
            var key = CommuneName.Key(commune.Name);
            if (names.TryAdd(key, commune))
            {
                continue;
            }

            if (names[key] is List<Commune> several)
            {
                several.Add(commune);
            }
            else
            {
                names[key] = new List<Commune> { (Commune)names[key], commune };
            }
        }

        return new CommuneDirectory(codes, names);
    }

    private static Commune Parse(string line)
    {
        Span<Range> fields = stackalloc Range[6];
        line.AsSpan().Split(fields, '\t');
        var population = line.AsSpan(fields[5]);
        return new Commune(
            line[fields[0]],
            line[fields[1]],
            line[fields[2]].Split(' '),
            new GeoPoint(
                double.Parse(line.AsSpan(fields[3]), CultureInfo.InvariantCulture),
                double.Parse(line.AsSpan(fields[4]), CultureInfo.InvariantCulture)),
            population.IsEmpty ? null : int.Parse(population, CultureInfo.InvariantCulture));
    }
}
