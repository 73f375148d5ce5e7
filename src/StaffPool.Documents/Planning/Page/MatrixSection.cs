using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Members;

namespace StaffPool.Documents.Planning.Page;

/// <summary>Who goes where: professionals by sites, with figures and shades; as a list where it would be too wide.</summary>
internal static class MatrixSection
{
    // A matrix of 350 people on 100 sites weighs half a megabyte; beyond twice that only the list is written.
    private const int MostCells = 70_000;

    // What a landscape sheet takes; wider, the printed page has the list.
    private const int MostColumnsOnPaper = 16;

    // What an upright sheet takes.
    private const int MostColumnsUpright = 10;

    public static void Write(HtmlWriter html, PageModel page)
    {
        var sites = page.Grouping.Sites;
        var hasMatrix = page.People.Count * sites.Count <= MostCells;
        var fitsPaper = hasMatrix && sites.Count <= MostColumnsOnPaper;
        if (hasMatrix)
        {
            html.Add($"<p{(fitsPaper ? Markup.None : new Markup(" class=\"screen\""))}>{page["matrix.read"]}</p>\n");
            PageParts.OpenFrame(html, page["section.matrix"], !fitsPaper ? "tall screen" : sites.Count > MostColumnsUpright ? "tall wide" : "tall");
            WriteMatrix(html, page, sites);
            PageParts.CloseFrame(html);
        }

        if (!fitsPaper)
        {
            MatrixList.Write(html, page, hasMatrix);
        }

        PageParts.Source(html, page["matrix.source"]);
    }

    private static void WriteMatrix(HtmlWriter html, PageModel page, IReadOnlyList<Site> sites)
    {
        html.Add($"<table class=\"cross matrix\"><caption>{page["matrix.caption"]}</caption>\n<thead><tr><th scope=\"col\">{page["matrix.person"]}</th><th scope=\"col\" class=\"n\">{page["matrix.total"]}</th><th scope=\"col\" class=\"n\">{page["matrix.load"]}</th><th scope=\"col\" class=\"n\">{page["matrix.km"]}</th>");
        foreach (var site in sites)
        {
            html.Add($"<th scope=\"col\" class=\"up\"><span>{site.Name}<small>{site.Commune.Name}</small></span></th>");
        }

        html.Add($"</tr></thead>\n");
        var most = page.People.SelectMany(p => p.Visits).Select(v => v.HalfDays).DefaultIfEmpty(1).Max();
        var ofProfession = page.People.ToLookup(p => p.Professional.Profession);
        foreach (var profession in page.Grouping.Professions.Where(p => ofProfession[p].Any()))
        {
            html.Add($"<tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"{sites.Count + 4}\"><span>{profession.Name}</span></th></tr>\n");
            foreach (var person in ofProfession[profession])
            {
                WriteRow(html, page, person, sites, most);
            }

            html.Add($"</tbody>\n");
        }

        WriteTotals(html, page);
        html.Add($"</table>\n");
    }

    private static void WriteRow(HtmlWriter html, PageModel page, WhoGoesWhere person, IReadOnlyList<Site> sites, int most)
    {
        html.Add($"<tr><th scope=\"row\">{person.Professional.Name}</th><td class=\"n\">{page.Number(person.HalfDays)}<small>/{page.Number(person.Capacity)}</small></td><td class=\"n\">{page.Percent(person.Load)}</td><td class=\"n\">{page.Kilometres(person.Metres)}</td>");
        var visits = person.Visits.ToDictionary(v => v.Site, v => v.HalfDays);
        foreach (var site in sites)
        {
            var halfDays = visits.GetValueOrDefault(site);
            var isBase = site == person.Professional.Base;
            if (halfDays == 0 && !isBase)
            {
                html.Add($"<td></td>");
                continue;
            }

            html.Add($"<td class=\"n h{Shade(halfDays, most)}{(isBase ? " base" : "")}\">{(halfDays == 0 ? "" : page.Number(halfDays))}");
            if (isBase)
            {
                html.Add($"<i>{page["matrix.base"]}</i>");
            }

            html.Add($"</td>");
        }

        html.Add($"</tr>\n");
    }

    private static void WriteTotals(HtmlWriter html, PageModel page)
    {
        html.Add($"<tfoot><tr><th scope=\"row\">{page["matrix.served"]}</th><td class=\"n\">{page.Number(page.Whole.Served)}</td><td></td><td class=\"n\">{page.Kilometres(page.People.Sum(p => p.Metres))}</td>");
        foreach (var site in page.BySite)
        {
            html.Add($"<td class=\"n\">{page.Number(site.Served)}</td>");
        }

        html.Add($"</tr>\n<tr><th scope=\"row\">{page["matrix.asked"]}</th><td class=\"n\">{page.Number(page.Whole.Asked)}</td><td></td><td></td>");
        foreach (var site in page.BySite)
        {
            html.Add($"<td class=\"n\">{page.Number(site.Asked)}</td>");
        }

        html.Add($"</tr></tfoot>");
    }

    /// <summary>From 0 for nothing to 5 for the largest figure of the matrix.</summary>
    private static int Shade(int halfDays, int most) => halfDays == 0 ? 0 : 1 + Math.Min(4, 5 * halfDays / Math.Max(1, most + 1));
}
