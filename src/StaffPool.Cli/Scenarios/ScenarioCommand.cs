using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Documents.Scenarios.Reports;

namespace StaffPool.Cli.Scenarios;

/// <summary><c>staffpool scenario</c>: everything that a scenario declares, computed and held against what is expected.</summary>
internal sealed class ScenarioCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts, TimeProvider clock)
{
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
        if (request.Folder is { } folder && !Write(folder, run))
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

    private bool Write(string folder, ScenarioRun run)
    {
        try
        {
            foreach (var path in ReportFolder.Write(folder, run.Report, texts.Culture, DateOnly.FromDateTime(clock.GetLocalNow().DateTime)))
            {
                terminal.Messages.WriteLine(texts["output.written", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)]);
            }

            return true;
        }
        catch (PlanNotWrittenException e)
        {
            terminal.Messages.WriteLine(texts["output.failed", e.Folder, e.Reason]);
            terminal.Messages.WriteLine(texts["output.failed.advice"]);
            return false;
        }
    }
}
