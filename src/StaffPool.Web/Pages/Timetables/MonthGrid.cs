using StaffPool.Domain.Calendar;

namespace StaffPool.Web.Pages.Timetables;

/// <summary>What is on a half-day of a sheet.</summary>
/// <param name="Day">Which day.</param>
/// <param name="Order">0 for the morning, 1 for the afternoon, 2 for the night.</param>
/// <param name="When">The same in words; empty for a whole day on which nobody is anywhere.</param>
/// <param name="What">A site, or who is there; empty for nowhere.</param>
/// <param name="Note">Beside it: out of the cycle, or why nobody is there.</param>
public sealed record MonthLine(DateOnly Day, int Order, string When, string What, string Note);

/// <summary>A month as a sheet to hang up: a row for each week, a column for each day. Two halves that say the same are one.</summary>
/// <param name="Caption">What a screen reader announces.</param>
/// <param name="First">First day of the month.</param>
/// <param name="WholeDay">The word for both halves.</param>
/// <param name="Lines">All of the month.</param>
public sealed record MonthGrid(string Caption, DateOnly First, string WholeDay, IReadOnlyList<MonthLine> Lines)
{
    private readonly ILookup<DateOnly, MonthLine> byDay = Lines.ToLookup(l => l.Day);

    /// <summary>Days of the week shown: Saturdays and Sundays where there is anything on one.</summary>
    public int Columns { get; } = Math.Max(5, Lines.Select(l => Days.RankOf(l.Day.DayOfWeek)).DefaultIfEmpty(0).Max());

    public IEnumerable<DateOnly> Mondays
    {
        get
        {
            for (var monday = Days.MondayOf(First); monday < First.AddMonths(1); monday = monday.AddDays(7))
            {
                if (monday.AddDays(Columns - 1) >= First)
                {
                    yield return monday;
                }
            }
        }
    }

    public IEnumerable<DateOnly> DaysOf(DateOnly monday) => Enumerable.Range(0, Columns).Select(monday.AddDays);

    public bool Holds(DateOnly day) => day.Year == First.Year && day.Month == First.Month;

    public IReadOnlyList<MonthLine> On(DateOnly day)
    {
        var lines = byDay[day].OrderBy(l => l.Order).ToList();
        return lines.Count == 2 && lines[1].Order == 1 && (lines[0].What, lines[0].Note) == (lines[1].What, lines[1].Note)
            ? [lines[0] with { When = lines[0].What.Length == 0 ? "" : WholeDay }]
            : lines;
    }
}
