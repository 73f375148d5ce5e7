namespace StaffPool.Data.Timetables;

/// <summary>The secret address at which a calendar program reads the half-days of one professional. Only the hash of its token is kept.</summary>
public sealed class CalendarFeedRow : GroupingOwned
{
    public Guid ProfessionalId { get; set; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
