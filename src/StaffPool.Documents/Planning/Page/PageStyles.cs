using System.Globalization;
using System.Text;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The style sheet of the page: the fixed part, the foot of the printed sheets, the filter of the map.</summary>
internal static class PageStyles
{
    public static Markup For(PageModel page, string foot)
    {
        var css = new StringBuilder(Fixed());
        css.Append(CultureInfo.InvariantCulture, $"@page{{@bottom-left{{content:{CssText.Quote(foot)}}}}}\n");
        // One rule per profession: a radio button shows its trips and sites and hides the others, without a script.
        foreach (var (number, _) in page.Grouping.Professions.Index())
        {
            css.Append(CultureInfo.InvariantCulture, $".map:has(#f{number}:checked) .v:not(.p{number}){{display:none}}");
            css.Append(CultureInfo.InvariantCulture, $".map:has(#f{number}:checked) .p{number}{{display:inline}}\n");
        }

        return new Markup(css.ToString());
    }

    private static string Fixed()
    {
        using var stream = typeof(PageStyles).Assembly.GetManifestResourceStream("StaffPool.Documents.Planning.Page.plan.css")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
