using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>Nobody is twice anywhere in one half-day, and on worked days only.</summary>
public sealed class CellsAreWellFormed : ITimetableRule
{
    public string Code => "timetable.twice";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable)
    {
        var worked = problem.WorkedDays.ToHashSet();
        foreach (var cells in timetable.CalendarCells.GroupBy(c => (c.Professional, c.Slot)))
        {
            var (professional, slot) = cells.Key;
            if (cells.Count() > 1)
            {
                yield return TimetableTexts.Blocking(
                    Code, [professional.Id, .. cells.Select(c => c.Site.Id)], professional.Name, slot.Day, TimetableTexts.Of(slot.Half),
                    string.Join(", ", cells.Select(c => c.Site.Name)));
            }

            if (!worked.Contains(slot.Day))
            {
                yield return TimetableTexts.Blocking(
                    "timetable.day-not-worked", [professional.Id], professional.Name, slot.Day, TimetableTexts.Of(slot.Half));
            }
        }
    }
}
