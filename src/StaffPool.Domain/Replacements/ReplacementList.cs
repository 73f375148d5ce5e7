using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Replacements;

/// <summary>Who can serve a need, in the published order, and why each of the others cannot.</summary>
/// <param name="Need">What is to be covered.</param>
/// <param name="Ranked">Who can, the first to be asked first.</param>
/// <param name="Others">Who cannot, in the order of the pool.</param>
/// <param name="Funnel">How many are left after each obstacle, all of them at the start.</param>
public sealed record ReplacementList(
    CoverNeed Need, IReadOnlyList<RankedCandidate> Ranked, IReadOnlyList<ExcludedPerson> Others, IReadOnlyList<FunnelStep> Funnel);

/// <summary>Somebody who can serve a need, or part of it.</summary>
public sealed record RankedCandidate
{
    public required PoolPerson Person { get; init; }

    /// <summary>What they would serve; at least one.</summary>
    public required IReadOnlyList<Duty> Covered { get; init; }

    /// <summary>What they would leave open, and why.</summary>
    public IReadOnlyList<ObstacleFound> Obstacles { get; init; } = [];

    /// <summary>What they would leave open.</summary>
    public IReadOnlyList<Duty> Left { get; init; } = [];

    /// <summary>Place of their profession among those accepted, from 0.</summary>
    public int ProfessionRank { get; init; }

    /// <summary>Whether they offered themselves for all that they would serve.</summary>
    public bool IsOffered { get; init; }

    public int HalfDaysOnSite { get; init; }

    /// <summary>From their base, one way.</summary>
    public long Metres { get; init; }

    /// <summary>Hours of the year over those of the contract: 1 for a year worked whole.</summary>
    public decimal HoursOfContract { get; init; }

    /// <summary>What the borrower would pay.</summary>
    public Money Cost { get; init; }
}

/// <param name="Person">Who.</param>
/// <param name="Obstacles">Every one that was looked at, in order; at least one.</param>
public sealed record ExcludedPerson(PoolPerson Person, IReadOnlyList<ObstacleFound> Obstacles);

/// <param name="Obstacle">What stopped some; null for the start.</param>
/// <param name="Stopped">How many it was the first obstacle of.</param>
/// <param name="Left">How many are left after it.</param>
public sealed record FunnelStep(Obstacle? Obstacle, int Stopped, int Left);
