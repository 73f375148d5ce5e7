using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>
/// The limits of the professional's own rule set: day, split day, week, rest. A seconded person keeps the rules of home
/// (CASF R.312-194-14). The codes are those of the limits.
/// </summary>
public sealed class WorkingTimeIsWithinLimits : ITimetableRule
{
    public string Code => "working-time";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable)
    {
        foreach (var cells in timetable.CalendarCells.GroupBy(c => c.Professional))
        {
            var work = cells.GroupBy(c => c.Slot.Day).SelectMany(day => problem.WorkOn(
                cells.Key,
                day.Key,
                day.FirstOrDefault(c => c.Slot.Half == HalfDay.Morning)?.Site,
                day.FirstOrDefault(c => c.Slot.Half == HalfDay.Afternoon)?.Site));
            foreach (var breach in WorkingTimeLimits.For(cells.Key.WorkingTime, problem.Period.Start).Check(work))
            {
                yield return breach.Of(cells.Key.Id, cells.Key.Name);
            }
        }
    }
}
