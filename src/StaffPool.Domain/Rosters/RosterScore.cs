namespace StaffPool.Domain.Rosters;

/// <summary>How good a roster is, the most important figure first; each is to be as small as can be.</summary>
/// <param name="Uncovered">Missing people, each by the weight of its task.</param>
/// <param name="Notified">People whose tasks differ from the roster in force; 0 where there is none.</param>
/// <param name="Moved">Tasks given or taken against the roster in force.</param>
/// <param name="Wishes">Cost of the wishes that are not granted.</param>
public readonly record struct RosterScore(long Uncovered, long Notified, long Moved, long Wishes)
{
    public static RosterScore Of(RosterIndex index, Roster roster)
    {
        var byPerson = roster.Assignments.ToLookup(a => a.Person, a => a.Task);
        var given = roster.Assignments.CountBy(a => a.Task).ToDictionary();
        var inForce = index.Problem.InForce?.Assignments.ToLookup(a => a.Person, a => a.Task);
        var score = new RosterScore(
            index.Problem.Tasks.Sum(t => (long)t.Weight * Math.Max(0, t.Required - given.GetValueOrDefault(t))), 0, 0, 0);
        foreach (var person in index.Problem.People)
        {
            var tasks = byPerson[person].ToHashSet();
            var moved = inForce is null ? 0 : Differences(tasks, inForce[person]);
            score = score with
            {
                Notified = score.Notified + (moved > 0 ? 1 : 0),
                Moved = score.Moved + moved,
                Wishes = score.Wishes + PersonPenalties.CostOf(new PersonRoster(index, person, tasks.Select(index.Of))),
            };
        }

        return score;
    }

    /// <summary>Tasks that one list has and the other has not.</summary>
    public static int Differences(IReadOnlySet<RosterTask> tasks, IEnumerable<RosterTask> inForce)
    {
        var before = inForce.ToHashSet();
        return tasks.Count(t => !before.Contains(t)) + before.Count(t => !tasks.Contains(t));
    }

    public bool IsBetterThan(RosterScore other) =>
        (Uncovered, Notified, Moved, Wishes).CompareTo((other.Uncovered, other.Notified, other.Moved, other.Wishes)) < 0;

    /// <summary>The figure of one aim.</summary>
    public long this[RosterAim aim] => aim switch
    {
        RosterAim.Uncovered => Uncovered,
        RosterAim.Notified => Notified,
        RosterAim.Moved => Moved,
        _ => Wishes,
    };
}

/// <summary>What a roster aims at, in order.</summary>
public enum RosterAim
{
    Uncovered,
    Notified,
    Moved,
    Wishes,
}
