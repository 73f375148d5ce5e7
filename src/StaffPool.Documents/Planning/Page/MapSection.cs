using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning.Rules;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The map with its filter and legend, and the same figures as a table.</summary>
internal static class MapSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        html.Add($"<p>{page["map.read"]}</p>\n<div class=\"map\">\n");
        WriteFilter(html, page);
        PageParts.OpenFrame(html, page["section.map"], "drawing");
        new MapDrawing(html, page).Write();
        PageParts.CloseFrame(html);
        WriteLegend(html, page);
        html.Add($"</div>\n");
        WriteTable(html, page);
        PageParts.Source(html, page["map.source"]);
    }

    /// <summary>Radio buttons that the style sheet reads; see <see cref="PageStyles"/>.</summary>
    private static void WriteFilter(HtmlWriter html, PageModel page)
    {
        html.Add($"<fieldset class=\"filter\"><legend>{page["map.filter"]}</legend>");
        html.Add($"<span><input type=\"radio\" name=\"profession\" id=\"f-all\" checked=\"checked\" /> <label for=\"f-all\">{page["map.filter.all"]}</label></span>");
        foreach (var (number, profession) in page.Grouping.Professions.Index())
        {
            html.Add($"<span><input type=\"radio\" name=\"profession\" id=\"f{number}\" /> <label for=\"f{number}\">{profession.Name}</label></span>");
        }

        html.Add($"</fieldset>\n");
    }

    private static void WriteLegend(HtmlWriter html, PageModel page)
    {
        html.Add(
            $"""
            <ul class="legend">
            <li><svg viewBox="0 0 40 40" aria-hidden="true"><circle class="site" cx="20" cy="20" r="16"/><circle class="missing" cx="20" cy="20" r="16"/><circle class="ring" cx="20" cy="20" r="16" pathLength="100" stroke-dasharray="75 100" transform="rotate(-90 20 20)"/></svg> {page["legend.site"]}</li>
            <li><svg viewBox="0 0 40 40" aria-hidden="true"><path class="trip" d="M4 30Q14 10 27 16" stroke-width="5"/><path class="arrow" d="M26 9L38 21L23 23Z"/></svg> {page["legend.trip"]}</li>
            <li><svg viewBox="0 0 40 40" aria-hidden="true"><path class="seat" d="M20 8L32 20L20 32L8 20Z"/></svg> {page["legend.seat", page.Problem.Seat.Name]}</li>

            """);
        if (page.Problem.DistanceFromSeat is { Mode: not LimitMode.Waived } limit)
        {
            html.Add($"<li><svg viewBox=\"0 0 40 40\" aria-hidden=\"true\"><circle class=\"radius\" cx=\"20\" cy=\"20\" r=\"16\"/></svg> {page["legend.radius", limit.Kilometres]}</li>\n");
        }

        html.Add($"</ul>\n<p class=\"from\">{page["legend.placed"]}</p>\n");
    }

    private static void WriteTable(HtmlWriter html, PageModel page)
    {
        html.Add($"<details class=\"plain\"><summary>{page["map.table"]}</summary>\n");
        PageParts.OpenFrame(html, page["map.table"]);
        PageParts.OpenTable(
            html, page["map.table"], page["map.site"], "#" + page["needs.asked"], "#" + page["needs.served"], "#" + page["needs.share"],
            "#" + page["map.from-seat"], page["map.comes-from"]);
        var trips = page.Trips.ToLookup(t => t.To);
        foreach (var (site, line) in page.Grouping.Sites.Zip(page.BySite))
        {
            html.Add($"<tr><th scope=\"row\">{site.Name}<small>{site.Commune.Name}</small></th><td class=\"n\">{page.Number(line.Asked)}</td><td class=\"n\">{page.Number(line.Served)}</td><td class=\"n\">{page.Percent(line.Share)}</td><td class=\"n\">{FromSeat(page, site)}</td><td>{Origins(page, site, line.Served, trips[site])}</td></tr>\n");
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
        html.Add($"</details>\n");
    }

    private static string FromSeat(PageModel page, Site site) =>
        page.KilometresOneWay(SiteIsWithinReachOfTheSeat.Radius(page.Problem.Seat, site).Metres);

    /// <summary>By base, the most half-days first; what is left is done by people based there.</summary>
    private static string Origins(PageModel page, Site site, int served, IEnumerable<Trip> trips)
    {
        var origins = trips.GroupBy(t => t.From).Select(g => (From: g.Key, HalfDays: g.Sum(t => t.HalfDays))).ToList();
        var here = served - origins.Sum(o => o.HalfDays);
        if (here > 0)
        {
            origins.Add((site, here));
        }

        return string.Join(page["list.separator"], origins
            .OrderByDescending(o => o.HalfDays)
            .Select(o => page[o.From == site ? "map.from-here" : "matrix.list.site", o.From.Name, o.HalfDays]));
    }
}
