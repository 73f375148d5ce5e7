namespace StaffPool.Data.Audit;

/// <summary>One write, told once: the log is only added to, and each entry seals the one before.</summary>
public sealed class AuditEntryRow
{
    public Guid GroupingId { get; init; }

    /// <summary>From 1, without a gap, in each grouping.</summary>
    public long Sequence { get; init; }

    /// <summary>UTC, in whole microseconds, as both databases keep it.</summary>
    public DateTime At { get; init; }

    public Guid? UserId { get; init; }

    public required string UserName { get; init; }

    /// <summary>Name of the use case.</summary>
    public required string UseCase { get; init; }

    /// <summary>The aggregate that it is about, or null.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>What changed, as JSON: table, key, property, before and after.</summary>
    public required string Changes { get; init; }

    /// <summary>Hash of the entry before, 64 zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>SHA-256 of everything above, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
}
