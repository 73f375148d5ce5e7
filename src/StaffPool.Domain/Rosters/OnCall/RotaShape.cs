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
    // Costs of the first unit away from the fair share: a holiday weighs more than a week-end, a week-end more than a night.
    private const int HolidayWeight = 6;
    private const int WeekEndWeight = 3;
    private const int TurnWeight = 2;

    /// <summary>What is shared evenly, for the contracted time.</summary>
    public static IReadOnlyList<FairShare> Fairness { get; } =
    [
        new(RosterMeasure.Holidays, HolidayWeight), new(RosterMeasure.WeekEndShifts, WeekEndWeight), new(RosterMeasure.Shifts, TurnWeight),
    ];

    /// <summary>Whether the time counts as work: a telephone that may ring is waiting, as being on call is.</summary>
    public WorkKind Work => Duty == ZoneDuty.Presence ? WorkKind.Work : WorkKind.OnCall;

    /// <summary>The turns that start in a period, by day.</summary>
    /// <param name="period">Days in Paris.</param>
    /// <param name="place">Where they are served; null where it does not matter.</param>
    /// <param name="skills">All needed of who takes them.</param>
    public IReadOnlyList<RosterTask> Turns(Period period, string? place, IReadOnlyList<string> skills) =>
    [
        .. Starts(period).Select(day => new RosterTask
        {
            Id = IdOf(day), Label = Turn.ToString(), Parts = Parts(day), Place = place, Skills = skills, Kind = Work,
        }),
    ];

    /// <summary>Identifier of the turn that starts on a day: the day.</summary>
    public static string IdOf(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The stretches of the turn that starts on a day.</summary>
    private IReadOnlyList<RosterPart> Parts(DateOnly day) => Turn switch
    {
        ZoneTurn.Night => [NightOf(day)],
        ZoneTurn.Week => [.. Enumerable.Range(0, 7).Select(i => NightOf(day.AddDays(i)))],
        // Work is done by day or by night; waiting goes on all week-end.
        _ when Duty == ZoneDuty.Presence => [NightOf(day.AddDays(1)), NightOf(day.AddDays(2))],
        _ => [new RosterPart(ParisTime.At(day, StartsAt), ParisTime.At(day.AddDays(3), EndsAt))],
    };

    private RosterPart NightOf(DateOnly day) =>
        new(ParisTime.At(day, StartsAt), ParisTime.At(EndsAt > StartsAt ? day : day.AddDays(1), EndsAt));

    private IEnumerable<DateOnly> Starts(Period period)
    {
        var weekday = Turn switch { ZoneTurn.Week => DayOfWeek.Monday, ZoneTurn.WeekEnd => DayOfWeek.Friday, _ => (DayOfWeek?)null };
        for (var day = period.Start; day <= period.End; day = day.AddDays(1))
        {
            if (weekday is null || day.DayOfWeek == weekday)
            {
                yield return day;
            }
        }
    }
}
