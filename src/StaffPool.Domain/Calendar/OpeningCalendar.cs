namespace StaffPool.Domain.Calendar;

/// <summary>When a site is open: a nursing home all year, an IME 210 days on five days a week.</summary>
/// <param name="DaysPerYear">1 to 365.</param>
/// <param name="DaysPerWeek">1 to 7, counted from Monday.</param>
public sealed record OpeningCalendar(int DaysPerYear, int DaysPerWeek)
{
    public static OpeningCalendar AllYear { get; } = new(365, 7);

    /// <summary>Public holidays of the place; sites that are open seven days a week are open on them too.</summary>
    public HolidayCalendar Holidays { get; init; }

    /// <summary>
    /// Days on which the site says that it is closed, holidays apart; null where it has not said, and
    /// <see cref="UsualClosures"/> stands in for it.
    /// </summary>
    public IReadOnlyList<Period>? Closures { get; init; }

    /// <summary>Weeks of opening a year, at most 52: what a need "per week" is multiplied by.</summary>
    public decimal WeeksPerYear => Math.Min(52m, (decimal)DaysPerYear / DaysPerWeek);

    /// <summary>Months of opening a year, at most 12: what a need "per month" is multiplied by.</summary>
    public decimal MonthsPerYear => WeeksPerYear * 12 / 52;

    public bool IsOpen(DateOnly day) => ReasonClosed(day) is null;

    /// <summary>Why the site is closed on a day, or null where it is open.</summary>
    public ClosedBecause? ReasonClosed(DateOnly day) =>
        Days.RankOf(day.DayOfWeek) > DaysPerWeek ? ClosedBecause.DayOfWeek
        : DaysPerWeek < 7 && FrenchHolidays.IsHoliday(day, Holidays) ? ClosedBecause.Holiday
        : IsInClosure(day) ? ClosedBecause.Closure
        : null;

    public IEnumerable<DateOnly> OpenDaysIn(Period period) => Days.In(period).Where(IsOpen);

    private bool IsInClosure(DateOnly day) => Closures is { } said
        ? said.Any(c => c.Start <= day && day <= c.End)
        : UsualClosures.Of(this, day.Year).Contains(day);
}

public enum ClosedBecause
{
    /// <summary>Not one of the days of the week on which it opens.</summary>
    DayOfWeek,

    Holiday,

    /// <summary>Yearly closure.</summary>
    Closure,
}
