using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Webhooks;

namespace StaffPool.Application.Webhooks;

/// <summary>What was told, what waits, and what nobody took: the last first.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ListDeliveries(Work work) : IUseCase<Nothing, IReadOnlyList<DeliveryView>>
{
    private const int MostShown = 1000;

    public Task<IReadOnlyList<DeliveryView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<DeliveryView>>(this, groupingId, async scope => await scope.Db.WebhookDeliveries
            .OrderByDescending(d => d.OccurredAt).ThenByDescending(d => d.Id)
            .Take(MostShown)
            .Select(d => new DeliveryView(
                d.Id, d.WebhookId, d.Webhook!.Url, d.Event, d.OccurredAt, d.Status, d.Attempts, d.Status == DeliveryStatus.Pending ? d.NextAttemptAt : null,
                d.LastStatus, d.LastError, d.EndedAt))
            .ToListAsync(stop), stop);
}

/// <summary>One event told, or to be told, to one address. Moments are in UTC.</summary>
/// <param name="Id">Sent along as <c>webhook-id</c>.</param>
/// <param name="WebhookId">Of which webhook.</param>
/// <param name="Url">Where.</param>
/// <param name="Event">What happened.</param>
/// <param name="OccurredAt">When it did.</param>
/// <param name="Status">Whether it is told.</param>
/// <param name="Attempts">How many were made.</param>
/// <param name="NextAttemptAt">Null where it has ended.</param>
/// <param name="LastStatus">HTTP status of the last answer, or null.</param>
/// <param name="LastError">Why the last attempt failed, or null.</param>
/// <param name="EndedAt">Null while it waits.</param>
public sealed record DeliveryView(
    Guid Id, Guid WebhookId, string Url, WebhookEvent Event, DateTime OccurredAt, DeliveryStatus Status, int Attempts, DateTime? NextAttemptAt,
    int? LastStatus, string? LastError, DateTime? EndedAt);
