using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>No week has more half-days than the contract, those that catch up included.</summary>
public sealed class WeekStaysWithinContract : ITimetableRule
{
    public string Code => "timetable.week-full";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from week in timetable.CalendarCells.GroupBy(c => (c.Professional, Monday: Days.MondayOf(c.Slot.Day)))
        let most = problem.CalendarWeekLimitOf(week.Key.Professional)
        where week.Count() > most
        select TimetableTexts.Blocking(Code, [week.Key.Professional.Id], week.Key.Professional.Name, week.Key.Monday, week.Count(), most);
}
