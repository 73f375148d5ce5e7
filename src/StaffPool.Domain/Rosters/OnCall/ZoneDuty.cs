namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>How a zone is served.</summary>
public enum ZoneDuty
{
    /// <summary>Awake on one of the sites: effective work.</summary>
    Presence,

    /// <summary>At home, to come when called (astreinte).</summary>
    OnCall,

    /// <summary>At home, answering the telephone of the pool.</summary>
    Telephone,
}
