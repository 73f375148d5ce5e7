namespace StaffPool.Domain.Governance.Life;

/// <summary>The year of the budget: the calendar year, unless the agreement ends it in another month.</summary>
public static class BudgetYear
{
    /// <summary>Last day of the budget year that a day lies in.</summary>
    public static DateOnly EndOf(DateOnly day, FoundingAgreement agreement)
    {
        var month = agreement.ValueOf(LifeSettings.BudgetYearEndMonth, day);
        var end = LastDay(day.Year, month);
        return day <= end ? end : LastDay(day.Year + 1, month);
    }

    /// <summary>
    /// The day that lies whole months before the end of a year: its last day of month, so that six months before
    /// 31 December is 30 June and six months before 30 June is 31 December.
    /// </summary>
    internal static DateOnly MonthsBefore(DateOnly end, int months) => end.AddDays(1).AddMonths(-months).AddDays(-1);

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
