using System.Globalization;
using Spectre.Console;
using StaffPool.Cli.Terminals;
using StaffPool.Solver.Engines;

namespace StaffPool.Cli.Engines;

/// <summary><c>staffpool doctor</c>: which engines are in use here, and what would make it faster.</summary>
internal sealed class DoctorCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    // From this one on, the WebAssembly engines run on promise integration (JSPI).
    private const int FastNode = 25;

    public int Run()
    {
        var state = useCases.InspectEngines();
        var table = Tables.New()
            .AddColumn(Tables.Words(texts["doctor.part"]))
            .AddColumn(Tables.Words(texts["doctor.state"]))
            .AddColumn(Tables.Words(texts["doctor.detail"]));
        Row("doctor.cp-sat", state.CpSatHost is not null, ServedBy(state.CpSatHost));
        Row("doctor.highs", state.HighsHost is not null, ServedBy(state.HighsHost));
        Row("doctor.native", state.Native.Available, state.Native.Location);
        Row("doctor.portable", state.Portable.Available, state.Portable.Location);
        Row("doctor.node", state.NodeVersion is not null, string.Join(", ", new[] { state.NodeVersion, state.NodePath }.OfType<string>()));
        table.AddRow(
            new Text(texts["doctor.workers"]),
            new Text(state.Workers.ToString(texts.Culture)),
            new Text(texts.Count("doctor.cores", Environment.ProcessorCount)));
        table.AddRow(new Text(texts["doctor.runtime"]), new Text(Environment.Version.ToString()), new Text(""));
        Tables.WriteTitle(terminal.Output, texts["doctor.title"]);
        terminal.Output.Write(table);
        WriteAdvice(state);

        var ready = state.CpSatHost is not null || state.HighsHost is not null;
        terminal.Output.WriteLine(texts[ready ? "doctor.ready" : "doctor.not-ready"]);
        return ready ? ExitCode.Success : ExitCode.EngineUnavailable;

        void Row(string key, bool available, string detail) => table.AddRow(
            new Text(texts[key]),
            available ? new Text(texts["doctor.available"], Tables.Good) : new Text(texts["doctor.absent"], Tables.Doubtful),
            new Text(detail));
    }

    private string ServedBy(string? host) => host is null ? "" : texts[$"doctor.served-by.{host}"];

    private void WriteAdvice(EngineReport state)
    {
        if (!state.Portable.Available)
        {
            Say(texts["doctor.advice.portable"]);
        }
        else if (state.NodeVersion is { } version && Major(version) < FastNode)
        {
            Say(texts["doctor.advice.node", version]);
        }

        if (state.Native.WhatToDo is { } command)
        {
            Say(texts["doctor.advice.native"]);
            // Not wrapped, so that it can be copied.
            terminal.Output.Profile.Out.Writer.WriteLine($"  {command}");
        }

        void Say(string advice) => terminal.Output.WriteLine($"{texts["doctor.advice"]} · {advice}");
    }

    private static int Major(string version) =>
        int.TryParse(version.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major) ? major : 0;
}
