using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Hosting.Bench;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Hosting;

/// <summary><c>staffpool bench jobs</c>: background work of real processes, and one of them killed.</summary>
internal sealed class JobsBenchCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    public Task<int> RunAsync(JobsBenchRequest request) => new ServiceMeasurement(terminal, texts).RunAsync(async stop =>
    {
        terminal.Messages.WriteLine(texts["bench.jobs.measures", request.Runs, request.Starts]);
        var measured = await new JobsBench(request.Postgres, texts["serve.stop"], clock).RunAsync(request.Runs, request.Starts, stop);
        if (request.Json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(measured.ToJson());
        }

        var written = request.Json ? ExitCode.Success : new StandardOutput(terminal, texts).Show(() => Write(measured));
        if (measured.Failed > 0)
        {
            terminal.Messages.WriteLine(texts["bench.jobs.failed", measured.Failed]);
            return ExitCode.Blocked;
        }

        return written;
    });

    private void Write(JobsFigures measured)
    {
        Tables.WriteTitle(terminal.Output, texts["bench.jobs.title", measured.Database, measured.Runs]);
        var table = Tables.New().AddColumn(Tables.Words(texts["bench.service.figure"])).AddColumn(Tables.Figures(measured.Database));
        Row(table, "one-worker", texts["bench.jobs.per-second", measured.OneWorker]);
        Row(table, "two-workers", measured.TwoWorkers is { } two ? texts["bench.jobs.per-second-ratio", two, two / measured.OneWorker] : texts["bench.jobs.one-process"]);
        Row(table, "start", texts["bench.service.milliseconds", measured.StartMedian.TotalMilliseconds, measured.StartLate.TotalMilliseconds]);
        Row(table, "take-over", texts["bench.jobs.seconds", measured.TakeOver.TotalSeconds]);
        Row(table, "web", Memory(measured.Web));
        Row(table, "worker", measured.Worker is { } worker ? Memory(worker) : texts["bench.jobs.one-process"]);
        terminal.Output.Write(table);
    }

    private string Memory(MemoryFigures memory) => texts["bench.service.mebibytes", memory.Rest >> 20, memory.Peak >> 20];

    private void Row(Table table, string key, string figure) => table.AddRow(texts[$"bench.jobs.{key}"], figure);
}
