using System.Globalization;
using System.Resources;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Interchange;

/// <summary>What tables, their columns and their choices are called, and what is said of a cell.</summary>
internal static class ExchangeTexts
{
    private static readonly CultureInfo[] Languages = [CultureInfo.GetCultureInfo("fr-FR"), CultureInfo.GetCultureInfo("en-US")];

    private static readonly ResourceManager Source = new("StaffPool.Application.Interchange.ExchangeTexts", typeof(ExchangeTexts).Assembly);

    public static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    public static Violation Blocking(string key, params object?[] arguments) =>
        new(key, Severity.Blocking, Of(key, arguments), [], null);

    /// <summary>In the language of whoever asks.</summary>
    public static string Here(this Text text) => text.In(CultureInfo.CurrentUICulture);

    /// <summary>A word in every language, with its other spellings (<c>key.also</c>, parted by bars).</summary>
    public static IEnumerable<string> Spellings(string key) => Languages
        .SelectMany(l => new[] { Source.GetString(key, l) }.Concat(Source.GetString($"{key}.also", l)?.Split('|') ?? []))
        .OfType<string>()
        .Distinct(StringComparer.Ordinal);
}
