using System.Text.Json;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Rosters;

/// <summary>The words of the format, see docs/roster-format.md.</summary>
internal static class RosterWords
{
    public const string Problem = "staffpool-roster/1";

    public const string Result = "staffpool-roster-result/1";

    public static readonly Dictionary<string, RosterMeasure> Measures = new(StringComparer.Ordinal)
    {
        ["minutes"] = RosterMeasure.Minutes,
        ["onCallMinutes"] = RosterMeasure.OnCallMinutes,
        ["shifts"] = RosterMeasure.Shifts,
        ["nights"] = RosterMeasure.Nights,
        ["weekEndShifts"] = RosterMeasure.WeekEndShifts,
        ["holidays"] = RosterMeasure.Holidays,
        ["onCallSundays"] = RosterMeasure.OnCallSundays,
        ["workedDays"] = RosterMeasure.WorkedDays,
        ["weekEnds"] = RosterMeasure.WeekEnds,
    };

    public static readonly Dictionary<string, CountWindow> Windows = new(StringComparer.Ordinal)
    {
        ["period"] = CountWindow.Period,
        ["week"] = CountWindow.Week,
        ["month"] = CountWindow.Month,
        ["sliding"] = CountWindow.Sliding,
    };

    public static readonly Dictionary<string, RunKind> Runs = new(StringComparer.Ordinal)
    {
        ["days"] = RunKind.Days,
        ["nights"] = RunKind.Nights,
        ["weekEnds"] = RunKind.WeekEnds,
    };

    public static readonly Dictionary<string, WorkKind> Kinds = new(StringComparer.Ordinal)
    {
        ["work"] = WorkKind.Work,
        ["onCall"] = WorkKind.OnCall,
    };

    public static readonly Dictionary<string, DayOfWeek> Weekdays = new(StringComparer.Ordinal)
    {
        ["mon"] = DayOfWeek.Monday,
        ["tue"] = DayOfWeek.Tuesday,
        ["wed"] = DayOfWeek.Wednesday,
        ["thu"] = DayOfWeek.Thursday,
        ["fri"] = DayOfWeek.Friday,
        ["sat"] = DayOfWeek.Saturday,
        ["sun"] = DayOfWeek.Sunday,
    };

    /// <summary>The names of an enumeration as words.</summary>
    public static Dictionary<string, T> Camel<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), StringComparer.Ordinal);

    /// <summary>The word for a value.</summary>
    public static string Of<T>(Dictionary<string, T> words, T value)
        where T : struct => words.First(w => w.Value.Equals(value)).Key;
}
