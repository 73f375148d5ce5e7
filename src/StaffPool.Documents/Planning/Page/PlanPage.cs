using System.Globalization;
using System.Text;
using StaffPool.Application.Planning;

namespace StaffPool.Documents.Planning.Page;

/// <summary>
/// The plan as one page that opens anywhere: no request, no script, readable with styles off, printable. What it may
/// load is also closed by its own content policy.
/// </summary>
public static class PlanPage
{
    public const string FileName = "plan.html";

    private static readonly (string Id, Action<HtmlWriter, PageModel> Write)[] Sections =
    [
        ("aims", AimsSection.Write),
        ("map", MapSection.Write),
        ("needs", NeedsSection.Write),
        ("matrix", MatrixSection.Write),
        ("unmet", UnmetSection.Write),
        ("checker", CheckerSection.Write),
        ("conversions", ConversionsSection.Write),
        ("settings", SettingsSection.Write),
        ("computation", ComputationSection.Write),
    ];

    /// <summary>Writes the page as UTF-8 without a byte order mark.</summary>
    /// <param name="stream">Left open.</param>
    /// <param name="planned">The plan and its inputs.</param>
    /// <param name="culture">Language of the words, numbers and dates.</param>
    /// <param name="extras">What is shown beside the plan itself.</param>
    public static void Write(Stream stream, PlannedAllocation planned, CultureInfo culture, PlanPageExtras extras)
    {
        var page = new PageModel(planned, culture, extras);
        var html = new HtmlWriter();
        WriteHead(html, page);
        html.Add($"<body>\n<a class=\"skip\" href=\"#content\">{page["skip"]}</a>\n");
        HeaderSection.Write(html, page);
        WriteContents(html, page);
        html.Add($"<main id=\"content\" tabindex=\"-1\">\n");
        foreach (var (id, write) in Sections)
        {
            html.Add($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{page[$"section.{id}"]}</h2>\n");
            write(html, page);
            html.Add($"</section>\n");
        }

        html.Add($"</main>\n<footer>{Foot(page)}</footer>\n</body>\n</html>\n");
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }

    private static void WriteHead(HtmlWriter html, PageModel page) => html.Add(
        $"""
        <!DOCTYPE html>
        <html lang="{page.Culture.TwoLetterISOLanguageName}">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
        <meta name="generator" content="StaffPool {PlanDocumentBuilder.StaffPoolVersion}" />
        <meta name="color-scheme" content="light dark" />
        <title>{page.Planned.Scenario.Title}</title>
        <style>
        {PageStyles.For(page, Foot(page))}
        </style>
        </head>

        """);

    private static void WriteContents(HtmlWriter html, PageModel page)
    {
        html.Add($"<nav aria-label=\"{page["contents"]}\"><ul>");
        foreach (var (id, _) in Sections)
        {
            html.Add($"<li><a href=\"#{id}\">{page[$"section.{id}"]}</a></li>");
        }

        html.Add($"</ul>\n<p class=\"print-choice\"><input type=\"checkbox\" id=\"print-all\" /> <label for=\"print-all\">{page["print-all"]}</label></p></nav>\n");
    }

    /// <summary>The same at the end of the page and at the foot of every printed sheet.</summary>
    private static string Foot(PageModel page) => page[
        "foot", page.Planned.Scenario.Name, page.Date(page.Extras.Day), page.ShortHash, PlanDocumentBuilder.StaffPoolVersion];
}
