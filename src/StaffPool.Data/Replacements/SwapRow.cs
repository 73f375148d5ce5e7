using StaffPool.Data.Members;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Replacements;

/// <summary>Two people would exchange a half-day each. It is done at once, when everybody who has a say has accepted.</summary>
public sealed class SwapRow : GroupingOwned
{
    public SwapStatus Status { get; set; }

    public required string AskedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime AskedAt { get; set; }

    /// <summary>UTC; null until a coordinator approved it, and where none has to.</summary>
    public DateTime? ApprovedAt { get; set; }

    /// <summary>Why it comes later than the notice; needed then only.</summary>
    public string? Justification { get; set; }

    /// <summary>Whether it was done later than the notice before one of the half-days.</summary>
    public bool IsShortNotice { get; set; }

    /// <summary>UTC; null while it is open.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Who had the last word.</summary>
    public string? EndedBy { get; set; }

    /// <summary>Two: who gives what.</summary>
    public List<SwapSideRow> Sides { get; } = [];
}

/// <summary>One of the two people, and the half-day that they give, as it was when the swap was asked.</summary>
public sealed class SwapSideRow : GroupingOwned
{
    public Guid SwapId { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public DateOnly Day { get; set; }

    public DayPart Part { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    /// <summary>UTC; null until they accept.</summary>
    public DateTime? AcceptedAt { get; set; }
}

public enum SwapStatus
{
    Open,

    /// <summary>The half-days have changed hands.</summary>
    Done,

    /// <summary>One of the two does not want it, or withdrew it; no reason is asked.</summary>
    Declined,

    /// <summary>The coordinator does not approve it.</summary>
    Refused,
}
