using StaffPool.Data.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Data.Workforce;

/// <summary>A shared professional: see <see cref="Professional"/>.</summary>
public sealed class ProfessionalRow : GroupingOwned
{
    /// <summary>Identifier in scenarios and documents; unique in the grouping.</summary>
    public required string Code { get; set; }

    public required string Name { get; set; }

    public Guid ProfessionId { get; set; }

    public ProfessionRow? Profession { get; set; }

    public Guid EmployerId { get; set; }

    public MemberRow? Employer { get; set; }

    public Guid BaseId { get; set; }

    public SiteRow? Base { get; set; }

    /// <summary>Above 0 and at most 1.</summary>
    public required decimal FullTimeEquivalent { get; set; }

    /// <summary>Identifier of the working-time rule set; null for that of the public hospital.</summary>
    public string? WorkingTime { get; set; }

    public EmploymentStatus Status { get; set; }

    /// <summary>Whether only the sites granted in <see cref="SiteAnswers"/> are agreed to; otherwise all but those refused.</summary>
    public bool ConsentsToNamedSitesOnly { get; set; }

    /// <summary>The text that makes consent unnecessary, or null.</summary>
    public string? ConsentNotRequiredBecause { get; set; }

    public string? ReferentManager { get; set; }

    public List<string> Qualifications { get; set; } = [];

    public int ReservedHalfDaysPerYear { get; set; }

    public List<SiteAnswerRow> SiteAnswers { get; } = [];

    /// <summary>What the scenario says beyond these columns, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
