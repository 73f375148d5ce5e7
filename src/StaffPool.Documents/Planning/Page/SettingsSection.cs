using StaffPool.Documents.Pages;
using StaffPool.Domain.Governance;

namespace StaffPool.Documents.Planning.Page;

/// <summary>The settings of the founding agreement in force on the first day of the period, each with its reference.</summary>
internal static class SettingsSection
{
    public static void Write(HtmlWriter html, PageModel page)
    {
        html.Add($"<p>{page["settings.what", page.Grouping.Agreement.Name, page.Date(page.Problem.Period.Start)]}</p>\n");
        PageParts.OpenFrame(html, page["section.settings"]);
        PageParts.OpenTable(html, page["settings.caption"], page["settings.setting"], page["settings.value"], page["settings.reference"]);
        foreach (var definition in AgreementSettings.All)
        {
            var reference = page.Problem.ReferenceOf(definition);
            html.Add($"<tr><th scope=\"row\">{page[$"setting.{definition.Key}"]}<small>{definition.Key}</small></th><td>{ValueOf(definition, page)}</td><td>{reference.Citation}<small>{page.ConfidenceIn(reference)}</small></td></tr>\n");
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
        WriteExceptions(html, page);
    }

    private static string ValueOf(SettingDefinition definition, PageModel page) => definition switch
    {
        SettingDefinition<int> d => page.Number(page.Problem.Setting(d)),
        SettingDefinition<decimal> d => page.Problem.Setting(d).ToString("#,0.##", page.Culture),
        SettingDefinition<bool> d => page[page.Problem.Setting(d) ? "yes" : "no"],
        SettingDefinition<DistanceLimit> d => Limit(page.Problem.Setting(d), page),
        SettingDefinition<IReadOnlyList<string>> d => page.Problem.Setting(d) is { Count: > 0 } list
            ? string.Join(page["list.separator"], list)
            : page["none"],
        _ => throw new NotSupportedException($"The setting {definition.Key} has a type that the page cannot show."),
    };

    private static string Limit(DistanceLimit limit, PageModel page) =>
        limit.Mode == LimitMode.Waived ? page["limit.Waived"] : page[$"limit.{limit.Mode}", limit.Kilometres];

    /// <summary>What the administrator fixed by hand: cells and lifted distance limits.</summary>
    private static void WriteExceptions(HtmlWriter html, PageModel page)
    {
        if (page.Problem.Pins.Count + page.Problem.Waivers.Count == 0)
        {
            html.Add($"<p>{page["exceptions.none"]}</p>\n");
            return;
        }

        html.Add($"<p>{page["exceptions.title"]}</p>\n<ul>");
        foreach (var pin in page.Problem.Pins)
        {
            html.Add($"<li>{page[pin.HalfDays == 0 ? "exceptions.forbidden" : "exceptions.pin", pin.Professional.Name, pin.Need.Site.Name, pin.HalfDays]}</li>");
        }

        foreach (var waiver in page.Problem.Waivers)
        {
            html.Add($"<li>{page["exceptions.waiver", waiver.Professional.Name, waiver.Site.Name, waiver.Reason]}</li>");
        }

        html.Add($"</ul>\n");
    }
}
