using Spectre.Console;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Domain.Calculations;

namespace StaffPool.Cli.Scenarios;

/// <summary>The sections of a report on the terminal.</summary>
internal sealed class ReportTables(IAnsiConsole console, CliTexts texts)
{
    public void Write(ScenarioReport report)
    {
        foreach (var section in report.Sections)
        {
            Tables.WriteTitle(console, section.Title.In(texts.Culture));
            foreach (var table in section.Tables)
            {
                Write(table);
            }

            if (section.Findings.Count > 0)
            {
                new CheckerReport(console, texts).Write(section.Findings, allWarnings: false);
            }
        }
    }

    private void Write(ReportTable table)
    {
        var shown = Tables.New().AddColumn(Tables.Words(table.RowHeader.In(texts.Culture)));
        shown.Title = new TableTitle(Markup.Escape(table.Title.In(texts.Culture)), Tables.Faint);
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var header = table.Columns[i].Title.In(texts.Culture);
            shown.AddColumn(table.Rows.All(r => r.Figures[i]?.Value is null or long or decimal or Money) ? Tables.Figures(header) : Tables.Words(header));
        }

        foreach (var row in table.Rows)
        {
            shown.AddRow([
                new Text(ScenarioReport.Shown(row.Label, texts.Culture)),
                .. row.Figures.Select(f => new Text(f is null ? "" : ScenarioReport.Shown(f.Value, texts.Culture))),
            ]);
        }

        console.Write(shown);
    }
}
