using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.Runs;

/// <summary>What a run found, in words and in French, as it stood when it was found.</summary>
public sealed record RunReport(IReadOnlyList<RunReportSection> Sections)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static RunReport Of(IEnumerable<ReportSection> sections) => new([.. sections.Select(SectionOf)]);

    /// <summary>Sentences alone.</summary>
    public static RunReport Of(Text title, IEnumerable<Text> sentences) =>
        new([new RunReportSection(title.In(French), [], [.. sentences.Select(s => s.In(French))])]);

    public static RunReport Read(string document) => JsonSerializer.Deserialize<RunReport>(document, Json)!;

    /// <summary>Saves it as the result of a run.</summary>
    public Task SaveAsync(WorkScope scope, RunRow run)
    {
        var result = new RunResultRow { RunId = run.Id, Document = JsonSerializer.Serialize(this, Json) };
        scope.Db.RunResults.Add(result);
        run.ResultId = result.Id;
        return Task.CompletedTask;
    }

    private static RunReportSection SectionOf(ReportSection section) => new(
        section.Title.In(French), [.. section.Tables.Select(TableOf)], Sentences(section.Findings));

    public static IReadOnlyList<string> Sentences(IEnumerable<Violation> findings) => [.. findings.Select(f => f.Message.In(French))];

    private static RunReportTable TableOf(ReportTable table) => new(
        table.Title.In(French),
        [table.RowHeader.In(French), .. table.Columns.Select(c => c.Title.In(French))],
        [
            .. table.Rows.Select(row => new RunReportRow(
                [LabelOf(row.Label), .. table.Columns.Select((_, column) => table.Shown(row, column, French))],
                [.. row.Figures.SelectMany(f => f?.Trace ?? []).Select(t => t.In(French))])),
        ]);

    private static string LabelOf(object label) => label is Text text ? text.In(French) : label.ToString() ?? "";
}

/// <param name="Title">Heading.</param>
/// <param name="Tables">Figures.</param>
/// <param name="Findings">What the rules have to say.</param>
public sealed record RunReportSection(string Title, IReadOnlyList<RunReportTable> Tables, IReadOnlyList<string> Findings);

/// <param name="Title">Heading.</param>
/// <param name="Columns">Headings; the first is that of the rows.</param>
/// <param name="Rows">As many cells each.</param>
public sealed record RunReportTable(string Title, IReadOnlyList<string> Columns, IReadOnlyList<RunReportRow> Rows);

/// <param name="Cells">The first says what the row is about.</param>
/// <param name="Steps">How its figures come about.</param>
public sealed record RunReportRow(IReadOnlyList<string> Cells, IReadOnlyList<string> Steps);
