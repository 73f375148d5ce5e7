namespace StaffPool.Data.Timetables;

/// <summary>Who is where in one period, half-day by half-day: drafts, and the one that is published.</summary>
public sealed class TimetableRow : GroupingOwned
{
    public required string Name { get; set; }

    /// <summary>The plan whose half-days it puts into the calendar.</summary>
    public Guid PlanId { get; set; }

    public DateOnly PeriodStart { get; set; }

    public DateOnly PeriodEnd { get; set; }

    /// <summary>1, 2 or 4.</summary>
    public int CycleWeeks { get; set; }

    /// <summary>Minutes after midnight at which its mornings begin.</summary>
    public int MorningStartMinutes { get; set; }

    /// <summary>Minutes between its mornings and afternoons.</summary>
    public int MiddayBreakMinutes { get; set; }

    public TimetableStatus Status { get; set; }

    /// <summary>The run that computed it.</summary>
    public Guid RunId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    /// <summary>UTC; null while it is a draft.</summary>
    public DateTime? PublishedAt { get; set; }

    /// <summary>Why it was published later than the notice asks; null where it was not.</summary>
    public string? LateReason { get; set; }

    /// <summary>SHA-256 of all its half-days when it was published, for the audit log; null while it is a draft.</summary>
    public string? ContentHash { get; set; }

    /// <summary>What the computation said of it, as JSON: aims and bounds.</summary>
    public required string Notes { get; set; }

    public List<TimetablePersonRow> People { get; } = [];
}

public enum TimetableStatus
{
    Draft,

    /// <summary>In force: one per period.</summary>
    Published,

    /// <summary>Was published, replaced by another.</summary>
    Replaced,
}
