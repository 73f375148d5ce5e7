using StaffPool.Data.Members;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Needs;

namespace StaffPool.Data.Needs;

/// <summary>So much of one profession on one site: see <see cref="NeedDeclaration"/>. One per campaign, site and profession.</summary>
public sealed class NeedRow : GroupingOwned
{
    public Guid CampaignId { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    public Guid ProfessionId { get; set; }

    public ProfessionRow? Profession { get; set; }

    public required decimal Amount { get; set; }

    public required NeedUnit Unit { get; set; }

    /// <summary>The n of "hours every n weeks"; 1 for every other unit.</summary>
    public int EveryWeeks { get; set; } = 1;

    public bool IsPriority { get; set; }

    public bool AcceptsSmallBlocks { get; set; }

    /// <summary>Legal minimum, qualifications and source, as YAML; null for nothing.</summary>
    public string? Extras { get; set; }
}
