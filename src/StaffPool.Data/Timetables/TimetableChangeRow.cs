using StaffPool.Data.Members;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Timetables;

/// <summary>One half-day changed after the publication, with the reason where the notice was short.</summary>
public sealed class TimetableChangeRow : GroupingOwned
{
    public Guid TimetableId { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public DateOnly Day { get; set; }

    public DayPart Part { get; set; }

    /// <summary>Null for nowhere.</summary>
    public Guid? FromSiteId { get; set; }

    public SiteRow? FromSite { get; set; }

    public Guid? ToSiteId { get; set; }

    public SiteRow? ToSite { get; set; }

    /// <summary>Whether it was told later than the notice asks.</summary>
    public bool IsShortNotice { get; set; }

    public string? Justification { get; set; }

    public required string ChangedBy { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ChangedAt { get; set; }
}
