namespace StaffPool.Data.Access;

/// <summary>A browser that is signed in. Ending it here signs it out.</summary>
public sealed class SessionRow
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public Guid UserId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime StartedAt { get; set; }

    public DateTime LastSeenAt { get; set; }

    /// <summary>The browser, in its own words, cut to 200 characters.</summary>
    public required string Browser { get; set; }

    public DateTime? EndedAt { get; set; }
}
