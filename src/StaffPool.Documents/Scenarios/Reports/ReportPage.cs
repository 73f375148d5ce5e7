using System.Globalization;
using System.Text;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Pages;
using StaffPool.Documents.Planning.Page;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>
/// A report as one page that opens anywhere, like that of a plan. A figure with steps is a fold; on paper the figure
/// stands alone, unless it was opened or the reader asks for what is folded too.
/// </summary>
public static class ReportPage
{
    public const string FileName = "report.html";

    /// <summary>Writes the page as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="report">What a scenario gives.</param>
    /// <param name="culture">Language of the words, numbers and dates.</param>
    /// <param name="day">Day when the page is made, at its foot.</param>
    /// <param name="hasPlanBeside">Whether <see cref="PlanPage.FileName"/> is written into the same folder.</param>
    public static void Write(Stream stream, ScenarioReport report, CultureInfo culture, DateOnly day, bool hasPlanBeside)
    {
        var html = new HtmlWriter();
        var foot = PageShell.Foot(culture, report.Scenario, Wording.Day(day, culture));
        PageShell.Open(html, culture, report.Scenario.Title, PageStyles.For("Scenarios.Reports.report.css", foot));
        WriteHeader(html, report, culture, hasPlanBeside);
        PageShell.Contents(html, culture, report.Sections.Select(s => (s.Id, s.Title.In(culture))));
        var sections = new ReportPageSection(html, culture);
        foreach (var section in report.Sections)
        {
            sections.Write(section);
        }

        PageShell.Close(html, foot);
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void WriteHeader(HtmlWriter html, ScenarioReport report, CultureInfo culture, bool hasPlanBeside)
    {
        html.Add(
            $"""
            <header>
            <p class="kind">{In("kind")}</p>
            <h1>{report.Scenario.Title}</h1>
            <p class="lead">{In("what", report.Scenario.Grouping.Name)}</p>

            """);
        PageShell.Synthetic(html, culture, report.Scenario);
        WriteVerdicts(html, report, culture);
        if (hasPlanBeside)
        {
            html.Add($"<p>{In("plan")} <a href=\"{PlanPage.FileName}\">{PlanPage.FileName}</a></p>\n");
        }

        PageParts.Source(html, In("files"));
        html.Add($"</header>\n");

        string In(string key, params object?[] arguments) => ReportPageTexts.Of(key, arguments).In(culture);
    }

    /// <summary>How many rules are broken, and in which sections.</summary>
    private static void WriteVerdicts(HtmlWriter html, ScenarioReport report, CultureInfo culture)
    {
        html.Add($"<ul class=\"verdicts\">");
        if (report.Sections.All(s => s.Findings.Count == 0))
        {
            html.Add($"<li class=\"good\"><span aria-hidden=\"true\">✓</span> {ReportPageTexts.Of("verdict.clean").In(culture)}</li>");
        }

        Verdict(Severity.Blocking, "verdict.blocking", "bad", "✗");
        Verdict(Severity.Warning, "verdict.warnings", "doubtful", "≈");
        html.Add($"</ul>\n");

        void Verdict(Severity severity, string key, string kind, string sign)
        {
            var told = report.Sections.Where(s => s.Findings.Any(f => f.Severity == severity)).ToList();
            var count = told.Sum(s => s.Findings.Count(f => f.Severity == severity));
            if (count > 0)
            {
                html.Add($"<li class=\"{kind}\"><span aria-hidden=\"true\">{sign}</span> {ReportPageTexts.Of(Wording.KeyFor(key, count, culture), count).In(culture)}");
                foreach (var (i, section) in told.Index())
                {
                    html.Add($"{(i == 0 ? " " : ", ")}<a href=\"#{section.Id}\">{section.Title.In(culture)}</a>");
                }

                html.Add($"</li>");
            }
        }
    }
}
