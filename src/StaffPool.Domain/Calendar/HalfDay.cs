namespace StaffPool.Domain.Calendar;

/// <summary>The two halves of a day that the grouping counts in; ten of them make a week of five days.</summary>
public enum HalfDay
{
    Morning,
    Afternoon,
}

/// <summary>One half-day of the calendar.</summary>
public readonly record struct CalendarSlot(DateOnly Day, HalfDay Half) : IComparable<CalendarSlot>
{
    public int CompareTo(CalendarSlot other) => (Day, Half).CompareTo((other.Day, other.Half));

    public static bool operator <(CalendarSlot left, CalendarSlot right) => left.CompareTo(right) < 0;

    public static bool operator >(CalendarSlot left, CalendarSlot right) => left.CompareTo(right) > 0;

    public static bool operator <=(CalendarSlot left, CalendarSlot right) => left.CompareTo(right) <= 0;

    public static bool operator >=(CalendarSlot left, CalendarSlot right) => left.CompareTo(right) >= 0;
}

public static class Days
{
    /// <summary>Monday of the week of a day: weeks begin on Mondays, in law (ISO 8601) and on every wall calendar.</summary>
    public static DateOnly MondayOf(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    public static int RankOf(DayOfWeek day) => (((int)day + 6) % 7) + 1;

    public static IEnumerable<DateOnly> In(Period period) =>
        Enumerable.Range(0, period.Days).Select(period.Start.AddDays);
}
