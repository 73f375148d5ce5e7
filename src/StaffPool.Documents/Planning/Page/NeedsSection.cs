using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Planning.Page;

/// <summary>Needs against served, per member, per profession, and where the two cross.</summary>
internal static class NeedsSection
{
    // What an upright sheet of paper takes.
    private const int MostColumnsUpright = 12;

    public static void Write(HtmlWriter html, PageModel page)
    {
        WriteTable(html, page, page["needs.by-member"], page["needs.member"], NeedsServedByGroup.ByMember(page.Problem, page.Plan));
        WriteTable(html, page, page["needs.by-profession"], page["needs.profession"], NeedsServedByGroup.ByProfession(page.Problem, page.Plan));
        PageParts.Source(html, page["needs.source"]);
        WriteCoverage(html, page);
    }

    private static void WriteTable(HtmlWriter html, PageModel page, string caption, string first, IReadOnlyList<NeedsServedByGroup> groups)
    {
        var lines = groups.Where(g => g.Asked > 0 || g.Served > 0).ToList();
        var longest = lines.Select(l => l.Asked).DefaultIfEmpty().Max();
        PageParts.OpenFrame(html, caption);
        PageParts.OpenTable(
            html, caption, first, "#" + page["needs.asked"], "#" + page["needs.served"], "#" + page["needs.unmet"],
            "#" + page["needs.share"], page["needs.bar"]);
        foreach (var line in lines)
        {
            Row(line.Name, line, PageParts.Bar(line.Asked, line.Served, longest));
        }

        html.Add($"</tbody><tfoot>\n");
        Row(page["needs.whole"], page.Whole, Markup.None);
        html.Add($"</tfoot></table>\n");
        PageParts.CloseFrame(html);

        void Row(string name, NeedsServedByGroup line, Markup bar) => html.Add(
            $"""
            <tr><th scope="row">{name}</th><td class="n">{page.Number(line.Asked)}</td><td class="n">{page.Number(line.Served)}</td><td class="n">{page.Number(line.Unmet)}</td><td class="n">{page.Percent(line.Share)}</td><td class="bars">{bar}</td></tr>

            """);
    }

    private static void WriteCoverage(HtmlWriter html, PageModel page)
    {
        var coverage = Coverage.All(page.Problem, page.Plan);
        var members = page.Grouping.Members.Where(m => coverage.Keys.Any(k => k.Member == m)).ToList();
        html.Add($"<div class=\"whole\">\n<h3>{page["coverage.title"]}</h3>\n<p>{page["coverage.read"]}</p>\n");
        PageParts.OpenFrame(html, page["coverage.title"], members.Count > MostColumnsUpright ? "wide" : "");
        html.Add($"<table class=\"cross\"><caption>{page["coverage.caption"]}</caption>\n<thead><tr><th scope=\"col\">{page["needs.profession"]}</th>");
        foreach (var member in members)
        {
            html.Add($"<th scope=\"col\" class=\"up\"><span>{member.Name}</span></th>");
        }

        html.Add($"</tr></thead>\n<tbody>\n");
        foreach (var profession in page.Grouping.Professions)
        {
            html.Add($"<tr><th scope=\"row\">{profession.Name}</th>");
            foreach (var member in members)
            {
                if (coverage.GetValueOrDefault((member, profession)) is { } cell)
                {
                    html.Add($"<td class=\"n {Shade(cell)}\">{page.Number(cell.Served)}<small>/{page.Number(cell.Asked)}</small></td>");
                }
                else
                {
                    html.Add($"<td></td>");
                }
            }

            html.Add($"</tr>\n");
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
        html.Add($"</div>\n");
    }

    /// <summary>The darker, the more is missing; nothing missing is left white.</summary>
    private static string Shade(Coverage cell)
    {
        if (cell.Unmet == 0)
        {
            return "";
        }

        return (10 * cell.Unmet / Math.Max(1, cell.Asked)) switch { 0 => "m1", 1 => "m2", < 5 => "m3", < 10 => "m4", _ => "m4 none" };
    }
}
