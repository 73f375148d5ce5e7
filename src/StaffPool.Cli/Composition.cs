using StaffPool.Application.Planning;
using StaffPool.Domain.Geography;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli;

/// <summary>The one place that knows which implementation serves what.</summary>
internal sealed class Composition : IAsyncDisposable
{
    private readonly EnginePool engines = new();

    public UseCases UseCases => new(
        path => ScenarioReader.Read(path, CommuneDirectory.France),
        new PlanAllocation(new AllocationPlanner(engines, TimeProvider.System)).RunAsync,
        () => EngineCatalog.Inspect());

    public ValueTask DisposeAsync() => engines.DisposeAsync();
}
