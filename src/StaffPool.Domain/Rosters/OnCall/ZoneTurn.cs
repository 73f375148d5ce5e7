namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>What one person takes at a time.</summary>
public enum ZoneTurn
{
    /// <summary>One night.</summary>
    Night,

    /// <summary>The nights of Friday, Saturday and Sunday together, the others one by one.</summary>
    NightOrWeekEnd,

    /// <summary>From Friday evening to Monday morning, and nothing between week-ends.</summary>
    WeekEnd,

    /// <summary>The nights from Monday to Sunday together.</summary>
    Week,
}
