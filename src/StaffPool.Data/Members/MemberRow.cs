using StaffPool.Domain.Members;

namespace StaffPool.Data.Members;

/// <summary>A member: see <see cref="Member"/>.</summary>
public sealed class MemberRow : GroupingOwned
{
    /// <summary>Identifier in scenarios and documents; unique in the grouping.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public required MemberKind Kind { get; set; }

    public bool IsEmployer { get; set; }

    /// <summary>Half-days a year, or null for no limit.</summary>
    public int? QuotaPerYear { get; set; }

    /// <summary>What the scenario says beyond these columns (its source), as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
