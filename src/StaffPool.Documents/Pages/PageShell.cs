using System.Globalization;
using StaffPool.Application.Scenarios;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Pages;

/// <summary>
/// What stands around the content of every page: no request, no script, a content policy that forbids both, the way
/// past the contents, the choice of what is printed.
/// </summary>
internal static class PageShell
{
    /// <summary>Up to the start of the body.</summary>
    public static void Open(HtmlWriter html, CultureInfo culture, string title, Markup style) => html.Add(
        $"""
        <!DOCTYPE html>
        <html lang="{culture.TwoLetterISOLanguageName}">
        <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'" />
        <meta name="generator" content="StaffPool {PlanDocumentBuilder.StaffPoolVersion}" />
        <meta name="color-scheme" content="light dark" />
        <title>{title}</title>
        <style>
        {style}
        </style>
        </head>
        <body>
        <a class="skip" href="#content">{PageTexts.Of("skip").In(culture)}</a>

        """);

    /// <summary>Where the page is invented in part, says so.</summary>
    public static void Synthetic(HtmlWriter html, CultureInfo culture, Scenario scenario)
    {
        if (scenario.HasSyntheticValues)
        {
            html.Add($"<p class=\"notice\"><strong>{PageTexts.Of("synthetic.title").In(culture)}</strong> {PageTexts.Of("synthetic.text").In(culture)}</p>\n");
        }
    }

    /// <summary>The way to each section, and whether to print what is folded; then the main content begins.</summary>
    public static void Contents(HtmlWriter html, CultureInfo culture, IEnumerable<(string Id, string Title)> sections)
    {
        html.Add($"<nav aria-label=\"{PageTexts.Of("contents").In(culture)}\"><ul>");
        foreach (var (id, title) in sections)
        {
            html.Add($"<li><a href=\"#{id}\">{title}</a></li>");
        }

        html.Add($"</ul>\n<p class=\"print-choice\"><input type=\"checkbox\" id=\"print-all\" /> <label for=\"print-all\">{PageTexts.Of("print-all").In(culture)}</label></p></nav>\n");
        html.Add($"<main id=\"content\" tabindex=\"-1\">\n");
    }

    public static void OpenSection(HtmlWriter html, string id, string title) =>
        html.Add($"<section id=\"{id}\" aria-labelledby=\"{id}-title\">\n<h2 id=\"{id}-title\">{title}</h2>\n");

    public static void CloseSection(HtmlWriter html) => html.Add($"</section>\n");

    public static void Close(HtmlWriter html, string foot) => html.Add($"</main>\n<footer>{foot}</footer>\n</body>\n</html>\n");

    /// <summary>The same at the end of the page and at the foot of every printed sheet.</summary>
    /// <param name="culture">Language of the page.</param>
    /// <param name="scenario">What the page is made from.</param>
    /// <param name="day">Day when it is made.</param>
    public static string Foot(CultureInfo culture, Scenario scenario, string day) => PageTexts.Of(
        "foot", scenario.Name, day, PlanFile.ShortOf(scenario.InputHash), PlanDocumentBuilder.StaffPoolVersion).In(culture);
}
