namespace StaffPool.Data.Members;

/// <summary>A grouping that this service keeps.</summary>
public sealed class GroupingRow : IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public int Version { get; set; } = 1;

    /// <summary>Short name in addresses, for example <c>centre-de-picardie</c>; unique.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>One line for the reader.</summary>
    public required string Title { get; set; }

    /// <summary>Whether the values that cite no source are invented for a demonstration.</summary>
    public bool IsSynthetic { get; set; }

    /// <summary>Whether any value was invented when the grouping was imported: its pages say so.</summary>
    public bool HasSyntheticValues { get; set; }

    /// <summary>Whether every user of the grouping signs in with a second factor.</summary>
    public bool RequiresSecondFactor { get; set; }

    /// <summary>What the scenario says of the grouping beyond its name, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
