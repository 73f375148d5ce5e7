namespace StaffPool.Data;

/// <summary>
/// A row of one grouping. The grouping is part of every key, so that a row can never refer to one of another grouping,
/// and so that the tables can be spread by grouping one day.
/// </summary>
public abstract class GroupingOwned : IVersioned
{
    public Guid GroupingId { get; set; }

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int Version { get; set; } = 1;
}

/// <summary>A row that two people cannot change without one being told of the other.</summary>
public interface IVersioned
{
    Guid Id { get; }

    /// <summary>Raised by one at every change; a change made from an older version is refused.</summary>
    int Version { get; set; }
}
