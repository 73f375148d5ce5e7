using Microsoft.AspNetCore.Identity;

namespace StaffPool.Data.Access;

/// <summary>A person who signs in. What they may do is in their grants, grouping by grouping.</summary>
public sealed class User : IdentityUser<Guid>
{
    public User() => Id = Guid.CreateVersion7();

    /// <summary>As shown to others.</summary>
    public required string DisplayName { get; set; }

    /// <summary>UTC.</summary>
    public DateTime CreatedAt { get; set; }
}
