namespace StaffPool.Data.Webhooks;

/// <summary>
/// One event to be told to one address. Saved in the transaction of the event; sent afterwards, at least once, until the
/// receiver says that it has it. Its identifier is sent along, so that a receiver can drop what it has already.
/// </summary>
public sealed class WebhookDeliveryRow : GroupingOwned
{
    public Guid WebhookId { get; set; }

    public WebhookRow? Webhook { get; set; }

    public WebhookEvent Event { get; set; }

    /// <summary>What is sent, as JSON.</summary>
    public required string Payload { get; set; }

    /// <summary>UTC.</summary>
    public DateTime OccurredAt { get; set; }

    /// <summary>Since when it is tried: given up a day later. UTC.</summary>
    public DateTime TriedSince { get; set; }

    public DeliveryStatus Status { get; set; }

    public int Attempts { get; set; }

    public DateTime NextAttemptAt { get; set; }

    /// <summary>Until when a node has it in hand; null where none has.</summary>
    public DateTime? LeasedUntil { get; set; }

    /// <summary>HTTP status of the last answer; null where there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Why the last attempt failed; null where it did not.</summary>
    public string? LastError { get; set; }

    public DateTime? EndedAt { get; set; }
}

public enum DeliveryStatus
{
    Pending,
    Delivered,

    /// <summary>Nobody answered for a day.</summary>
    GivenUp,
}
