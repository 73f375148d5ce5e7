using StaffPool.Solver.Engines;
using StaffPool.Solver.Tests.Engines;

[assembly: AssemblyFixture(typeof(SharedEngines))]

namespace StaffPool.Solver.Tests.Engines;

/// <summary>One warm pool for all the tests that do not harm it.</summary>
public sealed class SharedEngines : IAsyncDisposable
{
    public EnginePool Pool { get; } = new();

    public ValueTask DisposeAsync() => Pool.DisposeAsync();
}
