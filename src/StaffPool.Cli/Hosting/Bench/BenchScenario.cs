using StaffPool.Application.Access;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Data;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>A grouping of the repository in the database of a benchmark.</summary>
internal static class BenchScenario
{
    /// <returns>Identifier of the grouping.</returns>
    public static async Task<Guid> ImportAsync(ServiceDatabase database, TimeProvider clock, string scenario, string code, CancellationToken stop)
    {
        var path = ScenarioLocator.OfProcess().Find(scenario) ?? throw new FileNotFoundException(scenario);
        return await new GroupingImport(database, new ScenarioFormat(CommuneDirectory.France), clock)
            .AddAsync(await File.ReadAllBytesAsync(path, stop), code, FirstAdministrator.ServiceName, stop);
    }
}
