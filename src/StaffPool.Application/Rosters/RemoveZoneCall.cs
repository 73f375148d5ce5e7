using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Rosters;

/// <summary>Takes a call off the log that was noted by mistake; the audit log keeps it.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class RemoveZoneCall(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var row = WorkScope.Found(await scope.Db.ZoneCalls.SingleOrDefaultAsync(c => c.Id == request.Id, stop), "not-found.zone-call");
            scope.Expect(row, request.Version);
            scope.Db.ZoneCalls.Remove(row);
            return Nothing.More;
        }, stop);
}
