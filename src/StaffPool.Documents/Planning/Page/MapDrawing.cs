using StaffPool.Documents.Pages;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The map itself, as SVG. Elements of one profession carry its class, so that the filter can choose.</summary>
internal sealed class MapDrawing
{
    // Above, labels are one line of commune names and lines are thinner; above the second, circles per profession are
    // left out, to keep the page light.
    private const int ManySites = 30;
    private const int MostSitesFiltered = 300;

    private readonly HtmlWriter html;
    private readonly PageModel page;
    private readonly MapProjection projection;
    private readonly IReadOnlyList<MapSite> sites;
    private readonly Dictionary<Site, MapSite> placed;
    private readonly Dictionary<Profession, int> numbers;
    private readonly bool isCrowded;

    public MapDrawing(HtmlWriter html, PageModel page)
    {
        this.html = html;
        this.page = page;
        projection = new MapProjection([.. page.Grouping.Sites.Select(s => s.Location)], Radius);
        sites = MapLayout.Of(projection, [.. page.Grouping.Sites
            .Zip(page.BySite, (site, line) => (site, line.Asked, line.Served))]);
        placed = sites.ToDictionary(s => s.Site);
        isCrowded = sites.Count > ManySites;
        numbers = page.Grouping.Professions.Index().ToDictionary(p => p.Item, p => p.Index);
    }

    private (Domain.Geography.GeoPoint Centre, double Kilometres)? Radius =>
        page.Problem.DistanceFromSeat is { Mode: not LimitMode.Waived } limit
            ? (page.Problem.Seat.Location, (double)limit.Kilometres)
            : null;

    public void Write()
    {
        html.Add(
            $"""
            <svg viewBox="0 0 {MapProjection.Width} {projection.Height}" role="img" aria-labelledby="map-name map-text">
            <title id="map-name">{page["map.name", page.Grouping.Name]}</title>
            <desc id="map-text">{page["map.text", sites.Count, page.Trips.Sum(t => t.HalfDays), page.Whole.Served]}</desc>
            <defs><marker id="arrow" markerUnits="userSpaceOnUse" markerWidth="9" markerHeight="10" refX="0" refY="5" orient="auto"><path class="arrow" d="M0 0L9 5L0 10Z"/></marker></defs>

            """);
        WriteRadius();
        WriteTrips();
        foreach (var site in sites)
        {
            WriteSite(site, site.Asked, site.Served, site.Radius, new Markup("v all"));
        }

        if (sites.Count <= MostSitesFiltered)
        {
            WriteSitesByProfession();
        }

        WriteSeat();
        WriteLabels();
        WriteScale();
        html.Add($"</svg>\n");
    }

    private void WriteRadius()
    {
        if (Radius is { } circle)
        {
            var (x, y) = projection.Place(circle.Centre);
            html.Add($"<circle class=\"radius\" cx=\"{x}\" cy=\"{y}\" r=\"{circle.Kilometres * projection.PixelsPerKilometre}\"/>\n");
        }
    }

    private void WriteTrips()
    {
        var together = page.Trips
            .GroupBy(t => (t.From, t.To))
            .Select(g => (g.Key.From, g.Key.To, People: g.Sum(t => t.People), HalfDays: g.Sum(t => t.HalfDays), Metres: g.First().Metres))
            .OrderBy(t => t.HalfDays)
            .ToList();
        var most = Math.Max(1, together.Select(t => t.HalfDays).DefaultIfEmpty().Max());
        foreach (var trip in together)
        {
            WriteTrip(trip.From, trip.To, trip.People, trip.HalfDays, trip.Metres, most, new Markup("v all"));
        }

        foreach (var trip in page.Trips)
        {
            WriteTrip(trip.From, trip.To, trip.People, trip.HalfDays, trip.Metres, most, Only(trip.Profession));
        }
    }

    /// <summary>Bent to the right of the way, so that there and back are two lines.</summary>
    private void WriteTrip(Site from, Site to, int people, int halfDays, long metres, int most, Markup kind)
    {
        var (a, b) = (placed[from], placed[to]);
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var (bendX, bendY) = (((a.X + b.X) / 2) - (dy * 0.12), ((a.Y + b.Y) / 2) + (dx * 0.12));
        // From circle to circle, with room for the arrow head.
        var (startX, startY) = Towards(a, bendX, bendY, a.Radius);
        var (endX, endY) = Towards(b, bendX, bendY, b.Radius + 9);
        var width = Math.Max(0.8, (isCrowded ? 4.0 : 9.0) * halfDays / most);
        html.Add($"<path class=\"trip {kind}\" d=\"M{startX} {startY}Q{bendX} {bendY} {endX} {endY}\" marker-end=\"url(#arrow)\" stroke-width=\"{width}\">{Title(page["map.trip", from.Name, to.Name, halfDays, people, page.KilometresOneWay(metres)])}</path>\n");
    }

