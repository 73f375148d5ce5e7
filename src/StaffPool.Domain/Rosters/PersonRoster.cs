using StaffPool.Domain.Calendar;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters;

/// <summary>The tasks of one person, with what came before, as rules and wishes look at them.</summary>
public sealed class PersonRoster
{
    private readonly HashSet<DateOnly> worked = [];
    private readonly HashSet<DateOnly> weekEnds = [];
    private readonly HashSet<DateOnly> nights = [];

    public PersonRoster(RosterIndex index, RosterPerson person, IEnumerable<TaskFacts> tasks)
    {
        Index = index;
        Person = person;
        Tasks = [.. tasks.OrderBy(t => t.Start)];
        foreach (var task in Tasks)
        {
            if (task.IsEffective)
            {
                worked.UnionWith(task.Minutes.Select(m => m.Day));
            }

            foreach (var (start, isNight) in task.Starts.Zip(task.Nights))
            {
                AddStart(start, isNight);
            }
        }

        foreach (var before in person.History)
        {
            var start = ParisTime.DayOf(before.Start);
            AddStart(start, NightHours.Minutes(before.Start, before.End) >= NightHours.OfANight);
            for (var day = start; before.IsEffectiveWork && day <= ParisTime.DayOf(before.End.AddTicks(-1)); day = day.AddDays(1))
            {
                worked.Add(day);
            }
        }
    }

    public RosterIndex Index { get; }

    public RosterPerson Person { get; }

    /// <summary>By start.</summary>
    public IReadOnlyList<TaskFacts> Tasks { get; }

    public bool IsWorked(DateOnly day) => worked.Contains(day);

    /// <summary>Whether a night starts on the day.</summary>
    public bool IsNight(DateOnly day) => nights.Contains(day);

    /// <param name="saturday">Of the week-end.</param>
    public bool IsWeekEnd(DateOnly saturday) => weekEnds.Contains(saturday);

    /// <summary>How much there is of a measure between two days, history included.</summary>
    public int Count(RosterMeasure measure, Period window) => measure switch
    {
        RosterMeasure.WorkedDays => worked.Count(d => d >= window.Start && d <= window.End),
        RosterMeasure.WeekEnds => weekEnds.Count(d => d >= window.Start && d <= window.End),
        _ => Tasks.Sum(t => t.AddsTo(measure, window.Start, window.End)) + Before(measure, window),
    };

    /// <summary>What the history adds to a measure that adds up.</summary>
    public int Before(RosterMeasure measure, Period window) =>
        Person.History.Count == 0 || window.Start >= Index.Problem.Period.Start
            ? 0
            : Person.History.Sum(h => AsTask(h).AddsTo(measure, window.Start, window.End));

    /// <summary>
    /// The tasks as stretches of time, trips between two places of a day included: one starts when the work before it ends.
    /// </summary>
    public List<WorkedInterval> Added()
    {
        var parts = Tasks
            .SelectMany(t => t.Task.Parts.Select(p => (Interval: new WorkedInterval(p.Start, p.End, t.Task.Kind), t.Task.Place)))
            .OrderBy(p => p.Interval.Start)
            .ToList();
        var intervals = new List<WorkedInterval>();
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0 && TripBetween(parts[i - 1], parts[i]) is { } trip)
            {
                intervals.Add(trip);
            }

            intervals.Add(parts[i].Interval);
        }

        return intervals;
    }

    /// <summary>Whether one task can follow another: the first is over, and the trip fits between.</summary>
    public static bool CanFollow(RosterProblem problem, TaskFacts first, TaskFacts next) =>
        !first.Task.Parts.Any(p => next.Task.Parts.Any(n => p.Start < n.End && n.Start < p.End))
        && (first.Task.Parts.Count > 1 || next.Task.Parts.Count > 1
            || first.End.AddMinutes(problem.TravelMinutes(first.Task.Place, next.Task.Place)) <= next.Start);

    private WorkedInterval? TripBetween((WorkedInterval Interval, string? Place) before, (WorkedInterval Interval, string? Place) after)
    {
        var minutes = Index.Problem.TravelMinutes(before.Place, after.Place);
        return minutes > 0 && before.Interval.IsEffectiveWork && after.Interval.IsEffectiveWork
            && ParisTime.DayOf(before.Interval.Start) == ParisTime.DayOf(after.Interval.Start)
            && before.Interval.End.AddMinutes(minutes) <= after.Interval.Start
            ? new WorkedInterval(before.Interval.End, before.Interval.End.AddMinutes(minutes), WorkKind.Travel)
            : null;
    }

    private TaskFacts AsTask(WorkedInterval before) => new(
        new RosterTask { Id = "", Label = "", Parts = [new RosterPart(before.Start, before.End)], Kind = before.Kind }, Index.Problem.Holidays);

    private void AddStart(DateOnly start, bool isNight)
    {
        if (isNight)
        {
            nights.Add(start);
        }

        if (TaskFacts.IsWeekEnd(start))
        {
            weekEnds.Add(start.DayOfWeek == DayOfWeek.Saturday ? start : start.AddDays(-1));
        }
    }
}
