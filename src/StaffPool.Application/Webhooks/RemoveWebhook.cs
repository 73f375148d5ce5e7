using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Webhooks;

/// <summary>Tells an address nothing more, not even what waits to be told.</summary>
[Permits(Role.Administrator)]
public sealed class RemoveWebhook(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var row = WorkScope.Found(await scope.Db.Webhooks.SingleOrDefaultAsync(w => w.Id == request.Id, stop), "not-found.webhook");
            scope.Db.Webhooks.Remove(scope.Expect(row, request.Version));
            return Nothing.More;
        },
        stop);
}
