namespace StaffPool.Domain.Geography;

/// <summary>The legal projection of metropolitan France, in which public files give their points (EPSG:2154).</summary>
/// <remarks>
/// Lambert conformal conic on the ellipsoid GRS80, parallels 44° and 49°: IGN, notes techniques NTG_71 (algorithms ALG0002
/// and ALG0004) and "Projections Lambert-93". RGF93 and WGS 84 differ by less than a metre, which no site needs.
/// </remarks>
public static class Lambert93
{
    private const double Eccentricity = 0.08181919104281579;
    private const double Exponent = 0.7256077650532670;
    private const double Constant = 11_754_255.426096;
    private const double PoleX = 700_000;
    private const double PoleY = 12_655_612.049876;
    private const double Meridian = 3;

    // Half a millimetre on the ground.
    private const double Precise = 1e-11;

    /// <param name="x">Metres to the east.</param>
    /// <param name="y">Metres to the north.</param>
    /// <returns>Null where no point of metropolitan France is.</returns>
    public static GeoPoint? ToPoint(double x, double y)
    {
        if (x is not (> 0 and < 1_300_000) || y is not (> 6_000_000 and < 7_200_000))
        {
            return null;
        }

        var radius = double.Hypot(x - PoleX, y - PoleY);
        var isometric = -Math.Log(radius / Constant) / Exponent;
        var longitude = Meridian + double.RadiansToDegrees(Math.Atan((x - PoleX) / (PoleY - y)) / Exponent);
        return new GeoPoint(double.RadiansToDegrees(Latitude(isometric)), longitude);
    }

    private static double Latitude(double isometric)
    {
        var sphere = Math.Exp(isometric);
        var latitude = (2 * Math.Atan(sphere)) - (Math.PI / 2);
        for (var before = double.MaxValue; Math.Abs(latitude - before) > Precise;)
        {
            before = latitude;
            var sine = Eccentricity * Math.Sin(before);
            latitude = (2 * Math.Atan(Math.Pow((1 + sine) / (1 - sine), Eccentricity / 2) * sphere)) - (Math.PI / 2);
        }

        return latitude;
    }
}
