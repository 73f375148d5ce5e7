using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Scenarios.Reports;

namespace StaffPool.Cli.Scenarios;

/// <summary><c>staffpool scenario</c>: everything that a scenario declares, computed and held against what is expected.</summary>
internal sealed class ScenarioCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().DateTime);

    public async Task<int> RunAsync(ScenarioRequest request)
    {
        var (run, exitCode) = await new ScenarioRuns(useCases, inputs, terminal, texts).RunAsync(request.Scenario, request.Options, quiet: false);
        if (run is null)
        {
            return exitCode;
        }

        var output = new StandardOutput(terminal, texts);
        var shown = request.Json
            ? output.Write(stream => ReportJson.Write(stream, run.Report, texts.Culture))
            : output.Show(() => new ReportTables(terminal.Output, texts, request.Trace).Write(run.Report));
        if (request.Folder is { } folder && !new OutputFolder(terminal, texts).Write(() => ReportFolder.Write(folder, run.Report, texts.Culture, Today)))
        {
            return ExitCode.CannotWrite;
        }

        foreach (var failure in run.Failures)
        {
            terminal.Messages.WriteLine(failure.In(texts.Culture));
        }

        terminal.Messages.WriteLine(texts["scenario.facts", run.Facts.Count, run.Failures.Count]);
        return shown != ExitCode.Success ? shown : run.Failures.Count > 0 ? ExitCode.Blocked : ExitCode.Success;
    }
}
