using System.Globalization;
using System.Text;

namespace StaffPool.Documents.Pages;

/// <summary>The style sheet of a page: what all pages share, what is its own, the foot of the printed sheets.</summary>
internal static class PageStyles
{
    /// <param name="own">Name of the page's own style sheet among the resources, below <c>StaffPool.Documents</c>.</param>
    /// <param name="foot">Text at the foot of every printed sheet.</param>
    /// <param name="made">Rules that depend on what the page shows.</param>
    public static Markup For(string own, string foot, string made = "") => new(string.Create(
        CultureInfo.InvariantCulture, $"{Sheet("Pages.page.css")}{Sheet(own)}@page{{@bottom-left{{content:{CssText.Quote(foot)}}}}}\n{made}"));

    private static string Sheet(string name)
    {
        using var stream = typeof(PageStyles).Assembly.GetManifestResourceStream($"StaffPool.Documents.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
