using System.Globalization;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Tests.Texts;

/// <summary>What a user reads, with plain spaces.</summary>
internal static class Sentences
{
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>In French; that the English sentence is there too is checked on the way.</summary>
    public static string[] Read(this IEnumerable<Text> texts) => [.. texts.Select(Read)];

    public static string[] Read(this IEnumerable<Violation> violations) => violations.Select(v => v.Message).Read();

    public static string Read(this Text text)
    {
        text.In(English).ShouldNotBeNullOrWhiteSpace();
        return text.ToString().Replace('\u00A0', ' ').Replace('\u202F', ' ');
    }
}
