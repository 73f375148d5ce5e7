using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Timetables.Rules;

/// <summary>A rule that any timetable can be held against, whatever made it.</summary>
public interface ITimetableRule
{
    /// <summary>Stable code, carried by the violations.</summary>
    string Code { get; }

    /// <summary>Every breach, never only the first; the cells are of people, sites and days of the problem.</summary>
    IEnumerable<Violation> Assess(TimetableProblem problem, Timetable timetable);
}
