using StaffPool.Domain.Rosters;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Rosters;

/// <summary>A combination of tasks that the checker refused one person.</summary>
internal sealed record Refusal(RosterPerson Person, IReadOnlySet<TaskFacts> Tasks);

/// <summary>
/// A roster, or the part of it that is open, as a CP-SAT model: every rule of the checker as constraints, every aim as an
/// expression. What is not open stays as it is in the roster at hand and enters as constants.
/// </summary>
internal sealed class RosterModel
{
    private readonly Dictionary<(RosterPerson, TaskFacts), BoolVar> cells = [];
    private readonly Dictionary<RosterAim, Sum> aims = [];

    /// <param name="index">The problem.</param>
    /// <param name="at">The roster at hand: what is settled, and the first solution.</param>
    /// <param name="isOpen">Which cells the engine decides, among those that somebody can have.</param>
    /// <param name="shared">What all models of the problem share.</param>
    public RosterModel(RosterIndex index, RosterState at, Func<RosterPerson, TaskFacts, bool> isOpen, RosterCells shared)
    {
        Index = index;
        var people = new List<PersonModel>();
        foreach (var person in index.Problem.People)
        {
            var open = new Dictionary<TaskFacts, BoolVar>();
            foreach (var task in shared.Of(person).Where(t => isOpen(person, t)))
            {
                var cell = Builder.NewBool($"{person.Id} {task.Task.Id}");
                Builder.AddHint(cell, at.Has(person, task));
                open.Add(task, cell);
                cells.Add((person, task), cell);
            }

            people.Add(new PersonModel(this, person, open, at.TasksOf(person).Where(t => !open.ContainsKey(t))));
        }

        Cover(people);
        foreach (var person in people)
        {
            if (person.Open.Count > 0)
            {
                new PersonConstraints(person, shared.Conflicts).Add();
                foreach (var refusal in shared.Refusals.Where(r => r.Person == person.Person && r.Tasks.Any(person.Open.ContainsKey)))
                {
                    Forbid(refusal.Tasks.Select(person.Has));
                }
            }
        }

        Change(people);
        var wishes = aims[RosterAim.Wishes] = new Sum();
        foreach (var person in people)
        {
            if (person.Open.Count > 0)
            {
                new PersonWishes(person, wishes).Add();
            }
            else
            {
                wishes.Add(PersonPenalties.CostOf(person.Settled));
            }
        }
    }

    public RosterIndex Index { get; }

    public CpModelBuilder Builder { get; } = new();

    /// <summary>Open cells.</summary>
    public int Cells => cells.Count;

    public Sum this[RosterAim aim] => aims[aim];

    public BoolVar AnyOf(IReadOnlyList<BoolVar> literals)
    {
        var any = Builder.NewBool("any");
        foreach (var literal in literals)
        {
            Builder.AddImplication(literal, any);
        }

        Builder.AddBoolOr([any.Not(), .. literals]);
        return any;
    }

    /// <summary>Not all of them; nothing where one is settled as false.</summary>
    public void Forbid(IEnumerable<Literal> together)
    {
        var open = new List<BoolVar>();
        foreach (var literal in together)
        {
            if (literal.Variable is { } variable)
            {
                open.Add(variable.Not());
            }
            else if (!literal.IsTrue)
            {
                return;
            }
        }

        if (open.Count > 0)
        {
            Builder.AddBoolOr(open);
        }
    }

    /// <summary>What the engine's solution changes in the roster at hand.</summary>
    public IEnumerable<(RosterPerson Person, TaskFacts Task, bool Has)> Read(IReadOnlyList<long> solution) =>
        cells.Select(c => (c.Key.Item1, c.Key.Item2, c.Value.ValueIn(solution)));

    private void Cover(List<PersonModel> people)
    {
        var uncovered = aims[RosterAim.Uncovered] = new Sum();
        foreach (var task in Index.Tasks)
        {
            var given = new Sum();
            foreach (var person in people)
            {
                given.Add(person.Has(task));
            }

            var missing = task.Task.Required - given.Constant;
            if (given.IsSettled)
            {
                uncovered.Add(missing * task.Task.Weight);
                continue;
            }

            var open = Builder.NewInt(0, missing, "missing");
            Builder.AddEqual(given.Open + open, missing);
            uncovered.Add(open, task.Task.Weight, missing);
        }
    }

    private void Change(List<PersonModel> people)
    {
        var (notified, moved) = (aims[RosterAim.Notified] = new Sum(), aims[RosterAim.Moved] = new Sum());
        if (Index.Problem.InForce is not { } inForce)
        {
            return;
        }

        var before = inForce.Assignments.ToLookup(a => a.Person, a => a.Task);
        foreach (var person in people)
        {
            var had = before[person.Person].ToHashSet();
            var settled = RosterScore.Differences(
                person.Settled.Tasks.Select(t => t.Task).ToHashSet(), had.Where(t => !Index.Knows(t) || !person.Open.ContainsKey(Index.Of(t))));
            List<Literal> changes = [.. person.Open.Select(c => had.Contains(c.Key.Task) ? new Literal(c.Value.Not(), false) : c.Value)];
            moved.Add(settled);
            foreach (var change in changes)
            {
                moved.Add(change);
            }

            notified.Add(settled > 0 ? Literal.True : changes.Count == 0 ? Literal.False : AnyOf([.. changes.Select(c => c.Variable!.Value)]));
        }
    }
}
