namespace StaffPool.Solver.Engines;

public enum EngineUnavailableKind
{
    /// <summary>The portable engine is not in its folder, which is the detail.</summary>
    NotInstalled,

    /// <summary>Node.js, which runs the portable engine, is missing; the detail is empty.</summary>
    NodeMissing,

    /// <summary>The host is there and does not run; the detail is what the system or the host said.</summary>
    DoesNotStart,
}

/// <summary>No engine host can be started: a missing installation, not a failed solve.</summary>
public sealed class EngineUnavailableException(EngineUnavailableKind kind, string detail, Exception? inner = null)
    : Exception($"{kind}: {detail}", inner)
{
    public EngineUnavailableKind Kind { get; } = kind;

    /// <summary>In the words of the system.</summary>
    public string Detail { get; } = detail;

    /// <summary>
    /// The host did start, and the system ended it before it was ready, for want of memory most often: the installation
    /// is sound and another start may go well.
    /// </summary>
    internal bool WasKilled { get; init; }
}
