using System.Collections.Concurrent;

namespace StaffPool.Domain.Calendar;

/// <summary>
/// When a site that only says how many days it opens is taken to be closed: whole weeks in the order in which houses
/// that follow the school year close them (August, Christmas, then the small holidays, then July), the last one in part,
/// so that the year has exactly the days said. A choice of StaffPool until the site gives its own closures.
/// </summary>
internal static class UsualClosures
{
    /// <summary>A day of each week to close, first to last. School zones differ by a week or two: the middle is taken.</summary>
    private static readonly (int Month, int Day)[] InOrder =
    [
        (8, 8), (8, 15), (8, 1), (8, 22), (12, 25), (12, 31), (1, 1), (10, 29), (2, 18), (4, 18), (7, 25), (7, 18),
        (10, 22), (2, 25), (4, 25), (7, 11), (8, 29), (7, 4), (12, 18), (6, 27), (3, 4), (5, 2),
    ];

    private static readonly ConcurrentDictionary<(int DaysPerYear, int DaysPerWeek, HolidayCalendar, int Year), IReadOnlySet<DateOnly>> Known = new();

    public static IReadOnlySet<DateOnly> Of(OpeningCalendar opening, int year) => Known.GetOrAdd(
        (opening.DaysPerYear, opening.DaysPerWeek, opening.Holidays, year),
        static key => Compute(key.DaysPerYear, key.DaysPerWeek, key.Item3, key.Year));

    private static HashSet<DateOnly> Compute(int daysPerYear, int daysPerWeek, HolidayCalendar holidays, int year)
    {
        // Open when nothing is said of closures.
        var possible = new OpeningCalendar(daysPerYear, daysPerWeek) { Holidays = holidays, Closures = [] };
        var excess = daysPerYear >= 365 ? 0 : possible.OpenDaysIn(Period.Year(year)).Count() - daysPerYear;
        var closed = new HashSet<DateOnly>();
        foreach (var monday in Mondays(year))
        {
            foreach (var day in Enumerable.Range(0, 7).Select(monday.AddDays).Where(d => d.Year == year && possible.IsOpen(d)))
            {
                if (closed.Count >= excess)
                {
                    return closed;
                }

                closed.Add(day);
            }
        }

        return closed;
    }

    /// <summary>After the usual weeks, the others of the year from its end: a site open a few weeks a year is open early in it.</summary>
    private static IEnumerable<DateOnly> Mondays(int year) => InOrder
        .Select(d => Days.MondayOf(new DateOnly(year, d.Month, d.Day)))
        .Concat(Enumerable.Range(0, 54).Select(week => Days.MondayOf(new DateOnly(year, 12, 31)).AddDays(-7 * week)))
        .Distinct();
}
