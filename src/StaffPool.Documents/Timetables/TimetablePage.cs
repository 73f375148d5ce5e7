using System.Globalization;
using System.Text;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Documents.Pages;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Timetables;

namespace StaffPool.Documents.Timetables;

/// <summary>The timetable as one page that opens anywhere: the cycle by professional and by site, what is not delivered and why.</summary>
public static class TimetablePage
{
    /// <summary>Writes the page as UTF-8 without a byte order mark.</summary>
    public static void Write(Stream stream, Scenario scenario, PlannedTimetable planned, CultureInfo culture)
    {
        var html = new HtmlWriter();
        var foot = PageShell.Foot(culture, scenario, planned.Problem.Period.ToString());
        PageShell.Open(html, culture, Here("title", scenario.Title), PageStyles.For("Timetables.timetable.css", foot));
        html.Add($"<header><h1>{Here("title", scenario.Title)}</h1>\n<p>{Here("delivered", planned.Delivered, planned.Promised, planned.Problem.Cycle.Weeks)}</p></header>\n");
        PageShell.Synthetic(html, culture, scenario);
        (string Id, Action Write)[] sections =
        [
            ("people", () => WritePeople(html, planned, culture)),
            ("sites", () => WriteSites(html, planned, culture)),
            ("undelivered", () => WriteUndelivered(html, planned, culture)),
            ("aims", () => WriteAims(html, planned, culture)),
        ];
        PageShell.Contents(html, culture, sections.Select(s => (s.Id, Here($"section.{s.Id}"))));
        foreach (var (id, write) in sections)
        {
            PageShell.OpenSection(html, id, Here($"section.{id}"));
            write();
            PageShell.CloseSection(html);
        }

        PageShell.Close(html, foot);
        stream.Write(Encoding.UTF8.GetBytes(html.ToString()));

        string Here(string key, params object?[] arguments) => Words(culture, key, arguments);
    }

    private static void WritePeople(HtmlWriter html, PlannedTimetable planned, CultureInfo culture)
    {
        foreach (var person in planned.Problem.People)
        {
            WriteWeeks(html, planned, culture, $"{person.Name} ({person.Profession.Name})", slot =>
                planned.Result.Timetable.CycleSiteOf(person, slot) is { } site ? [site.Name] : []);
        }
    }

    private static void WriteSites(HtmlWriter html, PlannedTimetable planned, CultureInfo culture)
    {
        var cells = planned.Result.Timetable.CycleCells.ToLookup(c => (c.Site, c.Slot), c => c.Professional.Name);
        foreach (var site in planned.Problem.Grouping.Sites.Where(s => planned.Problem.Promises.Any(p => p.Site == s)))
        {
            WriteWeeks(html, planned, culture, site.Name, slot => cells[(site, slot)]);
        }
    }

    private static void WriteWeeks(HtmlWriter html, PlannedTimetable planned, CultureInfo culture, string caption, Func<CycleSlot, IEnumerable<string>> inside)
    {
        var days = planned.Problem.CycleDays.Where(d => d.Week == 0).Select(d => d.Day).ToList();
        PageParts.OpenFrame(html, caption);
        PageParts.OpenTable(html, caption, [Words(culture, "week"), .. days.Select(d => culture.DateTimeFormat.GetDayName(d))]);
        foreach (var week in Enumerable.Range(0, planned.Problem.Cycle.Weeks))
        {
            foreach (var half in Enum.GetValues<HalfDay>())
            {
                html.Add($"<tr><th scope=\"row\">{Words(culture, "week-half", week + 1, TimetableTexts.Of(half))}</th>");
                foreach (var day in days)
                {
                    html.Add($"<td>{string.Join(", ", inside(new CycleSlot(week, day, half)))}</td>");
                }

                html.Add($"</tr>\n");
            }
        }

        PageParts.CloseTable(html);
        PageParts.CloseFrame(html);
    }

    private static void WriteUndelivered(HtmlWriter html, PlannedTimetable planned, CultureInfo culture)
    {
        if (planned.Undelivered.Count == 0)
        {
            html.Add($"<p>{Words(culture, "all-delivered")}</p>\n");
            return;
        }

        PageParts.OpenTable(
            html, Words(culture, "section.undelivered"), Words(culture, "csv.professional"), Words(culture, "csv.site"), "#" + Words(culture, "promised"),
            "#" + Words(culture, "missing"), Words(culture, "reasons"));
        foreach (var missing in planned.Undelivered)
        {
            var promise = missing.Delivery.Promise;
            html.Add($"<tr><td>{promise.Professional.Name}</td><td>{promise.Site.Name}</td><td class=\"n\">{promise.HalfDays}</td><td class=\"n\">{missing.Delivery.Undelivered}</td><td>{TimetableWords.Reasons(missing, culture)}</td></tr>\n");
        }

        PageParts.CloseTable(html);
    }

    private static void WriteAims(HtmlWriter html, PlannedTimetable planned, CultureInfo culture)
    {
        PageParts.OpenTable(
            html, Words(culture, "section.aims"), Words(culture, "aim"), "#" + Words(culture, "value"), "#" + Words(culture, "bound"));
        foreach (var level in planned.Result.Levels)
        {
            html.Add($"<tr><td>{TimetableWords.Name(level.Objective, culture)}</td><td class=\"n\">{TimetableWords.Amount(level.Value, level.Objective.Unit, culture)}</td><td class=\"n\">{TimetableWords.Amount(level.Bound, level.Objective.Unit, culture)}</td></tr>\n");
        }

        PageParts.CloseTable(html);
    }

    private static string Words(CultureInfo culture, string key, params object?[] arguments) => TimetableFileTexts.Of(key, arguments).In(culture);
}
