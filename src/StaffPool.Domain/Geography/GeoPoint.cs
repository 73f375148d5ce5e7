namespace StaffPool.Domain.Geography;

/// <summary>A place on Earth, WGS 84, in degrees.</summary>
public readonly record struct GeoPoint(double Latitude, double Longitude)
{
    // Mean Earth radius (IUGG), so that the error against the ellipsoid stays under 0.5 %.
    private const double EarthRadiusMetres = 6_371_008.8;

    /// <summary>Great-circle distance in metres (haversine formula).</summary>
    public double GreatCircleMetresTo(GeoPoint other)
    {
        var latitude1 = double.DegreesToRadians(Latitude);
        var latitude2 = double.DegreesToRadians(other.Latitude);
        var halfLatitude = Math.Sin((latitude2 - latitude1) / 2);
        var halfLongitude = Math.Sin(double.DegreesToRadians(other.Longitude - Longitude) / 2);
        var h = (halfLatitude * halfLatitude)
            + (Math.Cos(latitude1) * Math.Cos(latitude2) * halfLongitude * halfLongitude);
        return 2 * EarthRadiusMetres * Math.Asin(Math.Min(1, Math.Sqrt(h)));
    }
}
