using StaffPool.Solver.Engines;
using StaffPool.Solver.Tests.Engines;

[assembly: AssemblyFixture(typeof(SharedEngines))]

namespace StaffPool.Solver.Tests.Engines;

public enum EngineCase
{
    CpSatPortable,
    CpSatNative,
    HighsPortable,
}

/// <summary>Warm pools for all the tests that do not harm them.</summary>
public sealed class SharedEngines : IAsyncDisposable
{
    private readonly EnginePool native = new();

    public EnginePool Portable { get; } = new(new EnginePoolOptions { UseNative = false });

    /// <summary>The native host is a case only where it was built.</summary>
    public static TheoryData<EngineCase> Cases =>
        EngineCatalog.Inspect().Native.Available
            ? new(EngineCase.CpSatPortable, EngineCase.HighsPortable, EngineCase.CpSatNative)
            : new(EngineCase.CpSatPortable, EngineCase.HighsPortable);

    public static EngineKind Kind(EngineCase engine) => engine == EngineCase.HighsPortable ? EngineKind.Highs : EngineKind.CpSat;

    public EnginePool Pool(EngineCase engine) => engine == EngineCase.CpSatNative ? native : Portable;

    public async ValueTask DisposeAsync()
    {
        await Portable.DisposeAsync();
        await native.DisposeAsync();
    }
}
