using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>
/// Brings runs to a worker. It carries their address alone: the row is the truth, and one that loses everything
/// loses nothing, because the rows that wait are announced again.
/// </summary>
public interface IRunDispatcher
{
    /// <summary>Tells the workers that a run waits; its row is already committed. Told twice, it is executed once.</summary>
    ValueTask AnnounceAsync(RunAddress run, CancellationToken stop);
}

/// <param name="GroupingId">The grouping.</param>
/// <param name="RunId">The run.</param>
/// <param name="Kind">What it computes: searches wait in a line of their own.</param>
public sealed record RunAddress(Guid GroupingId, Guid RunId, RunKind Kind);
