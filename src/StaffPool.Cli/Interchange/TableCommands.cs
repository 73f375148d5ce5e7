using Microsoft.EntityFrameworkCore;
using Spectre.Console;
using StaffPool.Application.Access;
using StaffPool.Application.Interchange;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Operations;
using StaffPool.Cli.Terminals;
using StaffPool.Data;
using StaffPool.Documents.Interchange;
using StaffPool.Documents.Scenarios.Rows;
using StaffPool.Domain.Geography;

namespace StaffPool.Cli.Interchange;

/// <summary><c>staffpool import-table</c> and <c>staffpool export</c>: the tables of a grouping, from and to files.</summary>
internal sealed class TableCommands(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    private const int MostShown = 50;

    private readonly TableFormat format = new();

    public Task<int> ImportAsync(TableRequest request, CancellationToken stop) => OnGroupingAsync(request, async (work, grouping) =>
    {
        var file = new SentFile(Path.GetFileName(request.File), await File.ReadAllBytesAsync(request.File, stop));
        var report = await new CompareTables(work, format).RunAsync(grouping, file, stop);
        foreach (var problem in report.Problems.Take(MostShown))
        {
            terminal.Messages.WriteLine(texts[
                "import-table.problem", problem.Sheet, FormattableString.Invariant($"{problem.Column}{problem.Line}"), problem.Header ?? "", problem.Message.In(texts.Culture)]);
        }

        foreach (var note in report.Notes)
        {
            terminal.Messages.WriteLine(note.In(texts.Culture));
        }

        if (!report.IsSound)
        {
            terminal.Messages.WriteLine(texts["import-table.refused", report.Problems.Count]);
            return ExitCode.InvalidInput;
        }

        if (!request.IsDry)
        {
            report = await new ImportTables(work, format).RunAsync(grouping, file, stop);
        }

        Show(report);
        terminal.Output.Write(new Text(texts[request.IsDry ? "import-table.dry" : "import-table.done"] + "\n", Tables.Good));
        return ExitCode.Success;
    }, stop);

    /// <summary>A scenario where the file is named .yaml, else a workbook.</summary>
    public Task<int> ExportAsync(TableRequest request, CancellationToken stop) => OnGroupingAsync(request, async (work, grouping) =>
    {
        var isScenario = Path.GetExtension(request.File) is ".yaml" or ".yml";
        if (!isScenario && Path.GetExtension(request.File) != ".xlsx")
        {
            terminal.Messages.WriteLine(texts["export.extension", request.File]);
            return ExitCode.Usage;
        }

        var content = isScenario
            ? await new ExportGrouping(work, new ScenarioFormat(CommuneDirectory.France)).RunAsync(grouping, new CampaignToExport(null), stop)
            : await new ExportTables(work, format).RunAsync(grouping, new TablesAsked(), stop);
        await File.WriteAllBytesAsync(request.File, content, stop);
        terminal.Output.Write(new Text(texts["export.done", request.File] + "\n", Tables.Good));
        return ExitCode.Success;
    }, stop);

    private async Task<int> OnGroupingAsync(TableRequest request, Func<Work, Guid, Task<int>> run, CancellationToken stop) =>
        await new OpenDatabase(terminal, texts).RunAsync(request.Place, mayBeNew: false, async database =>
        {
            if (await FindAsync(database, request.Grouping, stop) is not { } grouping)
            {
                terminal.Messages.WriteLine(texts["import-table.no-grouping", request.Grouping]);
                return ExitCode.InvalidInput;
            }

            try
            {
                return await run(new Work(database, new Operator(FirstAdministrator.ServiceName), clock), grouping);
            }
            catch (RefusedException refused)
            {
                foreach (var reason in refused.Reasons)
                {
                    terminal.Messages.WriteLine(reason.Message.In(texts.Culture));
                }

                return ExitCode.InvalidInput;
            }
            catch (FileNotFoundException missing)
            {
                terminal.Messages.WriteLine(texts["import-table.no-file", missing.FileName ?? request.File]);
                return ExitCode.InvalidInput;
            }
        });

    private static async Task<Guid?> FindAsync(ServiceDatabase database, string code, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters().Where(g => g.Code == code).Select(g => (Guid?)g.Id).SingleOrDefaultAsync(stop);
    }

    private void Show(ImportReport report)
    {
        var table = Tables.New().AddColumn(Tables.Words(texts["import-table.table"]));
        foreach (var key in (string[])["added", "changed", "unchanged", "left-alone"])
        {
            table.AddColumn(Tables.Figures(texts[$"import-table.{key}"]));
        }

        foreach (var sheet in report.Sheets)
        {
            table.AddRow([new Text(sheet.Title), .. new[] { sheet.Added, sheet.Changed, sheet.Unchanged, sheet.LeftAlone }.Select(n => new Text(n.ToString("#,0", texts.Culture)))]);
        }

        terminal.Output.Write(table);
    }
}