    private static (double X, double Y) Towards(MapSite site, double x, double y, double length)
    {
        var (dx, dy) = (x - site.X, y - site.Y);
        var part = length / Math.Max(length, Math.Sqrt((dx * dx) + (dy * dy)));
        return (site.X + (dx * part), site.Y + (dy * part));
    }

    private void WriteSitesByProfession()
    {
        foreach (var group in page.Needs.Where(n => n.Asked > 0).GroupBy(n => (n.Demand.Need.Site, n.Demand.Need.Profession)))
        {
            var site = placed[group.Key.Site];
            var (asked, served) = (group.Sum(n => n.Asked), group.Sum(n => n.Served));
            // Same scale as all professions together: the circles add up by their area.
            var radius = site.Radius * Math.Sqrt((double)asked / Math.Max(1, site.Asked));
            WriteSite(site, asked, served, Math.Max(3, radius), Only(group.Key.Profession));
        }
    }

    private void WriteSite(MapSite site, int asked, int served, double radius, Markup kind)
    {
        var share = asked == 0 ? 100 : Math.Min(100, 100.0 * served / asked);
        // Turned so that the ring starts at the top.
        html.Add($"<g class=\"{kind}\" transform=\"translate({site.X} {site.Y})rotate(-90)\">{Title(page["map.site.figures", site.Site.Name, site.Site.Commune.Name, served, asked])}<circle class=\"site\" r=\"{radius}\"/>");
        if (share < 100)
        {
            html.Add($"<circle class=\"missing\" r=\"{radius}\"/>");
        }

        if (share > 0)
        {
            html.Add($"<circle class=\"ring\" r=\"{radius}\" pathLength=\"100\" stroke-dasharray=\"{share} 100\"/>");
        }

        html.Add($"</g>\n");
    }

    private void WriteSeat()
    {
        var seat = placed[page.Problem.Seat];
        html.Add($"<path class=\"seat\" d=\"M{seat.X} {seat.Y - 8}l8 8l-8 8l-8 -8Z\"/>\n");
    }

    private void WriteLabels()
    {
        foreach (var label in MapLabels.Place(projection, sites, LinesOf))
        {
            html.Add($"<text class=\"{(isCrowded ? "small" : "")}\" text-anchor=\"{label.Anchor}\">");
            foreach (var (number, line) in label.Lines.Index())
            {
                html.Add($"<tspan x=\"{label.X}\" y=\"{label.Y + (number * MapLabels.LineHeight)}\">{line}</tspan>");
            }

            html.Add($"</text>\n");
        }
    }

    private IReadOnlyList<string> LinesOf(MapSite site)
    {
        var commune = site.Site.Commune.Name;
        var share = page.Percent(site.Asked == 0 ? 1 : (decimal)site.Served / site.Asked);
        return isCrowded ? [commune] : [Shorten(site.Site.Name), page["map.label", commune, share]];
    }

    /// <summary>What the mouse shows; the table has the same figures, so that a crowded map does without.</summary>
    private Markup Title(string text) => isCrowded ? Markup.None : HtmlWriter.Of($"<title>{text}</title>");

    private static string Shorten(string name) => name.Length <= 34 ? name : name[..33].TrimEnd() + "…";

    private void WriteScale()
    {
        var kilometres = projection.ScaleBarKilometres;
        var length = kilometres * projection.PixelsPerKilometre;
        var y = projection.Height - 24;
        html.Add($"<path class=\"scale\" d=\"M20 {y - 6}v6h{length}v-6\"/><text x=\"{20 + (length / 2)}\" y=\"{y - 8}\" text-anchor=\"middle\">{page["map.scale", kilometres]}</text>\n");
    }

    /// <summary>Hidden until the filter asks for the profession.</summary>
    private Markup Only(Profession profession) => HtmlWriter.Of($"v only p{numbers[profession]}");
}
