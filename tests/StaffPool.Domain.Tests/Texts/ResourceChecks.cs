using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Resources;
using System.Text.RegularExpressions;

namespace StaffPool.Domain.Tests.Texts;

/// <summary>Holds the French and the English texts of an assembly against each other.</summary>
internal static partial class ResourceChecks
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    /// <summary>Every difference in keys or placeholders, as sentences; empty when the two agree.</summary>
    public static IReadOnlyList<string> Differences(Assembly assembly)
    {
        var bases = assembly.GetManifestResourceNames().Where(n => n.EndsWith(".resources", StringComparison.Ordinal)).ToList();
        bases.ShouldNotBeEmpty();
        return [.. bases.SelectMany(name => Differences(new ResourceManager(name[..^".resources".Length], assembly), name))];
    }

    private static IEnumerable<string> Differences(ResourceManager source, string name)
    {
        var french = Texts(source, CultureInfo.InvariantCulture);
        var english = Texts(source, English);
        var missing = french.Keys.Except(english.Keys, StringComparer.Ordinal).Select(k => $"{name}: {k} is not in English")
            .Concat(english.Keys.Except(french.Keys, StringComparer.Ordinal).Select(k => $"{name}: {k} is not in French"));
        var differing = french.Keys.Intersect(english.Keys, StringComparer.Ordinal)
            .Where(key => !Placeholders(french[key]).SetEquals(Placeholders(english[key])))
            .Select(key => $"{name}: {key} does not have the same placeholders");
        return missing.Concat(differing);
    }

    private static Dictionary<string, string> Texts(ResourceManager source, CultureInfo culture) =>
        source.GetResourceSet(culture, createIfNotExists: true, tryParents: false)?
            .Cast<DictionaryEntry>()
            .ToDictionary(e => (string)e.Key, e => (string)e.Value!, StringComparer.Ordinal)
        ?? new Dictionary<string, string>(StringComparer.Ordinal);

    private static HashSet<string> Placeholders(string text) =>
        [.. Placeholder().Matches(text).Select(m => m.Groups["number"].Value)];

    [GeneratedRegex(@"\{(?<number>[0-9]+)[^}]*\}", RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();
}
