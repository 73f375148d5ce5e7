namespace StaffPool.Data.Audit;

/// <summary>The last entry of the log of a grouping: what comes next is chained to it.</summary>
public sealed class AuditHeadRow
{
    public Guid GroupingId { get; init; }

    public long Sequence { get; set; }

    public required string Hash { get; set; }
}
