using StaffPool.Data.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Planning;

/// <summary>What a professional really did on one site in one month.</summary>
/// <param name="ProfessionalId">Who.</param>
/// <param name="SiteId">Where.</param>
/// <param name="Month">Its first day.</param>
/// <param name="HalfDays">Half-days, or null where hours are counted.</param>
/// <param name="Hours">Hours, or null where half-days are counted.</param>
public sealed record WorkDone(Guid ProfessionalId, Guid SiteId, DateOnly Month, decimal? HalfDays, decimal? Hours)
{
    private const int FirstYear = 2000;

    /// <param name="today">Nothing was done after it.</param>
    internal IEnumerable<Violation> Assess(DateOnly today)
    {
        if (Month.Year < FirstYear || Month > today)
        {
            yield return WorkDoneTexts.Blocking("work-done.month", Month, today);
        }

        if (HalfDays is null && Hours is null)
        {
            yield return WorkDoneTexts.Blocking("work-done.nothing");
        }

        // A month has no more: two half-days and twenty-four hours a day.
        var days = Month == default ? 31 : DateTime.DaysInMonth(Month.Year, Month.Month);
        if (HalfDays < 0 || HalfDays > days * 2)
        {
            yield return WorkDoneTexts.Blocking("work-done.half-days", days * 2, HalfDays);
        }

        if (Hours < 0 || Hours > days * 24)
        {
            yield return WorkDoneTexts.Blocking("work-done.hours", days * 24, Hours);
        }
    }

    internal void WriteTo(WorkDoneRow row, string by)
    {
        if (row.HalfDays != HalfDays || row.Hours != Hours)
        {
            (row.HalfDays, row.Hours, row.RecordedBy) = (HalfDays, Hours, by);
        }
    }
}
