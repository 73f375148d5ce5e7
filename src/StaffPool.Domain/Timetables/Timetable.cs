using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>Where a professional is on one half-day of every cycle.</summary>
public sealed record CycleCell(Professional Professional, CycleSlot Slot, Site Site);

/// <summary>Where a professional is on one half-day of the calendar.</summary>
public sealed record CalendarCell(Professional Professional, CalendarSlot Slot, Site Site);

/// <summary>
/// Who is where: the cycle that repeats, and the calendar of the period that follows it but for holidays, closures, leave
/// and what is caught up. From whatever made it: solver, file or hand.
/// </summary>
public sealed class Timetable
{
    private readonly ILookup<(Professional, CycleSlot), CycleCell> cycleAt;
    private readonly ILookup<Professional, CycleCell> cycleOf;
    private readonly ILookup<Professional, CalendarCell> calendarOf;
    private readonly ILookup<(Professional, DateOnly), CalendarCell> dayOf;
    private readonly ILookup<(Site, CalendarSlot), CalendarCell> present;

    public Timetable(Period period, Cycle cycle, IReadOnlyList<CycleCell> cycleCells, IReadOnlyList<CalendarCell> calendarCells)
    {
        (Period, Cycle, CycleCells, CalendarCells) = (period, cycle, cycleCells, calendarCells);
        cycleAt = cycleCells.ToLookup(c => (c.Professional, c.Slot));
        cycleOf = cycleCells.ToLookup(c => c.Professional);
        calendarOf = calendarCells.ToLookup(c => c.Professional);
        dayOf = calendarCells.ToLookup(c => (c.Professional, c.Slot.Day));
        present = calendarCells.ToLookup(c => (c.Site, c.Slot));
    }

    public Period Period { get; }

    public Cycle Cycle { get; }

    public IReadOnlyList<CycleCell> CycleCells { get; }

    public IReadOnlyList<CalendarCell> CalendarCells { get; }

    public IEnumerable<CycleCell> CycleOf(Professional professional) => cycleOf[professional];

    public IEnumerable<CalendarCell> CalendarOf(Professional professional) => calendarOf[professional];

    /// <summary>Who is on a site at a time.</summary>
    public IEnumerable<CalendarCell> PresentAt(Site site, CalendarSlot slot) => present[(site, slot)];

    public IEnumerable<CalendarCell> DayOf(Professional professional, DateOnly day) => dayOf[(professional, day)];

    public Site? SiteOf(Professional professional, CalendarSlot slot) =>
        dayOf[(professional, slot.Day)].FirstOrDefault(c => c.Slot == slot)?.Site;

    public Site? CycleSiteOf(Professional professional, CycleSlot slot) => cycleAt[(professional, slot)].FirstOrDefault()?.Site;

    /// <summary>Whether the cycle says so; what it does not say was put there to catch up.</summary>
    public bool IsInCycle(CalendarCell cell) => CycleSiteOf(cell.Professional, Cycle.SlotOf(cell.Slot)) == cell.Site;
}
