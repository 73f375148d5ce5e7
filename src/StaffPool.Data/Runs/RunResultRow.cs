namespace StaffPool.Data.Runs;

/// <summary>What a run found, where it made no row of another kind: as it was told then, whatever changed since.</summary>
public sealed class RunResultRow : GroupingOwned
{
    public Guid RunId { get; set; }

    /// <summary>Sections of figures with their steps, as JSON, in French.</summary>
    public required string Document { get; set; }
}
