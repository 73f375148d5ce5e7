using StaffPool.Data.Members;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rosters.OnCall;

namespace StaffPool.Data.Rosters;

/// <summary>Sites that share a presence by night or somebody on call, and who takes turns there.</summary>
public sealed class ZoneRow : GroupingOwned
{
    public required string Name { get; set; }

    public ZoneDuty Duty { get; set; }

    public ZoneTurn Turn { get; set; }

    /// <summary>When a night or a day of duty starts, in Paris.</summary>
    public TimeOnly StartsAt { get; set; }

    /// <summary>When it ends; the next day where it is not after <see cref="StartsAt"/>.</summary>
    public TimeOnly EndsAt { get; set; }

    public List<ZoneSiteRow> Sites { get; } = [];

    public List<ZonePersonRow> People { get; } = [];
}

/// <summary>A site of a zone.</summary>
public sealed class ZoneSiteRow : GroupingOwned
{
    public Guid ZoneId { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }
}

/// <summary>Somebody who takes turns in a zone.</summary>
public sealed class ZonePersonRow : GroupingOwned
{
    public Guid ZoneId { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }
}
