using System.Globalization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>One section of a report on its page: what the rules say, then the tables.</summary>
internal sealed class ReportPageSection(HtmlWriter html, CultureInfo culture)
{
    // Of one rule: a limit crossed thirty times must not push the figures away.
    private const int FindingsShown = 4;

    public void Write(ReportSection section)
    {
        PageShell.OpenSection(html, section.Id, section.Title.In(culture));
        WriteFindings(section.Findings);
        html.Add($"<div class=\"report\">\n");
        foreach (var table in section.Tables)
        {
            PageParts.OpenFrame(html, ReportPageTexts.Of("table.label", section.Title, table.Title).In(culture));
            WriteTable(table);
            PageParts.CloseFrame(html);
        }

        html.Add($"</div>\n");
        PageShell.CloseSection(html);
    }

    private void WriteFindings(IReadOnlyList<Violation> findings)
    {
        if (findings.Count == 0)
        {
            return;
        }

        html.Add($"<ul class=\"findings\">\n");
        foreach (var rule in findings.OrderByDescending(f => f.Severity == Severity.Blocking).GroupBy(f => (f.Severity, f.Code, f.Reference)))
        {
            WriteRule(rule.Key.Severity, rule.Key.Reference, [.. rule.Select(f => f.Message.In(culture)).Distinct(StringComparer.Ordinal)]);
        }

        html.Add($"</ul>\n");
    }

    private void WriteRule(Severity severity, LegalReference? reference, IReadOnlyList<string> messages)
    {
        var blocks = severity == Severity.Blocking;
        html.Add($"<li class=\"{(blocks ? "blocking" : "warning")}\">");
        foreach (var (i, message) in messages.Take(FindingsShown).Index())
        {
            html.Add($"{(i == 0 ? Markup.None : new Markup("<br />"))}<b class=\"{(blocks ? "bad" : "doubtful")}\">{In(blocks ? "finding.blocking" : "finding.warning")}</b> {message}");
        }

        if (messages.Count > FindingsShown)
        {
            var more = messages.Count - FindingsShown;
            html.Add($"<details><summary>{In(Wording.KeyFor("finding.more", more, culture), more)}</summary><ul>");
            foreach (var message in messages.Skip(FindingsShown))
            {
                html.Add($"<li>{message}</li>");
            }

            html.Add($"</ul></details>");
        }

        if (reference is not null)
        {
            html.Add($"<small>{In("finding.reference", reference.Citation, PageParts.Confidence(reference, culture))}</small>");
        }

        html.Add($"</li>\n");
    }

    private void WriteTable(ReportTable table)
    {
        var isFigure = table.Columns.Select((_, i) => table.IsOfNumbers(i)).ToList();
        PageParts.OpenTable(
            html, table.Title.In(culture),
            [table.RowHeader.In(culture), .. table.Columns.Zip(isFigure, (c, number) => (number ? "#" : "") + c.Title.In(culture))]);
        foreach (var row in table.Rows)
        {
            html.Add($"<tr{(row.Id == "total" ? new Markup(" class=\"total\"") : Markup.None)}><th scope=\"row\">{ScenarioReport.Shown(row.Label, culture)}</th>");
            foreach (var (i, number) in isFigure.Index())
            {
                html.Add($"<td{(number ? new Markup(" class=\"n\"") : Markup.None)}>{Cell(table.Shown(row, i, culture), row.Figures[i]?.Trace ?? [])}</td>");
            }

            html.Add($"</tr>\n");
        }

        PageParts.CloseTable(html);
    }

    private Markup Cell(string shown, IReadOnlyList<Text> trace)
    {
        if (trace.Count == 0)
        {
            return HtmlWriter.Of($"{shown}");
        }

        var steps = new HtmlWriter();
        foreach (var step in trace)
        {
            steps.Add($"<li>{step.In(culture)}</li>");
        }

        return HtmlWriter.Of($"<details class=\"trace\"><summary>{shown}</summary><ol>{new Markup(steps.ToString())}</ol></details>");
    }

    private string In(string key, params object?[] arguments) => ReportPageTexts.Of(key, arguments).In(culture);
}
