using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Rosters;

/// <summary>Changes a zone: its sites, its hours, who takes turns. Rotas that were made before stay as they are.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class ReviseZone(Work work) : IUseCase<ZoneRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, ZoneRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var row = WorkScope.Found(
                await scope.Db.Zones.Include(z => z.Sites).Include(z => z.People).SingleOrDefaultAsync(z => z.Id == request.ZoneId, stop),
                "not-found.zone");
            scope.Expect(row, request.Version);
            await request.Zone.CheckAsync(scope, row.Id, stop);
            request.Zone.WriteTo(row);
            return Nothing.More;
        }, stop);
}

/// <param name="ZoneId">The zone.</param>
/// <param name="Version">As read.</param>
/// <param name="Zone">What it is from now on.</param>
public sealed record ZoneRevision(Guid ZoneId, int Version, ZoneDescription Zone);
