using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Webhooks;

namespace StaffPool.Application.Webhooks;

/// <summary>Has a delivery made again at once, whether it was taken or not, under the same identifier; for another day.</summary>
[Permits(Role.Administrator)]
public sealed class RedeliverWebhook(Work work) : IUseCase<Guid, Nothing>
{
    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">The delivery.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var row = WorkScope.Found(await scope.Db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == request, stop), "not-found.delivery");
            scope.Subject = row.Id;
            (row.Status, row.NextAttemptAt, row.TriedSince, row.EndedAt, row.LeasedUntil) = (DeliveryStatus.Pending, scope.Now, scope.Now, null, null);
            return Nothing.More;
        },
        stop);
}
