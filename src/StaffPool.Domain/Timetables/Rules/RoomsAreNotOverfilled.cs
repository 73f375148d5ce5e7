using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>A site never receives more people at once than it has rooms for.</summary>
public sealed class RoomsAreNotOverfilled : ITimetableRule
{
    public string Code => "timetable.room";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from limit in problem.Requests.RoomLimits
        from cells in timetable.CalendarCells.Where(c => c.Site == limit.Site && limit.Concerns(c.Professional)).GroupBy(c => c.Slot)
        where cells.Count() > limit.AtOnce
        select TimetableTexts.Blocking(
            Code, [limit.Site.Id, .. cells.Select(c => c.Professional.Id)], limit.Site.Name, cells.Key.Day, TimetableTexts.Of(cells.Key.Half),
            cells.Count(), limit.AtOnce, string.Join(", ", cells.Select(c => c.Professional.Name)));
}
