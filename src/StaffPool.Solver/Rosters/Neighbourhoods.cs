using StaffPool.Domain.Rosters;

namespace StaffPool.Solver.Rosters;

/// <summary>
/// Parts of a roster worth solving anew: some days of everybody, some people over all days, what is not covered with who
/// could cover it, the people whose wishes cost most with some others.
/// </summary>
internal sealed class Neighbourhoods(RosterIndex index, RosterCells cells, int seed)
{
    private const int Kinds = 4;
    private readonly Random random = new(seed);
    private int next = seed;

    /// <summary>Cells freed at a time; follows what the engine manages.</summary>
    public double Size { get; private set; } = 1500;

    public void Managed(bool isSolved) => Size = Math.Clamp(Size * (isSolved ? 1.25 : 0.7), 150, 20_000);

    public Func<RosterPerson, TaskFacts, bool> Next(RosterState at, RosterAim aim) => (next++ % Kinds) switch
    {
        0 => Days(),
        1 => People(Shuffled(index.Problem.People)),
        2 => Uncovered(at),
        _ => aim is RosterAim.Notified or RosterAim.Moved ? Changed(at) : Costly(at),
    };

    private Func<RosterPerson, TaskFacts, bool> Days()
    {
        var span = index.Problem.Period;
        var days = Math.Max(2, (int)(Size * span.Days / Math.Max(1, cells.Count)));
        var from = span.Start.AddDays(random.Next(-days / 2, span.Days));
        return (_, task) => IsIn(task, from, from.AddDays(days - 1));
    }

    private Func<RosterPerson, TaskFacts, bool> People(IEnumerable<RosterPerson> order, int least = 2)
    {
        var chosen = new HashSet<RosterPerson>();
        var size = 0;
        foreach (var person in order)
        {
            if (chosen.Count >= least && size >= Size)
            {
                break;
            }

            chosen.Add(person);
            size += cells.Of(person).Count;
        }

        // So many tasks that two people over the whole period are too much: a stretch of it then.
        if (size <= 2 * Size)
        {
            return (person, _) => chosen.Contains(person);
        }

        chosen.UnionWith(Shuffled(index.Problem.People).Take(6));
        var total = chosen.Sum(p => cells.Of(p).Count);
        var days = Math.Max(7, (int)(Size * index.Problem.Period.Days / total));
        var from = index.Problem.Period.Start.AddDays(random.Next(-days / 2, index.Problem.Period.Days));
        return (person, task) => chosen.Contains(person) && IsIn(task, from, from.AddDays(days - 1));
    }

    private Func<RosterPerson, TaskFacts, bool> Uncovered(RosterState at)
    {
        var given = at.ToRoster().Assignments.CountBy(a => a.Task).ToDictionary();
        var missing = index.Tasks.Where(t => given.GetValueOrDefault(t.Task) < t.Task.Required).ToList();
        if (missing.Count == 0)
        {
            return Costly(at);
        }

        var task = missing[random.Next(missing.Count)];
        var able = Shuffled(index.Problem.People.Where(p => cells.Of(p).Contains(task))).ToList();
        var perDay = cells.Count / (double)(index.Problem.Period.Days * index.Problem.People.Count);
        var days = Math.Clamp((int)(Size / Math.Max(1, able.Count * perDay)), 4, index.Problem.Period.Days);
        var most = Math.Max(3, (int)(Size / Math.Max(1, days * perDay)));
        var chosen = able.Take(most).ToHashSet();
        var from = task.Starts[0].AddDays(-days / 2);
        return (person, other) => chosen.Contains(person) && IsIn(other, from, from.AddDays(days));
    }

    private Func<RosterPerson, TaskFacts, bool> Costly(RosterState at)
    {
        var costs = index.Problem.People.ToDictionary(
            p => p, p => PersonPenalties.CostOf(new PersonRoster(index, p, at.TasksOf(p))) * (0.5 + random.NextDouble()));
        var worst = costs.OrderByDescending(c => c.Value).Select(c => c.Key).Take(2).ToList();
        return People([.. worst, .. Shuffled(index.Problem.People.Except(worst))], 3);
    }

    /// <summary>People who would be told of a change, among whom it could be taken back.</summary>
    private Func<RosterPerson, TaskFacts, bool> Changed(RosterState at)
    {
        var before = index.Problem.InForce!.Assignments.ToLookup(a => a.Person, a => a.Task);
        var changed = index.Problem.People
            .Where(p => RosterScore.Differences(at.TasksOf(p).Select(t => t.Task).ToHashSet(), before[p]) > 0)
            .ToList();
        return People([.. Shuffled(changed), .. Shuffled(index.Problem.People.Except(changed))], 3);
    }

    private RosterPerson[] Shuffled(IEnumerable<RosterPerson> people)
    {
        var array = people.ToArray();
        random.Shuffle(array);
        return array;
    }

    private static bool IsIn(TaskFacts task, DateOnly from, DateOnly to) => task.Starts[0] <= to && task.Starts[^1] >= from;
}
