namespace StaffPool.Data.Planning;

/// <summary>Who goes where in one period: drafts, and the one that is published.</summary>
public sealed class PlanRow : GroupingOwned
{
    public required string Name { get; set; }

    public DateOnly PeriodStart { get; set; }

    public DateOnly PeriodEnd { get; set; }

    public PlanStatus Status { get; set; }

    /// <summary>The run that computed it; null for one made by hand.</summary>
    public Guid? RunId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>What the computation said of the plan, as JSON: aims, bounds, explanations of unmet needs; null for one made by hand.</summary>
    public string? Document { get; set; }

    public List<AssignmentRow> Assignments { get; } = [];
}

public enum PlanStatus
{
    Draft,

    /// <summary>In force: one per period.</summary>
    Published,

    /// <summary>Was published, replaced by another.</summary>
    Replaced,
}
