using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Webhooks;

namespace StaffPool.Application.Webhooks;

/// <summary>Which addresses are told of what.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ListWebhooks(Work work) : IUseCase<Nothing, IReadOnlyList<WebhookView>>
{
    public Task<IReadOnlyList<WebhookView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<WebhookView>>(this, groupingId, async scope => await scope.Db.Webhooks
            .OrderBy(w => w.CreatedAt)
            .Select(w => new WebhookView(
                w.Id, w.Version, w.Url, w.Events, w.CreatedAt, w.CreatedBy,
                scope.Db.WebhookDeliveries.Count(d => d.WebhookId == w.Id && d.Status == DeliveryStatus.Pending)))
            .ToListAsync(stop), stop);
}

/// <summary>A webhook as it is shown: never its secret.</summary>
/// <param name="Id">The webhook.</param>
/// <param name="Version">To be sent back when it is removed.</param>
/// <param name="Url">Where it is told.</param>
/// <param name="Events">Of what.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="Waiting">Deliveries that are still to be made.</param>
public sealed record WebhookView(Guid Id, int Version, string Url, IReadOnlyList<WebhookEvent> Events, DateTime CreatedAt, string CreatedBy, int Waiting);
