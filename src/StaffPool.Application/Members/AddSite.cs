using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Members;

namespace StaffPool.Application.Members;

/// <summary>Adds a site to a member.</summary>
[Permits(Role.Administrator)]
public sealed class AddSite(Work work) : IUseCase<SiteDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, SiteDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, SiteDescription request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var sites = await scope.Db.Sites.AsNoTracking().ToListAsync(stop);
        var commune = request.Check(await scope.Db.Members.AsNoTracking().ToListAsync(stop), sites);
        var row = new SiteRow
        {
            Code = Codes.From(request.Name, sites.Select(s => s.Code).ToHashSet(StringComparer.Ordinal)),
            Name = "", InseeCode = commune.InseeCode, Kind = request.Kind,
        };
        request.WriteTo(row, commune);
        scope.Db.Sites.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }
}
