using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Domain.Calculations;

namespace StaffPool.Documents.Scenarios.Reports;

/// <summary>A report as JSON: sections, tables, rows; each figure with its path, its value, its text and its trace.</summary>
public static class ReportJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Stream stream, ScenarioReport report, CultureInfo culture)
    {
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            json.WriteString("scenario", report.Scenario.Name);
            json.WriteString("title", report.Scenario.Title);
            json.WriteString("grouping", report.Scenario.Grouping.Name);
            json.WriteString("inputHash", report.Scenario.InputHash);
            json.WriteBoolean("hasSyntheticValues", report.Scenario.HasSyntheticValues);
            json.WriteStartArray("sections");
            foreach (var section in report.Sections)
            {
                Section(json, section, culture);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void Section(Utf8JsonWriter json, ReportSection section, CultureInfo culture)
    {
        json.WriteStartObject();
        json.WriteString("id", section.Id);
        json.WriteString("title", section.Title.In(culture));
        json.WriteStartArray("figures");
        foreach (var (table, (path, row, column, figure)) in
            section.Tables.SelectMany(t => ScenarioReport.PathsOf(section, t), (t, f) => (t, f)))
        {
            json.WriteStartObject();
            json.WriteString("path", path);
            json.WriteString("table", table.Title.In(culture));
            json.WriteString("row", ScenarioReport.Shown(row.Label, culture));
            json.WriteString("column", column.Title.In(culture));
            Value(json, figure.Value, culture);
            json.WriteString("text", ScenarioReport.Shown(figure.Value, culture));
            json.WriteStartArray("trace");
            foreach (var step in figure.Trace)
            {
                json.WriteStringValue(step.In(culture));
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("findings");
        foreach (var finding in section.Findings)
        {
            json.WriteStartObject();
            json.WriteString("code", finding.Code);
            json.WriteString("severity", finding.Severity == Domain.Rules.Severity.Blocking ? "blocking" : "warning");
            json.WriteString("message", finding.Message.In(culture));
            json.WriteString("reference", finding.Reference?.Citation);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Value(Utf8JsonWriter json, object value, CultureInfo culture)
    {
        switch (value)
        {
            case long whole:
                json.WriteNumber("value", whole);
                break;
            case decimal number:
                json.WriteNumber("value", number);
                break;
            case Money money:
                json.WriteNumber("value", money.Euros);
                break;
            case bool flag:
                json.WriteBoolean("value", flag);
                break;
            case DateOnly day:
                json.WriteString("value", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
                break;
            default:
                json.WriteString("value", ScenarioReport.Shown(value, culture));
                break;
        }
    }
}
