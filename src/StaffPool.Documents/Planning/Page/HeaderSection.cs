using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;
using StaffPool.Solver.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>What the page is about, and in four figures what to remember of it.</summary>
internal static class HeaderSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        var scenario = page.Planned.Scenario;
        html.Add(
            $"""
            <header>
            <p class="kind">{page["header.kind"]}</p>
            <h1>{scenario.Title}</h1>
            <p class="lead">{page["header.what", page.Grouping.Name, page.PeriodInWords]}</p>
            """);
        PageShell.Synthetic(html, page.Culture, scenario);
        WriteFigures(html, page);
        WriteVerdicts(html, page);
        PageParts.Source(html, page["header.source"]);
        html.Add($"</header>\n");
    }

    private static void WriteFigures(HtmlWriter html, PageModel page)
    {
        var whole = page.Whole;
        var used = page.People.Count(p => p.HalfDays > 0);
        html.Add($"<dl class=\"figures\">");
        Figure(page["figure.served"], page.Percent(whole.Share), page["figure.served.detail", whole.Served, whole.Asked]);
        Figure(page["figure.unmet"], page.Number(whole.Unmet), page.Count("figure.unmet.detail", page.Needs.Count(n => n.Unmet > 0), page.Needs.Count));
        Figure(page["figure.people"], page.Number(page.Grouping.Professionals.Count), page.Count("figure.people.detail", used));
        Figure(page["figure.travel"], page["figure.travel.value", page.Kilometres(page.People.Sum(p => p.Metres))], page["figure.travel.detail"]);
        html.Add($"</dl>\n");

        void Figure(string name, string value, string detail) =>
            html.Add($"<div><dt>{name}</dt><dd><b>{value}</b> <span>{detail}</span></dd></div>");
    }

    private static void WriteVerdicts(HtmlWriter html, PageModel page)
    {
        html.Add($"<ul class=\"verdicts\">");
        if (page.Planned.CanBePublished)
        {
            html.Add($"<li class=\"good\"><span aria-hidden=\"true\">✓</span> {page["verdict.publishable"]} {Warnings(page)}</li>");
        }
        else
        {
            html.Add($"<li class=\"bad\"><span aria-hidden=\"true\">✗</span> {page["verdict.not-publishable"]} <a href=\"#checker\">{page["section.checker"]}</a></li>");
        }

        if (page.Result.IsProvenOptimal)
        {
            html.Add($"<li class=\"good\"><span aria-hidden=\"true\">✓</span> {page["verdict.proven"]}</li>");
        }
        else
        {
            html.Add($"<li class=\"doubtful\"><span aria-hidden=\"true\">≈</span> {HowGood(page)} <a href=\"#aims\">{page["section.aims"]}</a></li>");
        }

        html.Add($"</ul>\n");
    }

    /// <summary>What is to be known all the same, with the way to it.</summary>
    private static Markup Warnings(PageModel page) => page.Planned.Violations.Count == 0
        ? Markup.None
        : HtmlWriter.Of($"<a href=\"#checker\">{page.Count("checker.warnings", page.Planned.Violations.Count)}</a>");

    private static string HowGood(PageModel page)
    {
        if (page.Result.Composite is { } composite)
        {
            return page["verdict.at-once", composite.Gap * 100];
        }

        var levels = page.Result.Levels;
        var first = levels.First(l => !l.IsProven);
        var sentence = page.Result.End == AllocationEnd.Stopped ? "verdict.stopped" : "verdict.limit";
        return page[
            sentence, levels.Count(l => l.IsProven), levels.Count, ObjectiveTexts.Name(first.Objective, page.Culture),
            AimsSection.GapInWords(first, page)];
    }
}
