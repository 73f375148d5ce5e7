namespace StaffPool.Domain.Calendar;

/// <summary>How many days a site is open: a nursing home all year, an IME 210 days on five days a week.</summary>
/// <param name="DaysPerYear">1 to 365.</param>
/// <param name="DaysPerWeek">1 to 7.</param>
public sealed record OpeningCalendar(int DaysPerYear, int DaysPerWeek)
{
    public static OpeningCalendar AllYear { get; } = new(365, 7);

    /// <summary>Weeks of opening a year, at most 52: what a need "per week" is multiplied by.</summary>
    public decimal WeeksPerYear => Math.Min(52m, (decimal)DaysPerYear / DaysPerWeek);

    /// <summary>Months of opening a year, at most 12: what a need "per month" is multiplied by.</summary>
    public decimal MonthsPerYear => WeeksPerYear * 12 / 52;
}
