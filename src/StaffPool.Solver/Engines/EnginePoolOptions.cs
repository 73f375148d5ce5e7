namespace StaffPool.Solver.Engines;

public sealed record EnginePoolOptions
{
    /// <summary>Solves at the same time, each in its own process.</summary>
    public int Size { get; init; } = Environment.ProcessorCount;

    /// <summary>Resident bytes of one host above which it is killed.</summary>
    public long MemoryLimitBytes { get; init; } = 2L * 1024 * 1024 * 1024;

    /// <summary>Time left to an engine to end by itself after a stop, before it is killed.</summary>
    public TimeSpan StopGrace { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Whether CP-SAT runs in the native host where there is one.</summary>
    public bool UseNative { get; init; } = true;

    /// <summary>Folder of the native host; null: found as <see cref="EngineCatalog"/> tells.</summary>
    public string? NativeDirectory { get; init; }

    /// <summary>Folder of the portable host; null: found as <see cref="EngineCatalog"/> tells.</summary>
    public string? PortableDirectory { get; init; }

    /// <summary>Node.js to run the portable host with; null: that of the package, else that of the machine.</summary>
    public string? NodePath { get; init; }
}
