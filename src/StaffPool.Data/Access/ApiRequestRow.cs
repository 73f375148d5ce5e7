using StaffPool.Data.Audit;

namespace StaffPool.Data.Access;

/// <summary>
/// A write that a program named with a key of its own, so that it may send it again without doing it twice. Saved in the
/// transaction of the write: the row is there exactly where the write is done.
/// </summary>
[NotInAudit]
public sealed class ApiRequestRow : GroupingOwned
{
    /// <summary>The token that it came with.</summary>
    public Guid TokenId { get; set; }

    /// <summary>Chosen by the caller.</summary>
    public required string Key { get; set; }

    /// <summary>SHA-256 of what was asked: another request with the same key is a mistake.</summary>
    public required string RequestHash { get; set; }

    /// <summary>UTC.</summary>
    public DateTime DoneAt { get; set; }

    /// <summary>HTTP status of the answer; null until it was given.</summary>
    public int? Status { get; set; }

    public string? Location { get; set; }

    public string? Answer { get; set; }
}
