using Microsoft.EntityFrameworkCore;
using StaffPool.Data;

namespace StaffPool.Web.Hosting;

/// <summary>What <c>./run</c> finds at its first start: the Centre de Picardie grouping, loaded, planned and ready to explore.</summary>
public sealed class DemoStart(ServiceDatabase database)
{
    /// <summary>Loads and plans it where the service keeps no grouping yet.</summary>
    /// <returns>Whether it did.</returns>
    public async Task<bool> RunAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return !await db.Groupings.IgnoreQueryFilters().AnyAsync(stop);
    }
}
