using System.Globalization;
using StaffPool.Domain.Geography;

namespace StaffPool.Application.Geography;

/// <summary>Where a distance comes from, in words.</summary>
public static class DistanceTexts
{
    /// <summary>The citation where there is one, else the formula.</summary>
    public static string Provenance(Distance distance, DistanceMatrix distances, CultureInfo culture) => distance.Method switch
    {
        DistanceMethod.SamePlace => RoutingTexts.Of("distance.same-place").In(culture),
        DistanceMethod.GreatCircle => RoutingTexts.Of("distance.great-circle", distances.DetourFactor).In(culture),
        _ => distance.Provenance,
    };
}
