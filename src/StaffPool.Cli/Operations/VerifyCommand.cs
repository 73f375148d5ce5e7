using Spectre.Console;
using StaffPool.Cli.Audit;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Data.Operations;

namespace StaffPool.Cli.Operations;

/// <summary><c>staffpool verify</c>: whether the database is whole, and how much is in it.</summary>
internal sealed class VerifyCommand(Terminal terminal, CliTexts texts)
{
    public Task<int> RunAsync(DatabasePlace place, CancellationToken stop) =>
        new OpenDatabase(terminal, texts).RunAsync(place, mayBeNew: false, async database =>
        {
            terminal.Messages.WriteLine(texts["verify.running", database.Description]);
            var report = await DatabaseCheck.RunAsync(database, stop);
            if (report.Tables.Count > 0)
            {
                WriteTables(report.Tables);
                new AuditReportTable(terminal, texts).Write(report.Audit);
            }

            foreach (var flaw in report.Flaws)
            {
                WriteBad(texts[$"verify.{flaw.Kind}", flaw.Detail]);
            }

            if (report.PendingMigrations.Count > 0)
            {
                WriteBad(texts.Count("verify.pending", report.PendingMigrations.Count));
            }

            terminal.Output.Write(new Text(texts[report.IsSound ? "verify.sound" : "verify.unsound"] + "\n", report.IsSound ? Tables.Good : Tables.Bad));
            return report.IsSound ? ExitCode.Success : ExitCode.Blocked;
        });

    private void WriteTables(IReadOnlyList<TableCount> counts)
    {
        var table = Tables.New().AddColumn(Tables.Words(texts["verify.table"])).AddColumn(Tables.Figures(texts["verify.rows"]));
        foreach (var count in counts)
        {
            table.AddRow(new Text(count.Table), new Text(count.Rows.ToString("#,0", texts.Culture)));
        }

        terminal.Output.Write(table);
    }

    private void WriteBad(string message) => terminal.Output.Write(new Text(message + "\n", Tables.Bad));
}
