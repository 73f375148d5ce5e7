namespace StaffPool.Domain.Timetables;

/// <summary>What stands in the way of one half-day of one professional on one site, in the order in which it is asked.</summary>
public enum Obstacle
{
    None,

    /// <summary>The site is closed: not a day on which it opens, or its yearly closure.</summary>
    SiteClosed,

    /// <summary>A public holiday, of the site or of the professional's base.</summary>
    Holiday,

    /// <summary>The host receives this profession on other days.</summary>
    HostDays,

    /// <summary>No contract runs on that day.</summary>
    NoContract,

    /// <summary>A day on which the part-time professional never works.</summary>
    DayOff,

    Leave,

    Training,

    Absence,

    /// <summary>The professional is on another site.</summary>
    ElsewhereThen,

    /// <summary>All rooms are taken.</summary>
    RoomTaken,

    /// <summary>Somebody is there with whom the professional is not put.</summary>
    ForbiddenPair,

    /// <summary>The other half of the day is on a site too far for the midday break.</summary>
    Travel,

    /// <summary>The day would break the limits of working time.</summary>
    WorkingTime,

    /// <summary>The week has all the half-days that the contract and the catching up allow.</summary>
    WeekFull,

    /// <summary>The day is over, or too near to be changed.</summary>
    Settled,
}
