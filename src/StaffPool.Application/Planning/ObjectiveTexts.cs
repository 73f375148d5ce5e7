using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>Objectives and their values in words, for the terminal and the pages alike.</summary>
public static class ObjectiveTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.ObjectiveTexts", typeof(ObjectiveTexts).Assembly);

    /// <summary>The objective in words; the identifier itself where it has no name yet.</summary>
    public static string Name(string objectiveId, CultureInfo culture) =>
        Source.GetString($"objective.{objectiveId}", culture) ?? objectiveId;

    /// <summary>Unit of an objective's values where only its identifier is at hand, as while the search runs.</summary>
    public static string UnitOf(string objectiveId) => objectiveId switch
    {
        "worst-served" => "basis points",
        "people-disturbed" => "people",
        "travel" => "metres",
        "preferences" => "points",
        _ => "half-days",
    };

    /// <summary>A value with its unit, for example "12 345 km" for 12,345,000 "metres".</summary>
    public static string Amount(long value, string unit, CultureInfo culture)
    {
        var text = unit switch
        {
            "half-days" or "people" or "points" => Of($"unit.{unit}.{(IsSingular(value, culture) ? "one" : "many")}", value),
            "metres" => Of(Math.Abs(value) < 100_000 ? "unit.metres.short" : "unit.metres", value / 1000m),
            "basis points" => Of("unit.basis-points", value / 100m),
            _ => Of("unit.other", value, unit),
        };
        return text.In(culture);
    }

    private static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>French takes the singular below two, zero included; English for one alone.</summary>
    private static bool IsSingular(long value, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" ? Math.Abs(value) < 2 : Math.Abs(value) == 1;
}
