using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>Morning and afternoon on two sites only if the trip fits the midday break and leaves time to eat.</summary>
public sealed class HalvesOfADayFitTogether : ITimetableRule
{
    public string Code => "timetable.travel";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from day in timetable.CalendarCells.GroupBy(c => (c.Professional, c.Slot.Day))
        let morning = day.FirstOrDefault(c => c.Slot.Half == HalfDay.Morning)?.Site
        let afternoon = day.FirstOrDefault(c => c.Slot.Half == HalfDay.Afternoon)?.Site
        where morning is not null && afternoon is not null && morning != afternoon
        let minutes = problem.MinutesBetween(morning, afternoon)
        let room = problem.Setting(TimetableSettings.MiddayBreak) - problem.Setting(TimetableSettings.Meal)
        where minutes > room
        select new Violation(
            Code,
            Severity.Blocking,
            TimetableTexts.Of(Code, day.Key.Professional.Name, day.Key.Day, morning.Name, afternoon.Name, minutes, room),
            [day.Key.Professional.Id, morning.Id, afternoon.Id],
            problem.Grouping.Agreement.ReferenceOf(TimetableSettings.Meal, problem.Period.Start));
}
