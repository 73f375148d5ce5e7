using System.Globalization;
using StaffPool.Domain.Rules;

namespace StaffPool.Documents.Pages;

/// <summary>Pieces of markup that several sections share.</summary>
internal static class PageParts
{
    /// <summary>A wide table scrolls inside its frame, which the keyboard can reach.</summary>
    public static void OpenFrame(HtmlWriter html, string label, string kind = "") =>
        html.Add($"<div class=\"frame {kind}\" role=\"region\" aria-label=\"{label}\" tabindex=\"0\">\n");

    public static void CloseFrame(HtmlWriter html) => html.Add($"</div>\n");

    /// <summary>Column headings; those of figures start with "#", to be set on the right.</summary>
    public static void OpenTable(HtmlWriter html, string caption, params string[] headings)
    {
        html.Add($"<table><caption>{caption}</caption>\n<thead><tr>");
        foreach (var heading in headings)
        {
            if (heading.StartsWith('#'))
            {
                html.Add($"<th scope=\"col\" class=\"n\">{heading[1..]}</th>");
            }
            else
            {
                html.Add($"<th scope=\"col\">{heading}</th>");
            }
        }

        html.Add($"</tr></thead>\n<tbody>\n");
    }

    public static void CloseTable(HtmlWriter html) => html.Add($"</tbody></table>\n");

    /// <summary>Where the figures above come from.</summary>
    public static void Source(HtmlWriter html, string text) => html.Add($"<p class=\"from\">{text}</p>\n");

    /// <summary>How sure a reference is, in words.</summary>
    public static string Confidence(LegalReference reference, CultureInfo culture) =>
        PageTexts.Of($"confidence.{reference.Confidence}").In(culture);

    /// <summary>Asked as an empty track and served as its filled part, both to the scale of the longest bar of the table.</summary>
    public static Markup Bar(int asked, int served, int longest)
    {
        var scale = 100.0 / Math.Max(1, longest);
        return HtmlWriter.Of(
            $"""<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect class="asked" width="{asked * scale}" height="10"/><rect class="served" width="{Math.Min(asked, served) * scale}" height="10"/></svg>""");
    }
}
