using System.Globalization;
using System.Resources;

namespace StaffPool.Domain.Texts;

/// <summary>
/// A sentence for the user, kept as key and arguments until it is shown, so that one computation
/// can be read in French or in English. The French resource is the neutral one.
/// </summary>
/// <param name="Source">Where the sentence is kept: one resource file per module.</param>
/// <param name="Key">Key of the sentence, also the stable code of an error.</param>
/// <param name="Arguments">Values put into the placeholders; a <see cref="Text"/> among them is rendered in turn.</param>
public sealed record Text(ResourceManager Source, string Key, IReadOnlyList<object?> Arguments)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>The sentence in the given language. A missing key is a programming error and throws.</summary>
    public string In(CultureInfo culture)
    {
        var format = Source.GetString(Key, culture)
            ?? throw new MissingManifestResourceException($"No text for the key '{Key}' in '{Source.BaseName}'.");
        // Before the values go in: names and paths stay as they are.
        return string.Format(culture, FrenchTypography.Apply(format, culture), [.. Arguments.Select(a => a is Text t ? t.In(culture) : a)]);
    }

    public override string ToString() => In(French);
}
