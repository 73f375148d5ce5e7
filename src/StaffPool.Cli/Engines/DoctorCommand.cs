using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Solver.Engines;

namespace StaffPool.Cli.Engines;

/// <summary>
/// <c>staffpool doctor</c>: which engine is in use for what, proven by letting each solve a small model, and what would
/// make it faster.
/// </summary>
internal sealed class DoctorCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync()
    {
        var installed = useCases.InspectEngines();
        terminal.Messages.WriteLine(texts["doctor.probing"]);
        var probes = await useCases.ProbeEngines();
        Tables.WriteTitle(terminal.Output, texts["doctor.title"]);
        if (probes.Count == 0)
        {
            terminal.Output.Write(new Text(texts["doctor.none"] + "\n", Tables.Bad));
        }
        else
        {
            WriteProbes(probes);
        }

        WriteMachine(installed);
        WriteAdvice(installed);
        var ready = probes.Any(p => p.Failure is null);
        terminal.Output.WriteLine();
        terminal.Output.Write(new Text(texts[ready ? "doctor.ready" : "doctor.not-ready"] + "\n", ready ? Tables.Good : Tables.Bad));
        return ready ? ExitCode.Success : ExitCode.EngineUnavailable;
    }

    private void WriteProbes(IReadOnlyList<EngineProbe> probes)
    {
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["doctor.engine"]))
            .AddColumn(Tables.Words(texts["doctor.version"]))
            .AddColumn(Tables.Words(texts["doctor.host"]))
            .AddColumn(Tables.Words(texts["doctor.role"]))
            .AddColumn(Tables.Words(texts["doctor.proof"]));
        var hasNative = probes.Any(p => p is { Host: "native", Failure: null });
        foreach (var probe in probes)
        {
            var unused = hasNative && probe is { Host: "portable", Engine: EngineKind.CpSat };
            table.AddRow(
                new Text(texts[$"doctor.{(probe.Engine == EngineKind.CpSat ? "cp-sat" : "highs")}"], Tables.Strong),
                new Text(probe.Version ?? ""),
                new Text(texts[$"doctor.host.{probe.Host}", probe.Runtime]),
                new Text(texts[unused ? "doctor.role.unused" : $"doctor.role.{probe.Engine}"], unused ? Tables.Faint : Style.Plain),
                probe.Failure is { } failure
                    ? new Text(texts["doctor.proof.failed", failure], Tables.Bad)
                    : new Text(texts["doctor.proof.passed", texts.Duration(probe.Elapsed)], Tables.Good));
        }

        terminal.Output.Write(table);
    }

    private void WriteMachine(EngineReport installed)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadRight(3)).AddColumn();
        Line("doctor.workers", texts["doctor.workers.value", installed.Workers, texts.Count("doctor.cores", Environment.ProcessorCount)]);
        Line("doctor.folder.portable", Folder(installed.Portable));
        Line("doctor.folder.native", Folder(installed.Native));
        Line("doctor.node", installed.NodePath is { } path ? $"{installed.NodeVersion}, {path}" : texts["report.none"]);
        Line("doctor.runtime", Environment.Version.ToString());
        terminal.Output.Write(grid);

        void Line(string key, string value) => grid.AddRow(new Text(texts[key], Tables.Faint), new Text(value));
    }

    private string Folder(EngineHostReport host) => host.Available ? host.Location : texts["doctor.missing", host.Location];

    private void WriteAdvice(EngineReport installed)
    {
        if (!installed.Portable.Available)
        {
            Say(texts["doctor.advice.portable"]);
        }
        else if (installed.HasSlowNode)
        {
            Say(texts["doctor.advice.node", installed.NodeVersion]);
        }

        if (!installed.Native.Available)
        {
            Say(texts["doctor.advice.native"]);
            // Not wrapped, so that it can be copied.
            terminal.Output.Profile.Out.Writer.WriteLine($"  {EngineCatalog.NativeBuildCommand}");
        }

        void Say(string advice)
        {
            terminal.Output.WriteLine();
            terminal.Output.WriteLine($"{texts["doctor.advice"]} · {advice}");
        }
    }
}
