using System.Globalization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>One section of a report as a piece of a page, its figures unfolding their steps: the same as on the page of a scenario.</summary>
public static class ReportFragment
{
    /// <returns>HTML, every text escaped; its style is that of <c>page.css</c> and <c>report.css</c>.</returns>
    public static string Of(ReportSection section, CultureInfo culture)
    {
        var html = new HtmlWriter();
        new ReportPageSection(html, culture).Write(section);
        return html.ToString();
    }
}
