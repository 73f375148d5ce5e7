namespace StaffPool.Data.Access;

/// <summary>A link that signs a user in once. Only the hash of its token is kept.</summary>
public sealed class SignInLinkRow
{
    /// <summary>SHA-256 of the token, in hexadecimal.</summary>
    public required string TokenHash { get; init; }

    public Guid UserId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ExpiresAt { get; set; }

    public DateTime? UsedAt { get; set; }
}
