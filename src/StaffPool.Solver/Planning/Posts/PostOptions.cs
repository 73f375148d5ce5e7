namespace StaffPool.Solver.Planning.Posts;

/// <summary>Which posts to look for, and how long.</summary>
public sealed record PostOptions
{
    /// <summary>
    /// The reverse question: forget who is there, and look for the fewest full-time posts that could serve all needs.
    /// </summary>
    public bool Fewest { get; init; }

    /// <summary>Part of the unmet needs within reach that the posts must serve, above 0 and at most 1.</summary>
    public decimal Share { get; init; } = 1;

    /// <summary>
    /// Smallest post worth creating, in tenths of a full-time one. Two by default, a choice of StaffPool: one day a week
    /// is the least that people are hired for.
    /// </summary>
    public int SmallestTenths { get; init; } = 2;

    /// <summary>Wall-clock limit of the whole run.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    public int Seed { get; init; } = 1;
}
