using StaffPool.Domain.Members;

namespace StaffPool.Documents.Planning.Page;

/// <summary>A site on the map: its circle, moved aside where it would cover another.</summary>
internal sealed record MapSite(Site Site, int Asked, int Served, double X, double Y, double Radius);

/// <summary>Sizes the circles by half-days asked and moves apart those that would cover each other.</summary>
internal static class MapLayout
{
    private const double LargestRadius = 34;
    private const double SmallestRadius = 5;
    private const double Between = 4;
    private const int Rounds = 80;
    private const double Tolerance = 0.01;

    // Of the drawing, at most: a hundred sites get smaller circles than ten.
    private const double InkShare = 0.05;

    public static IReadOnlyList<MapSite> Of(MapProjection projection, IReadOnlyList<(Site Site, int Asked, int Served)> sites)
    {
        var area = InkShare * MapProjection.Width * projection.Height;
        var unit = Math.Min(
            area / Math.Max(1, Math.PI * sites.Sum(s => s.Asked)),
            LargestRadius * LargestRadius / Math.Max(1, sites.Max(s => s.Asked)));
        var circles = sites.Select(s =>
        {
            var (x, y) = projection.Place(s.Site.Location);
            return new Circle(x, y, Math.Max(Math.Sqrt(unit * s.Asked), SmallestRadius));
        }).ToArray();
        MoveApart(circles);
        return [.. sites.Zip(circles, (s, c) => new MapSite(s.Site, s.Asked, s.Served, c.X, c.Y, c.Radius))];
    }

    private static void MoveApart(Circle[] circles)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var moved = false;
            for (var i = 0; i < circles.Length; i++)
            {
                for (var j = i + 1; j < circles.Length; j++)
                {
                    moved |= MoveApart(circles[i], circles[j], i + j);
                }
            }

            if (!moved)
            {
                return;
            }
        }
    }

    private static bool MoveApart(Circle one, Circle other, int turn)
    {
        var (dx, dy) = (other.X - one.X, other.Y - one.Y);
        var distance = Math.Sqrt((dx * dx) + (dy * dy));
        var lack = one.Radius + other.Radius + Between - distance;
        if (lack < Tolerance)
        {
            return false;
        }

        // Two sites at one address: any direction will do, the same one each time.
        (dx, dy) = distance > Tolerance ? (dx / distance, dy / distance) : (Math.Cos(turn), Math.Sin(turn));
        var step = lack / 2;
        one.X -= dx * step;
        one.Y -= dy * step;
        other.X += dx * step;
        other.Y += dy * step;
        return true;
    }

    private sealed class Circle(double x, double y, double radius)
    {
        public double X { get; set; } = x;

        public double Y { get; set; } = y;

        public double Radius { get; } = radius;
    }
}
