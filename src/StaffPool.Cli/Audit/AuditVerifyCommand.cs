using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Operations;
using StaffPool.Cli.Terminals;
using StaffPool.Data.Audit;

namespace StaffPool.Cli.Audit;

/// <summary><c>staffpool audit verify</c>: whether the log is what was written, from its first entry.</summary>
internal sealed class AuditVerifyCommand(Terminal terminal, CliTexts texts)
{
    public Task<int> RunAsync(DatabasePlace place, IReadOnlyList<string> expected, CancellationToken stop) =>
        new OpenDatabase(terminal, texts).RunAsync(place, mayBeNew: false, async database =>
        {
            var report = await AuditCheck.RunAsync(database, expected, stop);
            new AuditReportTable(terminal, texts).Write(report.Chains);
            foreach (var hash in report.NotFound)
            {
                terminal.Output.Write(new Text(texts["audit.not-found", hash] + "\n", Tables.Bad));
            }

            terminal.Output.Write(new Text(
                texts[report.IsIntact ? "audit.intact" : "audit.broken"] + "\n", report.IsIntact ? Tables.Good : Tables.Bad));
            return report.IsIntact ? ExitCode.Success : ExitCode.Blocked;
        });
}
