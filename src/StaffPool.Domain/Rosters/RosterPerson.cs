using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters;

/// <summary>Somebody who can be given tasks.</summary>
public sealed record RosterPerson
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public required RosterContract Contract { get; init; }

    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>Contracted part of full time in per cent, 1 to 100: what fairness is counted on.</summary>
    public int TimePercent { get; init; } = 100;

    /// <summary>When the person cannot work, in UTC: leave, training, another job.</summary>
    public IReadOnlyList<RosterPart> Unavailable { get; init; } = [];

    /// <summary>Work before the period, in UTC: rest, sliding windows and runs of days reach back to it.</summary>
    public IReadOnlyList<WorkedInterval> History { get; init; } = [];

    /// <summary>What the person had of each measure before, for fairness over a longer time: holidays of last year, nights.</summary>
    public IReadOnlyDictionary<RosterMeasure, int> Had { get; init; } = new Dictionary<RosterMeasure, int>();

    public bool Equals(RosterPerson? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
