using System.Globalization;
using System.Text;
using StaffPool.Application.Planning;
using StaffPool.Documents.Pages;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The plan as one page that opens anywhere: no request, no script, readable with styles off, printable.</summary>
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
        var foot = PageShell.Foot(culture, planned.Scenario, page.Date(extras.Day));
        var html = new HtmlWriter();
        PageShell.Open(html, culture, planned.Scenario.Title, PageStyles.For("Planning.Page.plan.css", foot, MapFilter.RulesFor(page)));
        HeaderSection.Write(html, page);
        PageShell.Contents(html, culture, Sections.Select(s => (s.Id, page[$"section.{s.Id}"])));
        foreach (var (id, write) in Sections)
        {
            PageShell.OpenSection(html, id, page[$"section.{id}"]);
            write(html, page);
            PageShell.CloseSection(html);
        }

        PageShell.Close(html, foot);
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));
    }
}
