namespace StaffPool.Solver.Planning;

/// <summary>How long and how to search; the problem itself says what to search.</summary>
public sealed record AllocationOptions
{
    /// <summary>Wall-clock limit of the whole run; the best plan found by then is kept.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Same seed and same <see cref="Steps"/>, same plan, whatever the machine's speed.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>
    /// Search steps allowed to each piece on each level (branch-and-bound nodes, or deterministic milliseconds of
    /// CP-SAT), so that the result does not depend on the clock; null for no limit but the time.
    /// </summary>
    public long? Steps { get; init; }

    public EngineChoice Engine { get; init; } = EngineChoice.Auto;
}

public enum EngineChoice
{
    /// <summary>The engine that measured best for the piece.</summary>
    Auto,
    CpSat,
    Highs,
}
