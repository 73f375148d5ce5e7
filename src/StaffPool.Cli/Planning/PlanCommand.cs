using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Planning;

/// <summary><c>staffpool plan</c>: plans a scenario, shows the result, writes it where asked.</summary>
internal sealed class PlanCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync(PlanRequest request, CancellationToken stop)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, request.Roads, stop) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        PlannedAllocation planned;
        try
        {
            planned = await SearchAsync(scenario, request);
        }
        catch (ContradictoryPinsException e)
        {
            terminal.Messages.WriteLine(texts["input.pins"]);
            new CheckerReport(terminal.Messages, texts).Write(e.Violations, allWarnings: true);
            terminal.Messages.WriteLine(texts["input.pins.advice"]);
            return ExitCode.InvalidInput;
        }
        catch (EngineUnavailableException e)
        {
            terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}", e.Detail]);
            terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}.advice"]);
            return ExitCode.EngineUnavailable;
        }
        catch (OperationCanceledException)
        {
            terminal.Messages.WriteLine(texts["summary.stopped-empty"]);
            return ExitCode.Stopped;
        }

        if (planned.Result is { End: AllocationEnd.Stopped, Plan.Assignments.Count: 0 } && planned.Problem.Demands.Any(d => d.HalfDays > 0))
        {
            terminal.Messages.WriteLine(texts["summary.stopped-empty"]);
            return ExitCode.Stopped;
        }

        var shown = Show(planned, request);
        var written = request.Folder is not { } folder || Write(folder, planned);
        return shown && written ? planned.CanBePublished ? ExitCode.Success : ExitCode.Blocked : ExitCode.CannotWrite;
    }

    private async Task<PlannedAllocation> SearchAsync(Scenario scenario, PlanRequest request)
    {
        var progress = new LiveProgress(terminal, texts);
        using var stop = new StopRequests(progress.SayStopping, Leave);
        // On another thread: what the planner does before it first waits must not hold up the progress.
        var search = Task.Run(() => useCases.Plan(scenario, request.Options, progress, stop.Token));
        if (!request.Quiet)
        {
            await progress.ShowUntilAsync(search);
        }

        return await search;
    }

    private void Leave(int exitCode)
    {
        // The shell's prompt goes below what stands of the progress.
        terminal.Messages.WriteLine();
        Environment.Exit(exitCode);
    }

    private bool Show(PlannedAllocation planned, PlanRequest request)
    {
        try
        {
            if (request.Json)
            {
                PlanJson.Write(terminal.RawOutput, planned, texts.Culture);
                terminal.RawOutput.Flush();
            }
            else
            {
                new PlanReport(terminal.Output, texts).Write(planned);
            }

            return true;
        }
        catch (IOException e)
        {
            // The standard output is a file on a full disk, or its reader is gone.
            terminal.Messages.WriteLine(texts["output.stdout-failed", e.Message]);
            SaveElsewhere(planned);
            return false;
        }
    }

    private bool Write(string folder, PlannedAllocation planned)
    {
        try
        {
            SayWritten(PlanFolder.Write(folder, planned, texts.Culture));
            return true;
        }
        catch (PlanNotWrittenException e)
        {
            terminal.Messages.WriteLine(texts["output.failed", e.Folder, e.Reason]);
            terminal.Messages.WriteLine(texts["output.failed.advice"]);
            SaveElsewhere(planned);
            return false;
        }
    }

    /// <summary>A plan that took minutes is not lost for a full disk: the temporary folder is often another one.</summary>
    private void SaveElsewhere(PlannedAllocation planned)
    {
        try
        {
            var written = PlanFolder.Write(Directory.CreateTempSubdirectory("staffpool-plan-").FullName, planned, texts.Culture);
            terminal.Messages.WriteLine(texts["output.saved-elsewhere", Path.GetDirectoryName(written[0])]);
        }
        catch (Exception e) when (e is PlanNotWrittenException or IOException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(texts["output.failed", Path.GetTempPath(), e.Message]);
        }
    }

    private void SayWritten(IReadOnlyList<string> paths)
    {
        foreach (var path in paths)
        {
            terminal.Messages.WriteLine(texts["output.written", Path.GetRelativePath(Directory.GetCurrentDirectory(), path)]);
        }
    }
}
