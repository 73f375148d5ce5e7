using StaffPool.Data.Members;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Planning;

/// <summary>What a professional really did on one site in one month: one row for each.</summary>
public sealed class WorkDoneRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    /// <summary>First day of the month.</summary>
    public DateOnly Month { get; set; }

    /// <summary>Not negative; null where only hours are counted.</summary>
    public decimal? HalfDays { get; set; }

    /// <summary>Not negative; null where only half-days are counted.</summary>
    public decimal? Hours { get; set; }

    public required string RecordedBy { get; set; }
}
