using StaffPool.Data.Members;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Planning;

/// <summary>
/// One half-day of one professional on one site. The professional, the day and the half-day are unique together:
/// nobody can be booked twice, whatever is done at once.
/// </summary>
public sealed class BookingRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    public DateOnly Day { get; set; }

    public DayPart Part { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    /// <summary>The published timetable that it comes from; null where it was taken by hand.</summary>
    public Guid? TimetableId { get; set; }

    /// <summary>What is learnt, where it is a half-day of training: work, but of no use to the site. Null for a half-day that serves it.</summary>
    public string? Training { get; set; }

    /// <summary>Who took it, for whoever comes second.</summary>
    public required string BookedBy { get; set; }
}

public enum DayPart
{
    Morning,
    Afternoon,
    Night,
}
