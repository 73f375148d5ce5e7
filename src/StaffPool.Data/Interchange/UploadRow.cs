using StaffPool.Data.Audit;

namespace StaffPool.Data.Interchange;

/// <summary>
/// A file that somebody sent and has not confirmed yet: whichever node of the service shows what it would change, and does
/// it. Kept for a day at most.
/// </summary>
public sealed class UploadRow : GroupingOwned
{
    /// <summary>As its sender calls it.</summary>
    public required string FileName { get; set; }

    [NotInAudit]
    public required byte[] Content { get; set; }

    /// <summary>Who sent it, and may confirm it; null for the operator.</summary>
    public Guid? UserId { get; set; }

    /// <summary>UTC.</summary>
    public DateTime ReceivedAt { get; set; }
}
