using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Planning.Page;

/// <summary>How each declared quantity became half-days of the period, folded by member.</summary>
internal static class ConversionsSection
{
    // Beyond, the CSV table has them: the page would be heavier than anyone reads.
    private const int MostShown = 2_000;

    public static void Write(HtmlWriter html, PageModel page)
    {
        html.Add($"<p>{page["conversions.what"]}</p>\n");
        if (page.Needs.Count > MostShown)
        {
            html.Add($"<p>{page["conversions.in-csv", page.Needs.Count, PlanCsv.NeedsFileName(page.Culture)]}</p>\n");
            return;
        }

        html.Add($"<div class=\"folds\">\n");
        var ofMember = page.Needs.ToLookup(n => n.Demand.Need.Site.Member);
        foreach (var member in page.Grouping.Members.Where(m => ofMember[m].Any()))
        {
            var needs = ofMember[member].ToList();
            html.Add($"<details><summary><span class=\"what\"><b>{member.Name}</b></span> <span class=\"how\">{page.Count("conversions.count", needs.Count, needs.Sum(n => n.Asked))}</span></summary>\n");
            PageParts.OpenFrame(html, member.Name);
            PageParts.OpenTable(
                html, page["conversions.caption", member.Name], page["conversions.need"], page["conversions.steps"],
                "#" + page["needs.asked"], "#" + page["needs.served"]);
            foreach (var need in needs)
            {
                var steps = string.Join(page["list.separator"], need.Demand.Trace.Select(t => t.In(page.Culture)));
                html.Add($"<tr><th scope=\"row\">{need.Demand.Need.Profession.Name}<small>{need.Demand.Need.Site.Name}</small></th><td>{steps}</td><td class=\"n\">{page.Number(need.Asked)}</td><td class=\"n\">{page.Number(need.Served)}</td></tr>\n");
            }

            PageParts.CloseTable(html);
            PageParts.CloseFrame(html);
            html.Add($"</details>\n");
        }

        html.Add($"</div>\n");
        PageParts.Source(html, page["conversions.source"]);
    }
}
