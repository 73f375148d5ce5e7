using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>No site gets more half-days of a professional than it was promised: another would lose them.</summary>
public sealed class PromiseIsNotExceeded : ITimetableRule
{
    public string Code => "timetable.promise-exceeded";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable)
    {
        var promised = problem.Promises.ToDictionary(p => (p.Professional, p.Site), p => p.HalfDays);
        return from cells in timetable.CalendarCells.GroupBy(c => (c.Professional, c.Site))
               let most = promised.GetValueOrDefault(cells.Key)
               where cells.Count() > most
               select TimetableTexts.Blocking(
                   Code, [cells.Key.Professional.Id, cells.Key.Site.Id], cells.Key.Professional.Name, cells.Key.Site.Name, cells.Count(), most);
    }
}
