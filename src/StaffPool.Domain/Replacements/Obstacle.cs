using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <summary>Why somebody cannot replace, in the order in which it is looked at: what cannot change first, what the calendar says last.</summary>
public enum Obstacle
{
    Profession,
    IsAway,
    Contract,
    Qualification,
    Consent,
    Status,
    Distance,
    Stage,
    Absent,
    Busy,
    Rest,

    /// <summary>A legal limit would be broken with this assignment added.</summary>
    Legal,
}

/// <param name="Obstacle">Which.</param>
/// <param name="Duties">Half-days concerned; empty for all of them, whatever the day.</param>
/// <param name="Breach">What the law says, where it is about a legal limit.</param>
public readonly record struct ObstacleFound(Obstacle Obstacle, IReadOnlyList<Duty> Duties, Violation? Breach = null);

/// <summary>Holds the work of one person, with an assignment added, against the legal limits of their own contract.</summary>
/// <param name="person">With what they do already.</param>
/// <param name="freed">Of what they do, what they would no longer do.</param>
/// <param name="added">What they would do beside it.</param>
/// <returns>What would be broken and is not already; empty where it is lawful.</returns>
public delegate IReadOnlyList<Violation> LegalCheck(PoolPerson person, IReadOnlyList<Engagement> freed, IReadOnlyList<Engagement> added);
