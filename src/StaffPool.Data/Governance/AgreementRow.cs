namespace StaffPool.Data.Governance;

/// <summary>
/// The founding agreement as it stands from a day on: settings, rights, costs and what else the parties wrote, in the
/// words of the scenario format. It is a dated document, amended as a whole, so it is kept as one.
/// </summary>
public sealed class AgreementRow : GroupingOwned
{
    /// <summary>First day in force; one version per day.</summary>
    public DateOnly ValidFrom { get; set; }

    /// <summary>Sections of docs/scenario-format.md other than those that have tables, as YAML.</summary>
    public required string Sections { get; set; }

    /// <summary>The decision that adopted it.</summary>
    public required string Reference { get; set; }
}
