using System.Diagnostics;
using System.Text.Json;
using Spectre.Console;
using StaffPool.Application.Access;
using StaffPool.Application.Interchange;
using StaffPool.Application.UseCases;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Hosting.Bench;
using StaffPool.Cli.Terminals;
using StaffPool.Data;
using StaffPool.Documents.Interchange;

namespace StaffPool.Cli.Interchange;

/// <summary><c>staffpool bench import</c>: a workbook of professionals into a new database, shown, imported, and imported again.</summary>
internal sealed class ImportBenchCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    private const string Scenario = "trois-residences";

    public async Task<int> RunAsync(ImportBenchRequest request, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("staffpool-bench-").FullName;
        try
        {
            await using var database = ServiceDatabase.Open(folder, request.Postgres);
            await database.MigrateAsync(stop);
            var grouping = await BenchScenario.ImportAsync(database, clock, Scenario, $"bench-{Guid.CreateVersion7():N}", stop);
            Write(await MeasureAsync(database, grouping, request.Rows, stop), request.Json);
            return ExitCode.Success;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private async Task<ImportFigures> MeasureAsync(ServiceDatabase database, Guid grouping, int rows, CancellationToken stop)
    {
        var format = new TableFormat();
        var work = new Work(database, new Operator(FirstAdministrator.ServiceName), clock);
        var file = new SentFile("professionnels.xlsx", format.ToWorkbook([Staff(rows)]));
        var shown = await TimeAsync(() => new CompareTables(work, format).RunAsync(grouping, file, stop));
        var imported = await TimeAsync(() => new ImportTables(work, format).RunAsync(grouping, file, stop));
        var again = await TimeAsync(() => new ImportTables(work, format).RunAsync(grouping, file, stop));
        if (imported.Report.Sheets.Single().Added != rows || again.Report.ChangesSomething)
        {
            throw new InvalidOperationException("The benchmark did not import what it measures.");
        }

        using var process = Process.GetCurrentProcess();
        return new ImportFigures(
            rows, file.Content.Length, database.Description, shown.Seconds, imported.Seconds, again.Seconds, rows / imported.Seconds, process.PeakWorkingSet64 / 1_000_000);
    }

    private static async Task<(ImportReport Report, double Seconds)> TimeAsync(Func<Task<ImportReport>> run)
    {
        var watch = Stopwatch.StartNew();
        var report = await run();
        return (report, watch.Elapsed.TotalSeconds);
    }

    private static readonly string[] StaffColumns =
        ["Nom", "Profession", "Employeur", "Site de base", "Quotité (ETP)", "Statut", "Qualifications", "Demi-journées réservées"];

    private static WrittenSheet Staff(int rows) => new(
        "Professionnels",
        [.. StaffColumns.Select(t => new WrittenColumn(t, null, [], false))],
        Enumerable.Range(1, rows).Select(i => (IReadOnlyList<object?>)
        [
            FormattableString.Invariant($"Agent {i} (synthétique)"), i % 2 == 0 ? "Ergothérapeute" : "DIETETICIEN", "EHPAD public Les Tilleuls",
            i % 3 == 0 ? "les-acacias" : "Les Tilleuls", (i % 10 + 1) / 10m, i % 2 == 0 ? "titulaire" : "contractuel", "gérontologie, snoezelen", i % 20,
        ]));

    private void Write(ImportFigures figures, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
            return;
        }

        terminal.Output.WriteLine(texts["bench.import.line", figures.Rows, figures.Bytes / 1000, figures.Shown, figures.Imported, figures.Again, figures.RowsPerSecond, figures.Megabytes]);
    }

    /// <param name="Rows">Lines of the workbook.</param>
    /// <param name="Bytes">Its size.</param>
    /// <param name="Database">Where to.</param>
    /// <param name="Shown">Seconds to read it and show what it would change.</param>
    /// <param name="Imported">Seconds to read and import it.</param>
    /// <param name="Again">Seconds to read it once more and find that nothing changes.</param>
    /// <param name="RowsPerSecond">While it is imported.</param>
    /// <param name="Megabytes">Peak memory of the process.</param>
    private sealed record ImportFigures(
        int Rows, int Bytes, string Database, double Shown, double Imported, double Again, double RowsPerSecond, long Megabytes);
}
