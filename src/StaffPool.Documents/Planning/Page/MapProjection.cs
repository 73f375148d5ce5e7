using StaffPool.Domain.Geography;

namespace StaffPool.Documents.Planning.Page;

/// <summary>
/// Places on a drawing of fixed width: equirectangular, shrunk at the mean latitude, which is true enough over the few
/// tens of kilometres of a grouping.
/// </summary>
internal sealed class MapProjection
{
    public const double Width = 1000;
    private const double Margin = 80;
    private const double LeastHeight = 420;
    private const double MostHeight = 900;

    // Length of a degree of latitude on the sphere of GeoPoint.
    private const double KilometresPerDegree = 111.195;

    // A grouping on one spot still gets a map with a scale.
    private const double LeastExtent = 4;

    private readonly double shrink;
    private readonly (double X, double Y) centre;

    /// <param name="places">At least one.</param>
    /// <param name="circle">A circle to be seen whole, in kilometres around a place.</param>
    public MapProjection(IReadOnlyList<GeoPoint> places, (GeoPoint Centre, double Kilometres)? circle)
    {
        shrink = Math.Cos(double.DegreesToRadians(places.Average(p => p.Latitude)));
        var points = places.Select(InKilometres).ToList();
        if (circle is { } c)
        {
            var (x, y) = InKilometres(c.Centre);
            points.AddRange([(x - c.Kilometres, y - c.Kilometres), (x + c.Kilometres, y + c.Kilometres)]);
        }

        var (left, right) = (points.Min(p => p.X), points.Max(p => p.X));
        var (bottom, top) = (points.Min(p => p.Y), points.Max(p => p.Y));
        centre = ((left + right) / 2, (bottom + top) / 2);
        var (wide, high) = (Math.Max(LeastExtent, right - left), Math.Max(LeastExtent, top - bottom));
        PixelsPerKilometre = Math.Min((Width - (2 * Margin)) / wide, (MostHeight - (2 * Margin)) / high);
        Height = Math.Max(LeastHeight, (high * PixelsPerKilometre) + (2 * Margin));
    }

    public double Height { get; }

    public double PixelsPerKilometre { get; }

    public (double X, double Y) Place(GeoPoint point)
    {
        var (x, y) = InKilometres(point);
        return ((Width / 2) + ((x - centre.X) * PixelsPerKilometre), (Height / 2) - ((y - centre.Y) * PixelsPerKilometre));
    }

    /// <summary>A round number of kilometres, about a sixth of the width.</summary>
    public double ScaleBarKilometres
    {
        get
        {
            var most = Width / 6 / PixelsPerKilometre;
            var power = Math.Pow(10, Math.Floor(Math.Log10(most)));
            return power * (most / power >= 5 ? 5 : most / power >= 2 ? 2 : 1);
        }
    }

    private (double X, double Y) InKilometres(GeoPoint point) =>
        (point.Longitude * shrink * KilometresPerDegree, point.Latitude * KilometresPerDegree);
}
