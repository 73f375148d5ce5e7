using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables;

/// <summary>Every setting of the timetable that the founding agreement may fix, with its default and source.</summary>
public static class TimetableSettings
{
    private static readonly LegalReference Choice = new("StaffPool", Confidence.Choice);

    /// <summary>Minutes after midnight at which the morning begins (510: half past eight).</summary>
    public static SettingDefinition<int> MorningStart { get; } = new("timetable.morning-start-minutes", 510, Choice) { Range = (300, 660) };

    /// <summary>Minutes between morning and afternoon.</summary>
    public static SettingDefinition<int> MiddayBreak { get; } = new("timetable.midday-break-minutes", 90, Choice) { Range = (20, 240) };

    /// <summary>Minutes of the midday break that a trip between two sites must leave.</summary>
    public static SettingDefinition<int> Meal { get; } = new(
        "timetable.meal-minutes", 30, new LegalReference("Décret n° 2002-9, pause de 20 minutes au-delà de six heures", Confidence.Source)) { Range = (20, 120) };

    /// <summary>Kilometres an hour on the road, where only the distance is known.</summary>
    public static SettingDefinition<int> RoadSpeed { get; } = new("timetable.road-speed", 50, Choice) { Range = (10, 130) };

    /// <summary>Days of the week worked, counted from Monday.</summary>
    public static SettingDefinition<int> DaysPerWeek { get; } = new("timetable.days-per-week", 5, Choice) { Range = (1, 7) };

    /// <summary>Half-days a week that a professional may do beyond the contract to catch up.</summary>
    public static SettingDefinition<int> CatchUpPerWeek { get; } = new("timetable.catch-up-per-week", 2, Choice) { Range = (0, 10) };

    /// <summary>Days before its first day by which a timetable is to be known.</summary>
    public static SettingDefinition<int> PublicationNotice { get; } = new(
        "timetable.publication-days", 15, new LegalReference("Décret n° 2002-9, tableau de service affiché quinze jours avant", Confidence.Source)) { Range = (0, 60) };

    /// <summary>Hours before a half-day within which a change of it must be justified.</summary>
    public static SettingDefinition<int> ChangeNotice { get; } = new(
        "timetable.change-hours", 48, new LegalReference("Décret n° 2002-9, modification quarante-huit heures avant", Confidence.Source)) { Range = (0, 720) };

    public static IReadOnlyList<SettingDefinition> All { get; } =
        [MorningStart, MiddayBreak, Meal, RoadSpeed, DaysPerWeek, CatchUpPerWeek, PublicationNotice, ChangeNotice];
}
