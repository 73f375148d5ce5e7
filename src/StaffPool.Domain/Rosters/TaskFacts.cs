using StaffPool.Domain.Calendar;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters;

/// <summary>What there is to know of a task on the calendar of Paris, worked out once.</summary>
public sealed class TaskFacts
{
    internal TaskFacts(RosterTask task, IReadOnlySet<DateOnly> holidays)
    {
        Task = task;
        var record = new WorkRecord(task.Parts.Select(p => new WorkedInterval(p.Start, p.End)));
        Minutes = [.. DaysOf(record.Days).Where(record.IsWorked).Select(d => (d, record.MinutesOn(d)))];
        Starts = [.. task.Parts.Select(p => ParisTime.DayOf(p.Start))];
        Nights = [.. task.Parts.Select(p => NightHours.Minutes(p.Start, p.End) >= NightHours.OfANight)];
        HolidayStarts = [.. Starts.Select(holidays.Contains)];
    }

    public RosterTask Task { get; }

    public bool IsEffective => Task.Kind != WorkKind.OnCall;

    public DateTime Start => Task.Parts[0].Start;

    public DateTime End => Task.Parts[^1].End;

    /// <summary>Days touched, with the minutes on each.</summary>
    public IReadOnlyList<(DateOnly Day, int Minutes)> Minutes { get; }

    /// <summary>Day on which each part starts.</summary>
    public IReadOnlyList<DateOnly> Starts { get; }

    /// <summary>Whether each part is a night.</summary>
    public IReadOnlyList<bool> Nights { get; }

    private IReadOnlyList<bool> HolidayStarts { get; }

    /// <summary>What the task adds to a measure between two days; worked days and week-ends do not add up and give 0.</summary>
    public int AddsTo(RosterMeasure measure, DateOnly from, DateOnly to) => measure switch
    {
        RosterMeasure.Minutes => IsEffective ? MinutesIn(from, to) : 0,
        RosterMeasure.OnCallMinutes => IsEffective ? 0 : MinutesIn(from, to),
        RosterMeasure.Shifts => Count(from, to, _ => true),
        RosterMeasure.Nights => Count(from, to, i => Nights[i]),
        RosterMeasure.WeekEndShifts => Count(from, to, i => IsWeekEnd(Starts[i])),
        RosterMeasure.Holidays => Count(from, to, i => HolidayStarts[i]),
        RosterMeasure.OnCallSundays => IsEffective ? 0 : Count(from, to, i => Starts[i].DayOfWeek == DayOfWeek.Sunday),
        _ => 0,
    };

    /// <summary>Whether a measure is the sum of what each task adds.</summary>
    public static bool AddsUp(RosterMeasure measure) => measure is not (RosterMeasure.WorkedDays or RosterMeasure.WeekEnds);

    public static bool IsWeekEnd(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    private int MinutesIn(DateOnly from, DateOnly to)
    {
        var total = 0;
        foreach (var (day, minutes) in Minutes)
        {
            total += day >= from && day <= to ? minutes : 0;
        }

        return total;
    }

    private int Count(DateOnly from, DateOnly to, Func<int, bool> counts)
    {
        var total = 0;
        for (var i = 0; i < Starts.Count; i++)
        {
            total += Starts[i] >= from && Starts[i] <= to && counts(i) ? 1 : 0;
        }

        return total;
    }

    private static IEnumerable<DateOnly> DaysOf(Period? span)
    {
        for (var day = span?.Start; day <= span?.End; day = day.Value.AddDays(1))
        {
            yield return day!.Value;
        }
    }
}
