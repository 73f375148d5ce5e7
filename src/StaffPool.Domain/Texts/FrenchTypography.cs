using System.Globalization;

namespace StaffPool.Domain.Texts;

/// <summary>
/// The spaces that French puts before double punctuation and units, and inside quotation marks: a line never breaks
/// there. Sentences are written with plain spaces, which every editor shows.
/// </summary>
internal static class FrenchTypography
{
    private const char NoBreakSpace = '\u00A0';

    private static readonly string[] Held = [" :", " ;", " !", " ?", " »", "« ", " %", "} km"];

    public static string Apply(string sentence, CultureInfo culture) => culture.TwoLetterISOLanguageName == "fr"
        ? Held.Aggregate(sentence, (text, held) => text.Replace(held, held.Replace(' ', NoBreakSpace), StringComparison.Ordinal))
        : sentence;
}
