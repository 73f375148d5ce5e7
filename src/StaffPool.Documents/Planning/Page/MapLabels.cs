namespace StaffPool.Documents.Planning.Page;

/// <summary>Two lines of text beside a circle.</summary>
/// <param name="X">Of the text's anchor.</param>
/// <param name="Y">Of the first line.</param>
/// <param name="Anchor">As SVG says it: start, middle or end.</param>
/// <param name="Lines">As shown.</param>
internal sealed record MapLabel(double X, double Y, string Anchor, IReadOnlyList<string> Lines);

/// <summary>Places labels around their circles so that none covers another label or a circle; those without room are left out.</summary>
internal static class MapLabels
{
    public const double LineHeight = 16;

    // A guess on the wide side for a font of 13 pixels: a label placed too far is better than one that overlaps.
    private const double CharacterWidth = 8.2;
    private const double Gap = 6;

    public static IReadOnlyList<MapLabel> Place(
        MapProjection projection, IReadOnlyList<MapSite> sites, Func<MapSite, IReadOnlyList<string>> linesOf)
    {
        var taken = sites.Select(s => new Box(s.X - s.Radius - 2, s.Y - s.Radius - 2, s.X + s.Radius + 2, s.Y + s.Radius + 2)).ToList();
        // The corner of the scale bar.
        taken.Add(new Box(0, projection.Height - 60, (MapProjection.Width / 4) + 20, projection.Height));
        var labels = new List<MapLabel>();
        foreach (var site in sites.OrderByDescending(s => s.Asked))
        {
            var lines = linesOf(site);
            foreach (var (label, box) in Candidates(site, lines))
            {
                if (box.IsInside(projection.Height) && !taken.Any(box.Overlaps))
                {
                    taken.Add(box);
                    labels.Add(label);
                    break;
                }
            }
        }

        return labels;
    }

    /// <summary>Right, left, above, below, then the corners; then the same farther out.</summary>
    private static IEnumerable<(MapLabel Label, Box Box)> Candidates(MapSite site, IReadOnlyList<string> lines)
    {
        var width = lines.Max(l => l.Length) * CharacterWidth;
        var height = lines.Count * LineHeight;
        foreach (var far in new[] { 0.0, 10, 22 })
        {
            var beside = site.Radius + Gap + far;
            var diagonal = (site.Radius * 0.75) + Gap + far;
            yield return At(site.X + beside, site.Y - (height / 2), "start");
            yield return At(site.X - beside, site.Y - (height / 2), "end");
            yield return At(site.X, site.Y - beside - height, "middle");
            yield return At(site.X, site.Y + beside, "middle");
            yield return At(site.X + diagonal, site.Y - diagonal - (height / 2), "start");
            yield return At(site.X - diagonal, site.Y - diagonal - (height / 2), "end");
            yield return At(site.X + diagonal, site.Y + diagonal - (height / 2), "start");
            yield return At(site.X - diagonal, site.Y + diagonal - (height / 2), "end");
        }

        (MapLabel, Box) At(double x, double top, string anchor)
        {
            var left = anchor switch { "start" => x, "end" => x - width, _ => x - (width / 2) };
            return (new MapLabel(x, top + 12, anchor, lines), new Box(left, top, left + width, top + height));
        }
    }

    private readonly record struct Box(double Left, double Top, double Right, double Bottom)
    {
        public bool Overlaps(Box other) =>
            Left < other.Right && other.Left < Right && Top < other.Bottom && other.Top < Bottom;

        public bool IsInside(double height) => Left >= 2 && Right <= MapProjection.Width - 2 && Top >= 2 && Bottom <= height - 2;
    }
}
