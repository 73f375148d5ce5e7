using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Planning.Page;

/// <summary>Who goes where as one line per person: for the paper, or for groupings too large for a matrix.</summary>
internal static class MatrixList
{
    public static void Write(HtmlWriter html, PageModel page, bool onPaperOnly)
    {
        PageParts.OpenFrame(html, page["matrix.list.caption"], onPaperOnly ? "paper" : "tall");
        PageParts.OpenTable(
            html, page["matrix.list.caption"], page["matrix.person"], "#" + page["matrix.total"], "#" + page["matrix.load"],
            "#" + page["matrix.km"], page["matrix.list.sites"]);
        var ofProfession = page.People.ToLookup(p => p.Professional.Profession);
        foreach (var profession in page.Grouping.Professions.Where(p => ofProfession[p].Any()))
        {
            html.Add($"</tbody><tbody><tr class=\"group\"><th scope=\"rowgroup\" colspan=\"5\"><span>{profession.Name}</span></th></tr>\n");
            foreach (var person in ofProfession[profession])
            {
                var sites = string.Join(page["list.separator"], person.Visits.Select(v => page["matrix.list.site", v.Site.Name, v.HalfDays]));
                html.Add($"<tr><th scope=\"row\">{person.Professional.Name}</th><td class=\"n\">{page.Number(person.HalfDays)}<small>/{page.Number(person.Capacity)}</small></td><td class=\"n\">{page.Percent(person.Load)}</td><td class=\"n\">{page.Kilometres(person.Metres)}</td><td>{sites}</td></tr>\n");
            }
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
    }
}
