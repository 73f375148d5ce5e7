namespace StaffPool.Solver.Rosters;

/// <summary>How long and how to search; the problem itself says what to search.</summary>
public sealed record RosterOptions
{
    /// <summary>Wall-clock limit of the whole run; the best roster found by then is kept.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    public int Seed { get; init; } = 1;

    /// <summary>Threads for the model of the whole problem, where the engine can use them.</summary>
    public int Workers { get; init; } = Math.Max(8, Environment.ProcessorCount);
}
