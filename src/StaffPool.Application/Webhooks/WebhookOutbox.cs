using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using StaffPool.Data;
using StaffPool.Data.Costs;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Data.Webhooks;

namespace StaffPool.Application.Webhooks;

/// <summary>
/// Puts down what is to be told, in the transaction in which it happens: read from the rows that change, so that no use
/// case can forget it.
/// </summary>
internal static class WebhookOutbox
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };

    /// <param name="db">With its changes, before they are saved.</param>
    /// <param name="now">UTC.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task PutAsync(StaffPoolContext db, DateTime now, CancellationToken stop)
    {
        var happened = db.ChangeTracker.Entries().Select(Of).OfType<Happening>().ToList();
        if (happened.Count == 0)
        {
            return;
        }

        foreach (var webhook in await db.Webhooks.AsNoTracking().ToListAsync(stop))
        {
            db.WebhookDeliveries.AddRange(happened.Where(h => webhook.Events.Contains(h.Event)).Select(h => new WebhookDeliveryRow
            {
                WebhookId = webhook.Id,
                Event = h.Event,
                Payload = JsonSerializer.Serialize(new WebhookPayload(h.Event, now, db.GroupingId, h.SubjectId, h.Status), Json),
                OccurredAt = now,
                TriedSince = now,
                NextAttemptAt = now,
            }));
        }
    }

    private static Happening? Of(EntityEntry entry) => entry.Entity switch
    {
        RunRow { EndedAt: not null } run when IsNew(entry, nameof(RunRow.EndedAt)) => new(WebhookEvent.RunEnded, run.Id, run.Status.ToString()),
        PlanRow { Status: PlanStatus.Published } plan when IsNew(entry, nameof(PlanRow.Status)) => new(WebhookEvent.PlanPublished, plan.Id, null),
        CampaignRow { Status: CampaignStatus.Open } campaign when IsNew(entry, nameof(CampaignRow.Status)) => new(WebhookEvent.CampaignOpened, campaign.Id, null),
        CampaignRow { Status: CampaignStatus.Closed } campaign when IsNew(entry, nameof(CampaignRow.Status)) => new(WebhookEvent.CampaignClosed, campaign.Id, null),
        CallRow call when entry.State == EntityState.Added => new(WebhookEvent.CallIssued, call.Id, null),
        _ => null,
    };

    private static bool IsNew(EntityEntry entry, string property) =>
        entry.State == EntityState.Added || (entry.State == EntityState.Modified && !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue));

    private sealed record Happening(WebhookEvent Event, Guid SubjectId, string? Status);
}

/// <summary>What is sent: which event, and of what. What it is about is read with a token, as always: a webhook carries no data of the grouping.</summary>
/// <param name="Event">What happened.</param>
/// <param name="OccurredAt">UTC.</param>
/// <param name="GroupingId">Where.</param>
/// <param name="SubjectId">Run, plan, campaign or call.</param>
/// <param name="Status">How a run ended; null for all else.</param>
internal sealed record WebhookPayload(WebhookEvent Event, DateTime OccurredAt, Guid GroupingId, Guid SubjectId, string? Status);
