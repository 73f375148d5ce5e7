using StaffPool.Data.Audit;

namespace StaffPool.Data.Webhooks;

/// <summary>An address of another program that is told what happens in the grouping.</summary>
public sealed class WebhookRow : GroupingOwned
{
    public required string Url { get; set; }

    /// <summary>What it is told of; at least one.</summary>
    public List<WebhookEvent> Events { get; set; } = [];

    /// <summary>Signs what is sent: both sides must have it, so it cannot be a hash.</summary>
    [NotInAudit]
    public required string Secret { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    public required string CreatedBy { get; set; }
}

/// <summary>What programs can be told of.</summary>
public enum WebhookEvent
{
    /// <summary>A computation is over: done, failed or cancelled.</summary>
    RunEnded,

    PlanPublished,

    CampaignOpened,

    CampaignClosed,

    /// <summary>A member is asked to pay.</summary>
    CallIssued,
}
