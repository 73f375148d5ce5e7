using StaffPool.Domain.Rosters;

namespace StaffPool.Solver.Rosters;

/// <summary>
/// A first roster that keeps every rule, in a second or so: what is in force as far as it still holds, then each task in
/// turn to the allowed person who has had least for the contracted time.
/// </summary>
internal static class ConstructiveRoster
{
    public static RosterState Of(RosterIndex index, RosterCells cells)
    {
        var tasks = index.Problem.People.ToDictionary(p => p, _ => new HashSet<TaskFacts>());
        var disturbed = new HashSet<RosterPerson>();
        var given = index.Tasks.ToDictionary(t => t, _ => 0);
        foreach (var pin in index.Problem.Pins.Where(p => p.Assigned))
        {
            Give(pin.Person, index.Of(pin.Task));
        }

        var candidates = index.Problem.People
            .SelectMany(p => cells.Of(p).Select(t => (Person: p, Task: t)))
            .ToLookup(c => c.Task, c => c.Person);
        foreach (var (person, task) in InForce(index).Where(a => candidates[a.Task].Contains(a.Person)))
        {
            if (given[task] < task.Task.Required && IsAllowed(person, task))
            {
                Give(person, task);
            }
            else
            {
                disturbed.Add(person);
            }
        }

        // The tasks that fewest can do first, then by the calendar.
        foreach (var task in index.Tasks.OrderBy(t => candidates[t].Count() / Math.Max(1, t.Task.Required)).ThenBy(t => t.Start))
        {
            foreach (var person in candidates[task].Where(p => !tasks[p].Contains(task)).OrderBy(p => !disturbed.Contains(p)).ThenBy(Load).ToList())
            {
                if (given[task] >= task.Task.Required)
                {
                    break;
                }

                if (IsAllowed(person, task))
                {
                    Give(person, task);
                    // Who is told of one change may as well be told of two. Nobody is, where nothing is in force.
                    _ = index.Problem.InForce is not null && disturbed.Add(person);
                }
            }
        }

        return new RosterState(index, tasks.ToDictionary(t => t.Key, t => (IReadOnlySet<TaskFacts>)t.Value));

        bool IsAllowed(RosterPerson person, TaskFacts task) => PersonRules.AreKept(new PersonRoster(index, person, [.. tasks[person], task]));

        double Load(RosterPerson person) => tasks[person].Sum(t => t.Minutes.Sum(m => m.Minutes)) / (double)person.TimePercent;

        void Give(RosterPerson person, TaskFacts task)
        {
            if (tasks[person].Add(task))
            {
                given[task]++;
            }
        }
    }

    private static IEnumerable<(RosterPerson Person, TaskFacts Task)> InForce(RosterIndex index)
    {
        var people = index.Problem.People.ToHashSet();
        return (index.Problem.InForce ?? Roster.Empty).Assignments
            .Where(a => people.Contains(a.Person) && index.Knows(a.Task))
            .Select(a => (a.Person, index.Of(a.Task)));
    }
}
