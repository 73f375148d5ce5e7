using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>The site is open and receives the profession on that half-day, and the professional works then.</summary>
public sealed class ProfessionalCanBeThere : ITimetableRule
{
    public string Code => "timetable.unavailable";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from cell in timetable.CalendarCells
        let obstacle = problem.ObstacleTo(cell.Professional, cell.Site, cell.Slot)
        where obstacle != Obstacle.None
        select TimetableTexts.Blocking(
            Code, [cell.Professional.Id, cell.Site.Id], cell.Professional.Name, cell.Site.Name, cell.Slot.Day,
            TimetableTexts.Of(cell.Slot.Half), TimetableTexts.Of(obstacle));
}
