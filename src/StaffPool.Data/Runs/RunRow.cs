namespace StaffPool.Data.Runs;

/// <summary>
/// A computation: what was asked, where it stands, what it gave. It is the truth; a queue holds its identifier only and
/// may be lost. Only the worker that holds the fencing token writes to it.
/// </summary>
public sealed class RunRow : GroupingOwned
{
    public RunKind Kind { get; set; }

    /// <summary>
    /// Says what is computed, for example the period and the seconds: a second request with the same words is the same
    /// run while it waits or runs. Null once it has ended.
    /// </summary>
    public string? DedupKey { get; set; }

    /// <summary>
    /// What the clock computes once and for all, for example the month: kept for ever, so that a clock that strikes twice
    /// adds nothing. Null for what a user asks for.
    /// </summary>
    public string? PeriodKey { get; set; }

    /// <summary>What was asked, as JSON.</summary>
    public required string Request { get; set; }

    public RunStatus Status { get; set; }

    public bool IsCancelRequested { get; set; }

    /// <summary>Where it stands, as JSON; null before it starts.</summary>
    public string? Progress { get; set; }

    /// <summary>SHA-256 of the inputs, once read.</summary>
    public string? InputHash { get; set; }

    /// <summary>Raised at every start: a worker that was replaced no longer writes.</summary>
    public int FencingToken { get; set; }

    /// <summary>How often it failed, or its worker died.</summary>
    public int Failures { get; set; }

    /// <summary>Not to be started before, UTC: a run that failed waits. Null for at once.</summary>
    public DateTime? NotBefore { get; set; }

    /// <summary>Row that it made (a plan, or a <see cref="RunResultRow"/>), or null.</summary>
    public Guid? ResultId { get; set; }

    /// <summary>Why it failed, for the reader; null otherwise.</summary>
    public string? Failure { get; set; }

    public required string RequestedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime RequestedAt { get; set; }

    public DateTime? StartedAt { get; set; }

    /// <summary>Last sign of life of its worker.</summary>
    public DateTime? HeartbeatAt { get; set; }

    public DateTime? EndedAt { get; set; }
}

public enum RunKind
{
    Plan,

    /// <summary>Whose turn it is in a zone.</summary>
    Rota,

    /// <summary>Opens the campaigns whose first day has come.</summary>
    CampaignOpening,

    /// <summary>Tells the members who have not confirmed what they declare.</summary>
    CampaignReminder,

    /// <summary>Closes the campaigns whose last day is over.</summary>
    CampaignClosing,

    /// <summary>Shares and votes that the needs of a closed campaign lead to.</summary>
    ProvisionalRights,

    /// <summary>The same once the assembly has met.</summary>
    FinalRights,

    /// <summary>Costs of a month, and who bears them.</summary>
    MonthlyCosts,

    /// <summary>What the calls of a year must be brought to.</summary>
    YearlyTrueUp,

    /// <summary>Tells of mandates, consents and funding that end.</summary>
    ExpiryNotices,

    /// <summary>Tells professionals where they will work, or the administrator that nobody can be told.</summary>
    RosterNotice,

    /// <summary>Holds the published plan against every rule.</summary>
    PlanCheck,

    /// <summary>Removes what is kept no longer.</summary>
    RetentionPurge,

    /// <summary>Puts the half-days of a plan into the calendar.</summary>
    Timetable,
}

public enum RunStatus
{
    Pending,
    Running,
    Done,
    Failed,
    Cancelled,
}
