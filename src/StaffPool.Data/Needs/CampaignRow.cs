namespace StaffPool.Data.Needs;

/// <summary>The review of the needs for one period, twice a year.</summary>
public sealed class CampaignRow : GroupingOwned
{
    /// <summary>First day of the period that the needs are for; one campaign per period.</summary>
    public DateOnly PeriodStart { get; set; }

    public DateOnly PeriodEnd { get; set; }

    /// <summary>First and last day on which members declare.</summary>
    public DateOnly OpensOn { get; set; }

    public DateOnly ClosesOn { get; set; }

    public CampaignStatus Status { get; set; }

    public List<NeedRow> Needs { get; } = [];

    public List<DeclarationRow> Declarations { get; } = [];
}

public enum CampaignStatus
{
    /// <summary>Prepared by the administrator; members do not see it yet.</summary>
    Draft,

    Open,

    /// <summary>Needs are settled; they can be planned.</summary>
    Closed,
}
