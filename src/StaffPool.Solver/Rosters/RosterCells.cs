using System.Collections.Concurrent;
using StaffPool.Domain.Rosters;

namespace StaffPool.Solver.Rosters;

/// <summary>Who could have which task, alone and with the history; what is pinned counts as settled.</summary>
internal sealed class RosterCells
{
    private readonly Dictionary<RosterPerson, IReadOnlyList<TaskFacts>> cells = [];
    private readonly ConcurrentQueue<Refusal> refusals = new();

    public RosterCells(RosterIndex index)
    {
        Conflicts = new PairConflicts(index);
        var pins = index.Problem.Pins.ToLookup(p => p.Person);
        foreach (var person in index.Problem.People)
        {
            var pinned = pins[person].Select(p => p.Task).ToHashSet();
            cells[person] = [.. index.Tasks.Where(t =>
                !pinned.Contains(t.Task) && RosterIndex.IsEligible(person, t.Task) && PersonRules.AreKept(new PersonRoster(index, person, [t])))];
        }
    }

    public PairConflicts Conflicts { get; }

    /// <summary>What the checker refused and the model would have allowed; it only grows.</summary>
    public IEnumerable<Refusal> Refusals => refusals;

    /// <summary>Cells of a person that a search may change, by start.</summary>
    public IReadOnlyList<TaskFacts> Of(RosterPerson person) => cells[person];

    public int Count => cells.Values.Sum(c => c.Count);

    public void Refuse(Refusal refusal) => refusals.Enqueue(refusal);
}
