namespace StaffPool.Domain.Geography;

/// <summary>How far two sites are from each other, and how we know it.</summary>
/// <param name="Metres">Road metres, one way.</param>
/// <param name="Method">What gave the figure.</param>
/// <param name="Provenance">Source of the figure as it can be cited: a document, or a service with the date. Empty where the method says all.</param>
public sealed record Distance(long Metres, DistanceMethod Method, string Provenance)
{
    public decimal Kilometres => Metres / 1000m;

    /// <summary>To the nearest 100 m: the estimate is no better, and round figures are easier to prove optimal.</summary>
    public static Distance GreatCircle(double metres) =>
        new(100 * (long)Math.Round(metres / 100), DistanceMethod.GreatCircle, "");
}

public enum DistanceMethod
{
    /// <summary>The two sites share one address.</summary>
    SamePlace,

    /// <summary>Entered by hand from a stated source.</summary>
    KnownRoad,

    /// <summary>Computed by a routing service (OSRM protocol).</summary>
    RoutingService,

    /// <summary>Great-circle distance times the detour factor.</summary>
    GreatCircle,
}
