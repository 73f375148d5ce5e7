using System.Globalization;
using System.Text;
using System.Text.Json;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Scenarios.Reports;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Documents.Tests.Scenarios.Reports;

/// <summary>One report of every kind of value, as JSON, as CSV and as a page.</summary>
public sealed class ReportFilesTests
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly ScenarioReport Report = new(
        ScenarioFiles.Load("fil-rouge-35"),
        [
            new ReportSection(
                "rights",
                Words("csv.table"),
                [
                    new ReportTable(
                        "votes", Words("csv.path"), Words("csv.row"),
                        [new("votes", Words("csv.value")), new("percent", Words("csv.column")), new("other", Words("csv.row"))],
                        [
                            new("a", "=<Résidence & Cie>", [new ReportFigure(1_720L, [Words("csv.row"), Words("csv.column")]), new ReportFigure(6.5m), null]),
                            new("b", "B", [new ReportFigure(12L), new ReportFigure(18m), new ReportFigure(new Money(1_234_50))]),
                            new("total", "Total", [null, null, new ReportFigure(new DateOnly(2026, 12, 31))]),
                        ]),
                ],
                [new Violation("rights.late", Severity.Blocking, Words("csv.value"), ["a"], new LegalReference("Article <8>"))]),
        ],
        Planned: null);

    [Fact]
    public void JSON_gives_each_figure_its_path_value_text_and_trace()
    {
        using var json = JsonDocument.Parse(Written(s => ReportJson.Write(s, Report, French)));

        var section = json.RootElement.GetProperty("sections")[0];
        var figures = section.GetProperty("figures").EnumerateArray().ToList();
        figures.Select(f => f.GetProperty("path").GetString()).ShouldBe(
            ["rights.votes.a.votes", "rights.votes.a.percent", "rights.votes.b.votes", "rights.votes.b.percent", "rights.votes.b.other", "rights.votes.total.other"]);
        figures[0].GetProperty("value").GetInt64().ShouldBe(1_720);
        figures[0].GetProperty("text").GetString().ShouldBe("1\u202F720");
        figures[0].GetProperty("trace").GetArrayLength().ShouldBe(2);
        figures[4].GetProperty("value").GetDecimal().ShouldBe(1_234.50m);
        figures[5].GetProperty("value").GetString().ShouldBe("2026-12-31");
        section.GetProperty("findings")[0].GetProperty("severity").GetString().ShouldBe("blocking");
    }

    [Fact]
    public void CSV_gives_one_line_a_figure_and_no_name_runs_as_a_formula()
    {
        var lines = Written(s => ReportCsv.Write(s, Report, French)).TrimStart('\uFEFF').TrimEnd().Split("\r\n");

        lines.Length.ShouldBe(7);
        lines.ShouldAllBe(l => l.Split(';').Length == 5);
        lines[1].ShouldStartWith("rights.votes.a.votes;");
        lines[1].ShouldNotContain(";=");
    }

    [Fact]
    public void The_page_folds_the_steps_of_a_figure_under_it_and_escapes_every_name()
    {
        var page = Page(hasPlanBeside: false);

        page.ShouldContain("<summary>1\u202F720</summary><ol><li>");
        page.ShouldContain("=&lt;Résidence &amp; Cie&gt;");
        page.ShouldContain("Article &lt;8&gt;");
        page.ShouldContain("<tr class=\"total\">");
        // As many decimals as its neighbours.
        page.ShouldContain("<td class=\"n\">18,0</td>");
        page.ShouldContain("31 décembre 2026");
        page.ShouldNotContain("<script");
    }

    [Fact]
    public void The_page_names_the_plan_only_where_it_is_beside()
    {
        Page(hasPlanBeside: true).ShouldContain("<a href=\"plan.html\">");
        Page(hasPlanBeside: false).ShouldNotContain("plan.html");
    }

    [Fact]
    public void A_folder_holds_the_three_files()
    {
        var folder = Directory.CreateTempSubdirectory("staffpool-report-").FullName;
        try
        {
            ReportFolder.Write(folder, Report, French, new DateOnly(2026, 6, 1)).Select(Path.GetFileName)
                .ShouldBe(["report.html", "report.json", "report.csv"]);
            Directory.GetFiles(folder).Length.ShouldBe(3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Page(bool hasPlanBeside) =>
        Written(s => ReportPage.Write(s, Report, French, new DateOnly(2026, 6, 1), hasPlanBeside));

    // Any text will do.
    private static Text Words(string key) => Documents.Scenarios.ScenarioTexts.Of(key);

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
