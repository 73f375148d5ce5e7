namespace StaffPool.Data.Access;

/// <summary>A role offered to an e-mail address. Only the hash of its token is kept.</summary>
public sealed class InvitationRow : GroupingOwned
{
    public required string Email { get; set; }

    public required string DisplayName { get; set; }

    public Role Role { get; set; }

    public Guid? MemberId { get; set; }

    public Guid? ProfessionalId { get; set; }

    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    public DateTime? AcceptedAt { get; set; }

    public required string InvitedBy { get; set; }
}
