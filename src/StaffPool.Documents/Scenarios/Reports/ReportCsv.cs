using System.Globalization;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Documents.Planning;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>A report as one long table for a spreadsheet: path, what it is about, value.</summary>
public static class ReportCsv
{
    public static void Write(Stream stream, ScenarioReport report, CultureInfo culture)
    {
        using var csv = SpreadsheetCsv.Open(stream, culture);
        foreach (var heading in new[] { "csv.path", "csv.table", "csv.row", "csv.column", "csv.value" })
        {
            csv.WriteField(ScenarioTexts.Of(heading).In(culture));
        }

        csv.EndRecord();
        foreach (var (section, table) in report.Sections.SelectMany(s => s.Tables.Select(t => (s, t))))
        {
            foreach (var (path, row, column, figure) in ScenarioReport.PathsOf(section, table))
            {
                csv.WriteField(path);
                csv.WriteField($"{section.Title.In(culture)} – {table.Title.In(culture)}");
                csv.WriteField(ScenarioReport.Shown(row.Label, culture));
                csv.WriteField(column.Title.In(culture));
                csv.WriteField(ScenarioReport.Shown(figure.Value, culture));
                csv.EndRecord();
            }
        }
    }
}
