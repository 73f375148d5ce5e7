namespace StaffPool.Domain.Workforce;

/// <summary>A stretch of time that one person gives to the work, in UTC.</summary>
/// <param name="Start">Instant in UTC.</param>
/// <param name="End">Instant in UTC, after the start.</param>
/// <param name="Kind">Whether it is effective work, and of what sort.</param>
/// <param name="IsOvertime">Left out of the caps that do not count overtime.</param>
public readonly record struct WorkedInterval(DateTime Start, DateTime End, WorkKind Kind = WorkKind.Work, bool IsOvertime = false)
{
    /// <summary>True length: the night of March when the clocks go forward is an hour shorter.</summary>
    public int Minutes => (int)(End - Start).TotalMinutes;

    /// <summary>Everything but waiting at home to be called.</summary>
    public bool IsEffectiveWork => Kind != WorkKind.OnCall;
}

public enum WorkKind
{
    /// <summary>Present at a place of work.</summary>
    Work,

    /// <summary>Between two places of work on the same day: effective work, yet no vacation of the split day.</summary>
    Travel,

    /// <summary>Called out while on call, the way there and back included: effective work.</summary>
    CallOut,

    /// <summary>On call at home: no effective work, and counted by the limits of on-call time only.</summary>
    OnCall,
}
