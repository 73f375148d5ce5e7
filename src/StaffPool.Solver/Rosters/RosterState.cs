using StaffPool.Domain.Rosters;

namespace StaffPool.Solver.Rosters;

/// <summary>A roster with its score, kept by person; never changed once made, so that searches side by side can share it.</summary>
internal sealed class RosterState
{
    private readonly Dictionary<RosterPerson, IReadOnlySet<TaskFacts>> tasks;

    public RosterState(RosterIndex index, Dictionary<RosterPerson, IReadOnlySet<TaskFacts>> tasks)
    {
        Index = index;
        this.tasks = tasks;
        Score = RosterScore.Of(index, ToRoster());
    }

    public RosterIndex Index { get; }

    public RosterScore Score { get; }

    public IReadOnlySet<TaskFacts> TasksOf(RosterPerson person) => tasks[person];

    public bool Has(RosterPerson person, TaskFacts task) => tasks[person].Contains(task);

    public Roster ToRoster() => new(
        [.. Index.Problem.People.SelectMany(p => tasks[p].OrderBy(t => t.Start).ThenBy(t => t.Task.Id, StringComparer.Ordinal).Select(t => new RosterAssignment(p, t.Task)))]);

    /// <summary>The same with some cells changed.</summary>
    public RosterState With(IEnumerable<(RosterPerson Person, TaskFacts Task, bool Has)> cells, out IReadOnlyList<RosterPerson> changed)
    {
        var next = new Dictionary<RosterPerson, IReadOnlySet<TaskFacts>>(tasks);
        var touched = new List<RosterPerson>();
        foreach (var group in cells.GroupBy(c => c.Person))
        {
            var own = tasks[group.Key].ToHashSet();
            foreach (var (_, task, has) in group)
            {
                _ = has ? own.Add(task) : own.Remove(task);
            }

            if (!own.SetEquals(tasks[group.Key]))
            {
                next[group.Key] = own;
                touched.Add(group.Key);
            }
        }

        changed = touched;
        return new RosterState(Index, next);
    }
}
