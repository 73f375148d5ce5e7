using StaffPool.Domain.Timetables.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>One aim of the timetable: how one is measured on it. Less is always better.</summary>
/// <param name="Id">Stable name.</param>
/// <param name="Unit">What <paramref name="Measure"/> counts.</param>
/// <param name="TakesWorst">Whether the whole is worth its worst part; otherwise its sum.</param>
/// <param name="Measure">The figure, computed from the timetable alone.</param>
public sealed record TimetableObjective(
    string Id, TimetableUnit Unit, bool TakesWorst, Func<TimetableProblem, Timetable, long> Measure);

public enum TimetableUnit
{
    HalfDays,

    /// <summary>Hundredths of a half-day of the cycle for a full-time contract.</summary>
    Hundredths,
    Times,
    Cells,
    Metres,
}

/// <summary>The aims of the timetable, most important first: none is ever traded against one above it.</summary>
public static class TimetableObjectives
{
    /// <summary>Half-days promised that are not in the calendar.</summary>
    public static TimetableObjective Undelivered { get; } = new(
        "undelivered", TimetableUnit.HalfDays, false, (problem, timetable) => Delivery.Of(problem, timetable).Sum(d => (long)d.Undelivered));

    /// <summary>Joint presences missing in the cycle.</summary>
    public static TimetableObjective JointPresences { get; } = new(
        "joint-presences", TimetableUnit.Times, false, (problem, timetable) => problem.Requests.JointPresences
            .Sum(j => (long)Math.Max(0, j.TimesPerCycle - JointPresencesAreHeld.TimesHeld(problem, timetable, j))));

    /// <summary>Half-days delivered outside the cycle: people like to know their Tuesdays.</summary>
    public static TimetableObjective OffCycle { get; } = new(
        "off-cycle", TimetableUnit.HalfDays, false, (_, timetable) => timetable.CalendarCells.LongCount(c => !timetable.IsInCycle(c)));

    /// <summary>Unwanted half-days of the cycle of whoever has most, for a full-time contract.</summary>
    public static TimetableObjective UnwantedWorst { get; } = new(
        "unwanted-worst", TimetableUnit.Hundredths, true, (problem, timetable) => problem.People
            .Select(p => PerFullTime(p, timetable.CycleOf(p).Count(c => problem.IsUnwanted(p, c.Slot))))
            .DefaultIfEmpty(0)
            .Max());

    public static TimetableObjective Unwanted { get; } = new(
        "unwanted", TimetableUnit.Cells, false, (problem, timetable) => timetable.CycleCells.LongCount(c => problem.IsUnwanted(c.Professional, c.Slot)));

    /// <summary>Half-days of the cycle in force that change, for the people who are in it: taken away, or new.</summary>
    public static TimetableObjective Changes { get; } = new(
        "changes", TimetableUnit.Cells, false, (problem, timetable) => problem.InForce is not { } inForce
            ? 0
            : problem.People.Where(p => inForce.CycleOf(p).Any()).Sum(p => SymmetricDifference(inForce, timetable, p)));

    /// <summary>Road metres of one cycle.</summary>
    public static TimetableObjective Travel { get; } = new(
        "travel", TimetableUnit.Metres, false, (problem, timetable) =>
            (from person in problem.People
             from day in problem.CycleDays
             select problem.MetresOf(
                 person,
                 timetable.CycleSiteOf(person, new CycleSlot(day.Week, day.Day, Calendar.HalfDay.Morning)),
                 timetable.CycleSiteOf(person, new CycleSlot(day.Week, day.Day, Calendar.HalfDay.Afternoon)))).Sum());

    public static IReadOnlyList<TimetableObjective> InOrder { get; } =
        [Undelivered, JointPresences, OffCycle, UnwantedWorst, Unwanted, Changes, Travel];

    /// <summary>Hundredths of half-days for a full-time contract, rounded up.</summary>
    public static long PerFullTime(Professional professional, int halfDays) =>
        (long)decimal.Ceiling(100 * halfDays / professional.FullTimeEquivalent);

    private static long SymmetricDifference(Timetable first, Timetable second, Professional person)
    {
        var (before, after) = (first.CycleOf(person).ToHashSet(), second.CycleOf(person).ToHashSet());
        before.SymmetricExceptWith(after);
        return before.Count;
    }
}
