using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>Two people who are not to meet are never on one site at once.</summary>
public sealed class ForbiddenPairsStayApart : ITimetableRule
{
    public string Code => "timetable.forbidden-pair";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from pair in problem.Requests.ForbiddenPairs
        from cell in timetable.CalendarOf(pair.First)
        where timetable.SiteOf(pair.Second, cell.Slot) == cell.Site
        select TimetableTexts.Blocking(
            Code, [pair.First.Id, pair.Second.Id, cell.Site.Id], pair.First.Name, pair.Second.Name, cell.Site.Name, cell.Slot.Day,
            TimetableTexts.Of(cell.Slot.Half));
}
