namespace StaffPool.Domain.Governance;

/// <summary>A distance that assignments should not exceed.</summary>
/// <param name="Kilometres">Road kilometres, one way.</param>
/// <param name="Mode">What happens beyond.</param>
public sealed record DistanceLimit(decimal Kilometres, LimitMode Mode)
{
    public static DistanceLimit None { get; } = new(0, LimitMode.Waived);

    public bool IsExceededBy(Geography.Distance distance) =>
        Mode != LimitMode.Waived && distance.Metres > Kilometres * 1000;
}

public enum LimitMode
{
    /// <summary>Beyond the limit nothing is assigned.</summary>
    Hard,

    /// <summary>Beyond the limit is possible, avoided as far as the needs allow, and reported.</summary>
    Soft,

    /// <summary>The limit does not apply.</summary>
    Waived,
}
