using StaffPool.Domain.Rosters;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Rosters;

/// <summary>The open tasks of one person as variables, the settled ones as constants, and what follows from both by day.</summary>
internal sealed class PersonModel
{
    private readonly Dictionary<(string Kind, DateOnly Day), Literal> literals = [];
    private readonly ILookup<DateOnly, TaskFacts> touching;
    private readonly ILookup<DateOnly, TaskFacts> starting;

    public PersonModel(RosterModel model, RosterPerson person, IReadOnlyDictionary<TaskFacts, BoolVar> open, IEnumerable<TaskFacts> settled)
    {
        Model = model;
        Person = person;
        Open = open;
        Settled = new PersonRoster(model.Index, person, settled);
        touching = open.Keys.Where(t => t.IsEffective).SelectMany(t => t.Minutes.Select(m => (m.Day, Task: t))).ToLookup(p => p.Day, p => p.Task);
        starting = open.Keys.SelectMany(t => t.Starts.Select(day => (Day: day, Task: t))).ToLookup(p => p.Day, p => p.Task);
    }

    public RosterModel Model { get; }

    public RosterPerson Person { get; }

    public IReadOnlyDictionary<TaskFacts, BoolVar> Open { get; }

    /// <summary>The tasks that are not for this model to decide, and the history.</summary>
    public PersonRoster Settled { get; }

    /// <summary>Whether there is effective work on the day.</summary>
    public Literal Worked(DateOnly day) => Settled.IsWorked(day) ? Literal.True : AnyOf("day", day, touching[day]);

    /// <summary>Whether a night starts on the day.</summary>
    public Literal Night(DateOnly day) => Settled.IsNight(day) ? Literal.True : AnyOf("night", day, starting[day].Where(t => t.Nights[t.Starts.IndexOf(day)]));

    /// <param name="saturday">Of the week-end.</param>
    public Literal WeekEnd(DateOnly saturday) => Settled.IsWeekEnd(saturday)
        ? Literal.True
        : AnyOf("week-end", saturday, starting[saturday].Concat(starting[saturday.AddDays(1)]));

    /// <summary>Whether a task with the label, or any, starts on the day.</summary>
    public Literal Starts(DateOnly day, string? label) =>
        Settled.Tasks.Any(t => (label is null || t.Task.Label == label) && t.Starts.Contains(day))
            ? Literal.True
            : AnyOf(label is null ? "start" : "start " + label, day, starting[day].Where(t => label is null || t.Task.Label == label));

    /// <summary>Whether the person has the task.</summary>
    public Literal Has(TaskFacts task) => Open.TryGetValue(task, out var open) ? open : Settled.Tasks.Contains(task) ? Literal.True : Literal.False;

    /// <summary>One of several literals holds: a new one is made only where two or more are open.</summary>
    private Literal AnyOf(string kind, DateOnly day, IEnumerable<TaskFacts> tasks)
    {
        if (literals.TryGetValue((kind, day), out var known))
        {
            return known;
        }

        var open = tasks.Distinct().Select(t => Open[t]).ToList();
        Literal literal = open.Count switch
        {
            0 => Literal.False,
            1 => open[0],
            _ => Model.AnyOf(open),
        };
        return literals[(kind, day)] = literal;
    }
}

internal static class DayLists
{
    public static int IndexOf(this IReadOnlyList<DateOnly> days, DateOnly day)
    {
        for (var i = 0; i < days.Count; i++)
        {
            if (days[i] == day)
            {
                return i;
            }
        }

        return -1;
    }
}
