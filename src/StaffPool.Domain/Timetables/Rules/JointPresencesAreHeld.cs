using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>People whom a site wants together are there together as often in the cycle as it asks.</summary>
public sealed class JointPresencesAreHeld : ITimetableRule
{
    public string Code => "timetable.joint-presence";

    public IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable) =>
        from joint in problem.Requests.JointPresences
        let held = TimesHeld(problem, timetable, joint)
        where held < joint.TimesPerCycle
        select TimetableTexts.Warning(
            Code, [joint.Site.Id, .. joint.Professionals.Select(p => p.Id)], joint.Site.Name, held, joint.TimesPerCycle,
            string.Join(", ", joint.Professionals.Select(p => p.Name)));

    /// <summary>Half-days of the cycle on which all of them are there.</summary>
    internal static int TimesHeld(TimetableProblem problem, Timetable timetable, JointPresence joint) =>
        timetable.CycleOf(joint.Professionals[0])
            .Count(cell => cell.Site == joint.Site && joint.Professionals.All(p => timetable.CycleSiteOf(p, cell.Slot) == joint.Site)
                && problem.DatesOf(cell.Slot).Count > 0);
}
