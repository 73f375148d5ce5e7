using StaffPool.Data.Members;
using StaffPool.Data.Workforce;

namespace StaffPool.Data.Rosters;

/// <summary>A call to whoever was on duty in a zone. It says nothing of a resident: there is no field for it, and no free text.</summary>
public sealed class ZoneCallRow : GroupingOwned
{
    public Guid ZoneId { get; set; }

    public Guid SiteId { get; set; }

    public SiteRow? Site { get; set; }

    public Guid ProfessionalId { get; set; }

    public ProfessionalRow? Professional { get; set; }

    /// <summary>UTC.</summary>
    public DateTime At { get; set; }

    public ZoneCallOutcome Outcome { get; set; }

    /// <summary>Minutes at work, on the telephone or on the site.</summary>
    public int Minutes { get; set; }

    /// <summary>Minutes on the road, there and back; they are work, and rest starts after them.</summary>
    public int TravelMinutes { get; set; }

    /// <summary>Whether a hospitalisation was avoided, as the site declares it.</summary>
    public bool AvoidedHospitalisation { get; set; }

    public required string RecordedBy { get; set; }
}

public enum ZoneCallOutcome
{
    /// <summary>Advice by telephone.</summary>
    Advice,

    /// <summary>Came to the site.</summary>
    Intervention,

    /// <summary>Handed on to emergency services.</summary>
    Emergency,
}
