namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>What one person takes at a time.</summary>
public enum ZoneTurn
{
    /// <summary>One night.</summary>
    Night,

    /// <summary>From Friday evening to Monday morning.</summary>
    WeekEnd,

    /// <summary>Every night from Monday to Monday.</summary>
    Week,
}
