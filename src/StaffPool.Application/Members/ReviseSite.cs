using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>Changes what is known of a site. Its identifier stays, for the agreement and old plans name it.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseSite(Work work) : IUseCase<SiteRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, SiteRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, SiteRevision request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var sites = await scope.Db.Sites.ToListAsync(stop);
        var row = WorkScope.Found(sites.Find(s => s.Id == request.SiteId), "not-found.site");
        scope.Expect(row, request.Version);
        var commune = request.Site.Check(await scope.Db.Members.AsNoTracking().ToListAsync(stop), sites.Where(s => s != row));
        request.Site.WriteTo(row, commune);
        return Nothing.More;
    }
}

/// <param name="SiteId">The site.</param>
/// <param name="Version">As read.</param>
/// <param name="Site">What it is from now on.</param>
public sealed record SiteRevision(Guid SiteId, int Version, SiteDescription Site);
