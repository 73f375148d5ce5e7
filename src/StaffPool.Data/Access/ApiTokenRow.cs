using StaffPool.Data.Audit;

namespace StaffPool.Data.Access;

/// <summary>
/// What another program calls with, in the name of the user who made it: never more than that user may, and no more than
/// it says itself. Only the hash of its secret is kept.
/// </summary>
public sealed class ApiTokenRow : GroupingOwned
{
    public required string Name { get; set; }

    /// <summary>First letters of the secret, by which a person knows it again.</summary>
    public required string Prefix { get; set; }

    /// <summary>SHA-256 of the secret, in hexadecimal.</summary>
    [NotInAudit]
    public required string SecretHash { get; set; }

    /// <summary>In whose name it acts.</summary>
    public Guid UserId { get; set; }

    public User? User { get; set; }

    public bool IsReadOnly { get; set; }

    /// <summary>Roles of the user that it acts in; empty for all that the user has.</summary>
    public List<Role> Roles { get; set; } = [];

    /// <summary>Modules that it may use, for example <c>Needs</c>; empty for all.</summary>
    public List<string> Modules { get; set; } = [];

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }

    public DateTime ExpiresAt { get; set; }

    public DateTime? RevokedAt { get; set; }

    /// <summary>Within five minutes.</summary>
    public DateTime? LastUsedAt { get; set; }
}
