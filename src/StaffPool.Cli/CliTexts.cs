using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Cli;

/// <summary>The sentences of the command line in one language.</summary>
internal sealed class CliTexts(CultureInfo culture)
{
    private static readonly ResourceManager Source = new("StaffPool.Cli.CliTexts", typeof(CliTexts).Assembly);

    /// <summary>Dates and numbers as they are written in the language.</summary>
    public CultureInfo Culture { get; } = culture;

    public string this[string key, params object?[] arguments] => new Text(Source, key, arguments).In(Culture);

    /// <summary>The singular or plural sentence, the count being its first argument; French takes the singular below two.</summary>
    public string Count(string key, int count, params object?[] others)
    {
        var singular = Culture.TwoLetterISOLanguageName == "fr" ? count < 2 : count == 1;
        return this[$"{key}.{(singular ? "one" : "many")}", [count, .. others]];
    }

    /// <summary>A share from 0 to 1, rounded down so that 100 % is said of what is whole only.</summary>
    public string Percent(decimal share) => this["percent", Math.Floor(share * 1000) / 10];

    /// <summary>A day in full; French says "1er" and no other ordinal.</summary>
    public string Date(DateOnly day)
    {
        var text = day.ToString("d MMMM yyyy", Culture);
        return day.Day == 1 && Culture.TwoLetterISOLanguageName == "fr" ? "1er" + text[1..] : text;
    }

    /// <summary>How long something took, no finer than a reader needs.</summary>
    public string Duration(TimeSpan time) => time switch
    {
        { TotalMinutes: < 1 } => this["duration.seconds", time.TotalSeconds],
        { TotalHours: < 1 } => this["duration.minutes", time.Minutes, time.Seconds],
        _ => this["duration.hours", (int)time.TotalHours, time.Minutes],
    };

    public static CliTexts French { get; } = new(CultureInfo.GetCultureInfo("fr-FR"));

    public static CliTexts English { get; } = new(CultureInfo.GetCultureInfo("en-GB"));

    public static CliTexts? Of(string language) => language switch
    {
        "fr" => French,
        "en" => English,
        _ => null,
    };
}
