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

    /// <summary>The singular or plural sentence, the count being its first argument.</summary>
    public string Count(string key, int count, params object?[] others) => this[Wording.KeyFor(key, count, Culture), [count, .. others]];

    /// <summary>A share from 0 to 1, rounded down so that 100 % is said of what is whole only.</summary>
    public string Percent(decimal share) => this["percent", Wording.PercentOf(share)];

    public string Date(DateOnly day) => Wording.Day(day, Culture);

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
