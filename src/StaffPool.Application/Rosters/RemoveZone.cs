using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Rosters;

/// <summary>Removes a zone that was never served. One with a rota or a call stays, with its history.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class RemoveZone(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var row = WorkScope.Found(
                await scope.Db.Zones.Include(z => z.Sites).Include(z => z.People).SingleOrDefaultAsync(z => z.Id == request.Id, stop), "not-found.zone");
            scope.Expect(row, request.Version);
            RefusedException.IfAny(Referred.To(
                row.Name,
                ("rotas", await scope.Db.Rotas.CountAsync(r => r.ZoneId == row.Id, stop)),
                ("zone_calls", await scope.Db.ZoneCalls.CountAsync(c => c.ZoneId == row.Id, stop))));
            scope.Db.Zones.Remove(row);
            return Nothing.More;
        }, stop);
}
