using System.Globalization;
using System.Resources;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Planning;

/// <summary>Objectives and their values in words, for the terminal and the pages alike.</summary>
public static class ObjectiveTexts
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Planning.ObjectiveTexts", typeof(ObjectiveTexts).Assembly);

    public static string Name(AllocationObjective objective, CultureInfo culture) =>
        NameOf(objective).In(culture);

    public static Text NameOf(AllocationObjective objective) => Of($"objective.{objective.Id}");

    /// <summary>A value with its unit, for example "12 345 km" for 12,345,000 metres.</summary>
    public static string Amount(long value, ObjectiveUnit unit, CultureInfo culture)
    {
        var text = unit switch
        {
            ObjectiveUnit.Metres => Of(Math.Abs(value) < 100_000 ? "unit.metres.short" : "unit.metres", value / 1000m),
            ObjectiveUnit.BasisPoints => Of("unit.basis-points", value / 100m),
            _ => Of($"unit.{unit}.{(IsSingular(value, culture) ? "one" : "many")}", value),
        };
        return text.In(culture);
    }

    private static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);

    /// <summary>French takes the singular below two, zero included; English for one alone.</summary>
    private static bool IsSingular(long value, CultureInfo culture) =>
        culture.TwoLetterISOLanguageName == "fr" ? Math.Abs(value) < 2 : Math.Abs(value) == 1;
}
