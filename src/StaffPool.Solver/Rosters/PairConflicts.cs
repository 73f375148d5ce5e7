using System.Collections.Concurrent;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Solver.Rosters;

internal enum PairConflict
{
    None,

    /// <summary>Never together.</summary>
    Always,

    /// <summary>Not together unless work between them closes the gap: it is the rest, or the pause, that is too short.</summary>
    UnlessBridged,
}

/// <summary>Which tasks one person cannot both have, by the very rules of the checker; asked once for each pair and contract.</summary>
internal sealed class PairConflicts(RosterIndex index)
{
    // No limit that two duties can break by themselves looks further than the longest daily rest and the longest duty.
    private static readonly TimeSpan Horizon = TimeSpan.FromHours(24);

    private readonly ConcurrentDictionary<(RosterContract, RosterTask, RosterTask), PairConflict> known = new();

    /// <param name="contract">Of who would have both.</param>
    /// <param name="first">The one that starts first.</param>
    /// <param name="next">The other.</param>
    public PairConflict Of(RosterContract contract, TaskFacts first, TaskFacts next) =>
        next.Start >= first.End + Horizon && !contract.Successions.Any(s => s.Weight is null)
            ? PairConflict.None
            : known.GetOrAdd((contract, first.Task, next.Task), _ => Ask(contract, first, next));

    private PairConflict Ask(RosterContract contract, TaskFacts first, TaskFacts next)
    {
        if (!PersonRoster.CanFollow(index.Problem, first, next)
            || contract.Successions.Any(s => s.Weight is null && PersonPenalties.IsSuccession(s, first, next)))
        {
            return PairConflict.Always;
        }

        if (next.Start >= first.End + Horizon)
        {
            return PairConflict.None;
        }

        var person = new RosterPerson { Id = "", Name = "", Contract = contract };
        var breaches = contract.Limits.Check(Work(person, first, next))
            .Except(contract.Limits.Check(Work(person, first)))
            .Except(contract.Limits.Check(Work(person, next)))
            .Where(b => b.Limit.Severity == Severity.Blocking)
            .ToList();
        return breaches.Count == 0 ? PairConflict.None
            : breaches.All(b => b.Limit is DailyRest or SplitDay) ? PairConflict.UnlessBridged
            : PairConflict.Always;
    }

    private List<WorkedInterval> Work(RosterPerson person, params TaskFacts[] tasks) => new PersonRoster(index, person, tasks).Added();
}
