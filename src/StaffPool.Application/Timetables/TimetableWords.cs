using System.Globalization;
using System.Resources;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>Aims of the timetable and their values in words, for the terminal and the pages alike.</summary>
public static class TimetableWords
{
    private static readonly ResourceManager Source =
        new("StaffPool.Application.Timetables.TimetableWords", typeof(TimetableWords).Assembly);

    public static string Name(TimetableObjective objective, CultureInfo culture) => Of($"aim.{objective.Id}").In(culture);

    /// <summary>A value with its unit, for example "12,3 km" for 12,345 metres.</summary>
    public static string Amount(long value, TimetableUnit unit, CultureInfo culture) => unit switch
    {
        TimetableUnit.Metres => Of("unit.Metres", value / 1000m).In(culture),
        TimetableUnit.Hundredths => Of("unit.Hundredths", value / 100m).In(culture),
        _ => Of($"unit.{unit}", value).In(culture),
    };

    /// <summary>Why half-days of a promise are missing, most frequent first: "congé 12, site fermé 8".</summary>
    public static string Reasons(UndeliveredExplanation explanation, CultureInfo culture) => string.Join(", ", explanation.Obstacles
        .OrderByDescending(o => o.Value)
        .Select(o => Of("reason", TimetableTexts.Of(o.Key), o.Value).In(culture)));

    internal static Text Of(string key, params object?[] arguments) => new(Source, key, arguments);
}
