using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Documents.Scenarios;
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

        if (WithLine(scenario, request) is not { } asked)
        {
            return ExitCode.InvalidInput;
        }

        var (planned, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => request.Explain
                ? useCases.PlanAndExplain(asked, request.Options, progress, progress, stop)
                : useCases.Plan(asked, request.Options, progress, stop),
            request.Quiet);
        if (planned is null)
        {
            return exitCode;
        }

        if (planned.Result is { End: AllocationEnd.Stopped, Plan.Assignments.Count: 0 } && planned.Problem.Demands.Any(d => d.HalfDays > 0))
        {
            terminal.Messages.WriteLine(texts["summary.stopped-empty"]);
            return ExitCode.Stopped;
        }

        if (request.Explain && planned.Explanation is null)
        {
            terminal.Messages.WriteLine(texts["explain.none"]);
        }

        var shown = Show(planned, request);
        var written = request.Folder is not { } folder || Write(folder, planned);
        return shown && written ? planned.CanBePublished ? ExitCode.Success : ExitCode.Blocked : ExitCode.CannotWrite;
    }

    /// <summary>The scenario with the plan in force and the pins of the command line; null once what is wrong is said.</summary>
    private Scenario? WithLine(Scenario scenario, PlanRequest request)
    {
        var (pins, problems) = ChangeReader.ReadPins(scenario, request.Pins);
        foreach (var problem in problems)
        {
            inputs.WriteProblem($"--pin {request.Pins[problem.Line - 1]}", problem.Message.In(texts.Culture), problem.Advice.In(texts.Culture));
        }

        var continued = request.From is { } path ? new PlanFiles(inputs, terminal, texts).WithPlanInForce(path, scenario) : scenario;
        if (problems.Count > 0 || continued is null)
        {
            return null;
        }

        // What is said on the line is said last: it replaces the scenario's pin of the same cell.
        var replaced = pins.Select(p => (p.Professional, p.Need)).ToHashSet();
        return continued with
        {
            Pins = [.. scenario.Pins.Where(p => !replaced.Contains((p.Professional, p.Need))), .. pins],
        };
    }

    private bool Show(PlannedAllocation planned, PlanRequest request)
    {
        var output = new StandardOutput(terminal, texts);
        var exitCode = request.Json
            ? output.Write(stream => PlanJson.Write(stream, planned, texts.Culture))
            : output.Show(() => new PlanReport(terminal.Output, texts).Write(planned));
        if (exitCode == ExitCode.Success)
        {
            return true;
        }

        SaveElsewhere(planned);
        return false;
    }

    private bool Write(string folder, PlannedAllocation planned)
    {
        var isWritten = new OutputFolder(terminal, texts).Write(() => PlanFolder.Write(folder, planned, texts.Culture));
        if (!isWritten)
        {
            SaveElsewhere(planned);
        }

        return isWritten;
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
}
