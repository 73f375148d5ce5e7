using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Hosting.Bench;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Hosting;

/// <summary><c>staffpool bench service</c>: the service under load, on generated groupings.</summary>
internal sealed class ServiceBenchCommand(Terminal terminal, CliTexts texts, TimeProvider clock)
{
    public Task<int> RunAsync(ServiceBenchRequest request) => new ServiceMeasurement(terminal, texts).RunAsync(async stop =>
    {
        var measured = new List<ServiceFigures>();
        foreach (var groupings in request.Groupings)
        {
            var clients = (int)Math.Min(request.Clients, (long)groupings * request.Members);
            terminal.Messages.WriteLine(texts["bench.service.measures", groupings, request.Members]);
            var size = new ServiceSize(groupings, request.Members, clients, request.Time, request.ThroughApi);
            measured.Add(await new ServiceBench(request.Postgres, clock).RunAsync(size, stop));
            if (request.Json)
            {
                terminal.Output.Profile.Out.Writer.WriteLine(measured[^1].ToJson());
            }
        }

        var written = request.Json ? ExitCode.Success : new StandardOutput(terminal, texts).Show(() => Write(measured));
        foreach (var failed in measured.Where(m => !m.IsSound))
        {
            terminal.Messages.WriteLine(texts["bench.service.failed", failed.Read.Failed + failed.Write.Failed, failed.Size.Groupings, failed.Failure]);
        }

        return measured.TrueForAll(m => m.IsSound) ? written : ExitCode.Blocked;
    });

    private void Write(List<ServiceFigures> measured)
    {
        var first = measured[0];
        Tables.WriteTitle(terminal.Output, texts[first.Size.ThroughApi ? "bench.service.title-api" : "bench.service.title", first.Database, first.Size.Members, first.Size.Clients, texts.Duration(first.Size.Time)]);
        var table = Tables.New().AddColumn(Tables.Words(texts["bench.service.figure"]));
        foreach (var one in measured)
        {
            table.AddColumn(Tables.Figures(texts.Count("bench.service.groupings", one.Size.Groupings)));
        }

        Row(table, measured, "read", m => Phase(m.Read));
        Row(table, measured, "write", m => Phase(m.Write));
        Row(table, measured, "processor", m => texts["bench.service.milliseconds", m.Read.Processor.TotalMilliseconds, m.Write.Processor.TotalMilliseconds]);
        Row(table, measured, "refused", m => texts["bench.service.count", m.Read.Refused + m.Write.Refused]);
        Row(table, measured, "failures", m => texts["bench.service.count", m.Read.Failed + m.Write.Failed]);
        Row(table, measured, "memory", m => texts["bench.service.mebibytes", m.MemoryAtRest >> 20, m.MemoryPeak >> 20]);
        Row(table, measured, "start", m => texts["bench.service.starts", m.FirstStart.TotalSeconds, m.Start.TotalSeconds]);
        Row(table, measured, "size", m => texts["bench.service.size-of", m.DatabaseSize / (double)(1 << 20)]);
        terminal.Output.Write(table);
    }

    private string Phase(PhaseFigures phase) =>
        texts["bench.service.phase", phase.PerSecond, phase.Median.TotalMilliseconds, phase.Late.TotalMilliseconds];

    private void Row(Table table, List<ServiceFigures> measured, string key, Func<ServiceFigures, string> figure) =>
        table.AddRow([texts[$"bench.service.{key}"], .. measured.Select(figure)]);
}
