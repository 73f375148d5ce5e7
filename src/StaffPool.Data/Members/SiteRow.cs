using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Data.Members;

/// <summary>A place of a member: see <see cref="Site"/>.</summary>
public sealed class SiteRow : GroupingOwned
{
    /// <summary>Identifier in scenarios and documents; unique in the grouping.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public Guid MemberId { get; set; }

    public MemberRow? Member { get; set; }

    /// <summary>Of the commune, five characters.</summary>
    public required string InseeCode { get; set; }

    /// <summary>Degrees; both null for the centre of the commune.</summary>
    public double? Latitude { get; set; }

    public double? Longitude { get; set; }

    public required SiteKind Kind { get; set; }

    /// <summary>Authorised places, where known.</summary>
    public int? Places { get; set; }

    public int OpeningDaysPerYear { get; set; } = 365;

    public int OpeningDaysPerWeek { get; set; } = 7;

    public List<EmploymentStatus> AcceptedStatuses { get; set; } = [.. Enum.GetValues<EmploymentStatus>()];

    /// <summary>What the scenario says beyond these columns, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
