using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>A professional as the pool sees them: what they do already, and what they said of replacements.</summary>
public sealed record PoolPerson
{
    public required Professional Professional { get; init; }

    /// <summary>How far they have come (progressive exposure of GECAC-Tremplin, Guide ANAP 2011).</summary>
    public PoolStage Stage { get; init; } = PoolStage.Autonomous;

    /// <summary>First and last day of the contract; null where it has no such day.</summary>
    public DateOnly? ContractFrom { get; init; }

    public DateOnly? ContractUntil { get; init; }

    /// <summary>Half-days already promised, training included.</summary>
    public IReadOnlyList<Engagement> Engagements { get; init; } = [];

    /// <summary>Absences, and times that the person said they cannot work.</summary>
    public IReadOnlyList<DutySpan> Away { get; init; } = [];

    /// <summary>Times for which the person offered themselves.</summary>
    public IReadOnlyList<DutySpan> Offered { get; init; } = [];

    /// <summary>Half-days worked on each site, by its identifier, over the time that <see cref="ReplacementTerms"/> looks back.</summary>
    public IReadOnlyDictionary<string, int> HalfDaysBySite { get; init; } = new Dictionary<string, int>();

    /// <summary>Hours worked or promised since 1 January.</summary>
    public decimal HoursThisYear { get; init; }

    /// <summary>Kilometres repaid since 1 January: the rate follows them.</summary>
    public decimal KilometresThisYear { get; init; }

    /// <summary>Day of the last offer made to them; null for never.</summary>
    public DateOnly? LastAsked { get; init; }

    /// <summary>Whether they agreed to be asked for days on which they rest.</summary>
    public bool AcceptsRestDays { get; init; }

    /// <summary>Whether a contract is in force on a day.</summary>
    public bool IsUnderContract(DateOnly day) => (ContractFrom ?? day) <= day && day <= (ContractUntil ?? day);
}

public enum PoolStage
{
    /// <summary>Learns: replaces nobody.</summary>
    Observer,

    /// <summary>Seconds somebody, and replaces nobody alone.</summary>
    Second,

    Autonomous,
}

/// <param name="Duty">When.</param>
/// <param name="Site">Where.</param>
/// <param name="IsUrgent">Whether it serves a priority need or a legal minimum: it is not moved for another.</param>
public sealed record Engagement(Duty Duty, Site Site, bool IsUrgent = false);
