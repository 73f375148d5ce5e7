namespace StaffPool.Data.Workforce;

/// <summary>An occupation: see <see cref="Domain.Workforce.Profession"/>.</summary>
public sealed class ProfessionRow : GroupingOwned
{
    /// <summary>Identifier in scenarios and documents; unique in the grouping.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Service whose professions some rules spare, or null.</summary>
    public string? Service { get; set; }

    /// <summary>What the scenario says beyond these columns, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
