using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables.Rules;

namespace StaffPool.Domain.Timetables;

/// <summary>Holds a timetable against every rule, without a word from the solver. Nothing is shown or published unchecked.</summary>
public static class TimetableChecker
{
    /// <summary>In the order in which they are told.</summary>
    public static IReadOnlyList<ITimetableRule> Rules { get; } =
    [
        new CellsAreWellFormed(), new ProfessionalCanBeThere(), new HalvesOfADayFitTogether(), new WorkingTimeIsWithinLimits(),
        new WeekStaysWithinContract(), new RoomsAreNotOverfilled(), new ForbiddenPairsStayApart(), new PromiseIsNotExceeded(),
        new PromiseIsDelivered(), new JointPresencesAreHeld(),
    ];

    /// <summary>Every violation of every rule: blocking ones first, then in the order of the rules.</summary>
    public static IReadOnlyList<Violation> Check(TimetableProblem problem, Timetable timetable)
    {
        var known = problem.Grouping.Professionals.ToHashSet();
        var sites = problem.Grouping.Sites.ToHashSet();
        var own = timetable.CalendarCells.All(IsOwn)
            ? timetable
            : new Timetable(timetable.Period, timetable.Cycle, timetable.CycleCells, [.. timetable.CalendarCells.Where(IsOwn)]);
        return [.. timetable.CalendarCells
            .Where(c => !IsOwn(c))
            .Select(c => TimetableTexts.Blocking(
                "timetable.foreign", [c.Professional.Id, c.Site.Id], c.Professional.Name, c.Site.Name, c.Slot.Day, TimetableTexts.Of(c.Slot.Half)))
            .Concat(Rules.SelectMany(rule => rule.Assess(problem, own)))
            .OrderByDescending(v => v.Severity)];

        bool IsOwn(CalendarCell cell) => known.Contains(cell.Professional) && sites.Contains(cell.Site)
            && problem.Period.Start <= cell.Slot.Day && cell.Slot.Day <= problem.Period.End;
    }
}
