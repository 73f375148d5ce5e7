using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Rosters;

/// <summary>What a search gave: the roster, and how good it is proven to be on every aim.</summary>
public sealed record RosterResult
{
    public required RosterProblem Problem { get; init; }

    public required Roster Roster { get; init; }

    public required RosterScore Score { get; init; }

    /// <summary>One per aim of the problem, most important first.</summary>
    public required IReadOnlyList<RosterLevel> Levels { get; init; }

    /// <summary>Of the independent checker: no blocking one unless the pins themselves break a rule.</summary>
    public required IReadOnlyList<Violation> Violations { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>When the first roster was at hand.</summary>
    public required TimeSpan FirstRoster { get; init; }

    public required IReadOnlyList<string> Engines { get; init; }

    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>Whether the user stopped it.</summary>
    public required bool IsStopped { get; init; }

    public bool IsProven => Levels.All(l => l.IsProven);
}

/// <summary>One aim: what the roster reaches, and what none that holds the aims above can beat.</summary>
/// <param name="Aim">Which.</param>
/// <param name="Value">Reached.</param>
/// <param name="Bound">Proven.</param>
/// <param name="BoundEngine">What proved it: an engine, or "arithmetic".</param>
public sealed record RosterLevel(RosterAim Aim, long Value, long Bound, string BoundEngine)
{
    public bool IsProven => Value == Bound;

    public double Gap => LevelResult.GapOf(Value, Bound);
}

/// <summary>Where a search stands.</summary>
public sealed record RosterProgress(RosterAim Aim, RosterScore Score, long Bound, TimeSpan Elapsed);
