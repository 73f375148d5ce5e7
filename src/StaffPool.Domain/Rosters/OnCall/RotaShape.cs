using System.Globalization;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>
/// How a zone is served: by whom at a time, and when. It cuts a period into turns, each one task of a
/// <see cref="RosterProblem"/>, on the clock of Paris: a night has 23 or 25 hours where the clocks change.
/// </summary>
/// <param name="Duty">Work on a site, or waiting at home.</param>
/// <param name="Turn">What one person takes at a time.</param>
/// <param name="StartsAt">When a night of duty starts.</param>
/// <param name="EndsAt">When it ends: the next day where it is not later than the start.</param>
public sealed record RotaShape(ZoneDuty Duty, ZoneTurn Turn, TimeOnly StartsAt, TimeOnly EndsAt)
{
    /// <summary>What is shared evenly, for the contracted time: a public holiday weighs more than a week-end, and that more than a turn.</summary>
    public static IReadOnlyList<FairShare> Fairness { get; } =
        [new(RosterMeasure.Shifts, 3), new(RosterMeasure.WeekEndShifts, 4), new(RosterMeasure.Holidays, 8)];

    /// <summary>Whether the time counts as work: a telephone that may ring is waiting, as being on call is.</summary>
    public WorkKind Work => Duty == ZoneDuty.Presence ? WorkKind.Work : WorkKind.OnCall;

    /// <summary>The turns of a period, by day. A turn of several nights that the period cuts is as long as what is left of it.</summary>
    /// <param name="period">Days in Paris on which nights start.</param>
    public IReadOnlyList<RosterTask> Turns(Period period) =>
    [
        .. Enumerable.Range(0, period.Days).Select(period.Start.AddDays)
            .Where(IsServed)
            .GroupBy(KeyOf)
            .Select(days => new RosterTask { Id = IdOf(days.First()), Label = Turn.ToString(), Parts = [.. days.Select(PartOf)], Kind = Work }),
    ];

    /// <summary>Identifier of the turn that starts on a day: the day.</summary>
    public static string IdOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // Work is done by day or by night, waiting goes on all week-end: one stretch that starts on the Friday.
    private bool IsServed(DateOnly day) => Turn != ZoneTurn.WeekEnd
        || (IsUnbroken ? day.DayOfWeek == DayOfWeek.Friday : TaskFacts.IsWeekEnd(day));

    private bool IsUnbroken => Turn == ZoneTurn.WeekEnd && Duty != ZoneDuty.Presence;

    /// <summary>Days of one key go together.</summary>
    private DateOnly KeyOf(DateOnly day) => Turn switch
    {
        ZoneTurn.Week or ZoneTurn.WeekEnd => Days.MondayOf(day),
        ZoneTurn.NightOrWeekEnd when day.DayOfWeek is DayOfWeek.Friday || TaskFacts.IsWeekEnd(day) => Days.MondayOf(day).AddDays(4),
        _ => day,
    };

    private RosterPart PartOf(DateOnly day) => new(
        ParisTime.At(day, StartsAt),
        ParisTime.At(IsUnbroken ? day.AddDays(3) : EndsAt > StartsAt ? day : day.AddDays(1), EndsAt));
}
