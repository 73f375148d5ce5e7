using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The needs that are not wholly served, each folded over what is known of it and over its explanation.</summary>
internal static class UnmetSection
{
    // A territory of a thousand sites would make a page that no browser opens at ease.
    private const int MostShown = 800;

    // Of those who could come too: the rest have less time left.
    private const int MostPeople = 3;

    public static void Write(HtmlWriter html, PageModel page)
    {
        var unmet = UnmetNeeds.Of(page.Problem, page.Plan);
        if (unmet.Count == 0)
        {
            html.Add($"<p class=\"good\"><span aria-hidden=\"true\">✓</span> {page["unmet.none"]}</p>\n");
            return;
        }

        html.Add($"<p>{page.Count("unmet.intro", unmet.Count, page.Whole.Unmet)}</p>\n");
        if (page.Extras.Explanations.Count > 0)
        {
            html.Add($"<p>{page.Count("unmet.explained", page.Extras.Explanations.Count)}</p>\n");
        }

        html.Add($"<div class=\"folds\">\n");
        foreach (var situation in NeedSituation.Of(page.Problem, page.Plan, [.. unmet.Take(MostShown)]))
        {
            WriteNeed(html, page, situation);
        }

        html.Add($"</div>\n");
        if (unmet.Count > MostShown)
        {
            html.Add($"<p>{page.Count("unmet.more", unmet.Count - MostShown, PlanCsv.NeedsFileName(page.Culture))}</p>\n");
        }

        if (page.Extras.Rules is { } rules)
        {
            WritePart(html, rules);
        }

        PageParts.Source(html, page["unmet.source"]);
    }

    private static void WriteNeed(HtmlWriter html, PageModel page, NeedSituation situation)
    {
        var need = situation.Need;
        var declared = need.Demand.Need;
        html.Add($"<details><summary><span class=\"what\"><b>{declared.Profession.Name}</b>, {Place(declared.Site.Name, declared.Site.Commune.Name)}");
        if (declared.IsPriority)
        {
            html.Add($" <em class=\"tag\">{page["unmet.priority"]}</em>");
        }

        html.Add($"</span> <span class=\"how\">{page["unmet.missing", need.Unmet, need.Asked, page.Percent(need.Share)]}</span></summary>\n<div>\n");
        html.Add($"<p>{page["unmet.conversion"]} {string.Join(page["list.separator"], need.Demand.Trace.Select(t => t.In(page.Culture)))}.</p>\n");
        WritePeople(html, page, page["unmet.serving"], page["unmet.serving.none"], situation.Serving, "unmet.serving.person");
        if (page.Extras.Explanations.TryGetValue(declared.Id, out var explanation))
        {
            foreach (var part in explanation.Parts)
            {
                WritePart(html, part);
            }
        }
        else
        {
            WriteOthers(html, page, situation);
        }

        html.Add($"</div></details>\n");
    }

    /// <summary>Who else could serve the need; an explanation says the same, and why they do not.</summary>
    private static void WriteOthers(HtmlWriter html, PageModel page, NeedSituation situation)
    {
        WritePeople(html, page, page["unmet.reach"], page["unmet.reach.none"], situation.AlsoInReach, "unmet.reach.person");
        if (situation.OutOfReach > 0)
        {
            html.Add($"<p>{page.Count("unmet.out-of-reach", situation.OutOfReach)}</p>\n");
        }
    }

    /// <summary>Many a site bears the name of its commune already.</summary>
    private static string Place(string site, string commune) =>
        site.Contains(commune, StringComparison.OrdinalIgnoreCase) ? site : $"{site} ({commune})";

    private static void WritePeople(
        HtmlWriter html, PageModel page, string title, string none, IReadOnlyList<PersonOnNeed> people, string sentence)
    {
        if (people.Count == 0)
        {
            html.Add($"<p>{none}</p>\n");
            return;
        }

        html.Add($"<p>{title}</p><ul>");
        foreach (var person in people.Take(MostPeople))
        {
            html.Add($"<li>{page[sentence, person.Professional.Name, person.HalfDays, page.KilometresOneWay(person.OneWay.Metres), person.Planned, person.Capacity, page.Count("unmet.sites", person.Sites)]}</li>");
        }

        if (people.Count > MostPeople)
        {
            html.Add($"<li>{page.Count("unmet.people.more", people.Count - MostPeople)}</li>");
        }

        html.Add($"</ul>\n");
    }

    private static void WritePart(HtmlWriter html, ExplanationPart part)
    {
        html.Add($"<h3>{part.Title}</h3>\n");
        foreach (var paragraph in part.Paragraphs)
        {
            html.Add($"<p>{paragraph}</p>\n");
        }

        if (part.Points.Count > 0)
        {
            html.Add($"<ul>");
            foreach (var point in part.Points)
            {
                html.Add($"<li>{point}</li>");
            }

            html.Add($"</ul>\n");
        }
    }
}
