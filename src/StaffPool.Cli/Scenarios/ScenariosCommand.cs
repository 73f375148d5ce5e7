using System.Text.Json;
using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;

namespace StaffPool.Cli.Scenarios;

/// <summary><c>staffpool scenarios</c>: every known scenario, one line each.</summary>
internal sealed class ScenariosCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync(ScenariosRequest request)
    {
        var runs = new ScenarioRuns(useCases, inputs, terminal, texts);
        var lines = new List<(string Name, int Facts, IReadOnlyList<string> Failures)>();
        foreach (var name in ScenarioLocator.OfProcess().KnownNames())
        {
            var (run, _) = await runs.RunAsync(name, request.Options, quiet: !terminal.IsLive);
            var line = run is null
                ? (name, 0, [texts["scenarios.not-run"]])
                : (name, run.Facts.Count, (IReadOnlyList<string>)[.. run.Failures.Select(f => f.In(texts.Culture))]);
            lines.Add(line);
            Show(line, request.Json ? terminal.Messages : terminal.Output);
        }

        var shown = request.Json ? new StandardOutput(terminal, texts).Write(stream => WriteJson(stream, lines)) : ExitCode.Success;
        return shown != ExitCode.Success ? shown : lines.Exists(l => l.Failures.Count > 0) ? ExitCode.Blocked : ExitCode.Success;
    }

    /// <summary>As each ends; beside a document that is the only thing on the standard output, among the messages.</summary>
    private void Show((string Name, int Facts, IReadOnlyList<string> Failures) line, IAnsiConsole console)
    {
        console.Write(new Text(
            texts["scenarios.line", line.Name, line.Facts, line.Failures.Count] + "\n", line.Failures.Count == 0 ? Tables.Good : Tables.Bad));
        foreach (var failure in line.Failures)
        {
            Tables.WriteLine(console, 2, failure);
        }
    }

    private static void WriteJson(Stream stream, IEnumerable<(string Name, int Facts, IReadOnlyList<string> Failures)> lines)
    {
        using var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" });
        json.WriteStartArray();
        foreach (var line in lines)
        {
            json.WriteStartObject();
            json.WriteString("scenario", line.Name);
            json.WriteNumber("facts", line.Facts);
            json.WriteStartArray("failures");
            foreach (var failure in line.Failures)
            {
                json.WriteStringValue(failure);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
