namespace StaffPool.Data.Workforce;

/// <summary>A working-time rule set that the grouping adds to those known: see <see cref="Domain.Workforce.WorkingTimeRuleSet"/>.</summary>
public sealed class WorkingTimeRow : GroupingOwned
{
    /// <summary>Identifier; unique in the grouping.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    /// <summary>Of a full-time contract.</summary>
    public required decimal AnnualHours { get; set; }

    public required decimal WeeklyHours { get; set; }

    /// <summary>Its reference and confidence, as YAML.</summary>
    public string? Extras { get; set; }
}
