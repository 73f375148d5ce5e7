using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Scenarios;
using StaffPool.Data;

namespace StaffPool.Web.Hosting;

/// <summary>What <c>./run</c> finds at its first start: the Centre de Picardie grouping, loaded, planned and ready to explore.</summary>
public sealed class DemoStart(ServiceDatabase database, GroupingImport import)
{
    /// <summary>Loads the scenario where the service keeps no grouping yet.</summary>
    /// <param name="scenario">Its file; its folder names it.</param>
    /// <param name="stop">Gives up; nothing is then loaded.</param>
    /// <returns>The new grouping, or null where there was one.</returns>
    public async Task<Guid?> RunAsync(string scenario, CancellationToken stop)
    {
        if (await HasGroupingAsync(stop))
        {
            return null;
        }

        var file = await File.ReadAllBytesAsync(scenario, stop);
        return await import.AddAsync(file, Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(scenario)))!, FirstAdministrator.ServiceName, stop);
    }

    private async Task<bool> HasGroupingAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters().AnyAsync(stop);
    }
}
