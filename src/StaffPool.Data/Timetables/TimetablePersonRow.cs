using StaffPool.Data.Audit;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Timetables;

/// <summary>
/// What one professional does in a timetable. Half-days are kept together, not as rows: a half-year has some 200 of them for
/// each person, read and written together; those of the published timetable are bookings too.
/// </summary>
public sealed class TimetablePersonRow : GroupingOwned
{
    public Guid TimetableId { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    /// <summary>Half-days of the cycle, as JSON. The log has the hash of the whole, in <see cref="TimetableRow.ContentHash"/>.</summary>
    [NotInAudit]
    public required string Cycle { get; set; }

    /// <summary>Half-days of the calendar, as JSON.</summary>
    [NotInAudit]
    public required string Calendar { get; set; }

    /// <summary>What is owed to each site, as JSON: allocated and carried over from the period before.</summary>
    [NotInAudit]
    public required string Promises { get; set; }
}
