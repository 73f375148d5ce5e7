using System.Globalization;

namespace StaffPool.Domain.Calendar;

/// <summary>Calendar days from <see cref="Start"/> to <see cref="End"/>, both included.</summary>
public sealed record Period
{
    public Period(DateOnly start, DateOnly end)
    {
        if (end < start)
        {
            throw new ArgumentException("A period ends on or after the day it starts.", nameof(end));
        }

        Start = start;
        End = end;
    }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    public int Days => End.DayNumber - Start.DayNumber + 1;

    /// <summary>How many months it is, or null where it does not go from a first to a last day of month.</summary>
    public int? WholeMonths => Start.Day == 1 && End.AddDays(1).Day == 1
        ? ((End.Year - Start.Year) * 12) + End.Month - Start.Month + 1
        : null;

    public static Period Year(int year) => new(new DateOnly(year, 1, 1), new DateOnly(year, 12, 31));

    /// <summary>First (1) or second (2) half of a calendar year, the rhythm of the needs campaigns.</summary>
    public static Period HalfYear(int year, int half) => half switch
    {
        1 => new(new DateOnly(year, 1, 1), new DateOnly(year, 6, 30)),
        2 => new(new DateOnly(year, 7, 1), new DateOnly(year, 12, 31)),
        _ => throw new ArgumentOutOfRangeException(nameof(half), half, "A year has two halves."),
    };

    /// <summary>
    /// Part of a year that the period covers. Counted in whole months where it starts on a first and ends on a
    /// last day of month (a half-year is exactly one half, although the first has 181 days), else in days over 365.
    /// </summary>
    public decimal YearFraction => WholeMonths is { } months ? months / 12m : Days / 365m;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Start:yyyy-MM-dd}/{End:yyyy-MM-dd}");
}
