using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Planning;
using StaffPool.Documents.Scenarios;
using StaffPool.Domain.Planning;
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
            (progress, stop) => useCases.Plan(asked, request.Options, progress, stop), request.Quiet);
        if (planned is null)
        {
            return exitCode;
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

    /// <summary>The scenario with the plan in force and the pins of the command line; null once what is wrong is said.</summary>
    private Scenario? WithLine(Scenario scenario, PlanRequest request)
    {
        var (pins, problems) = ChangeReader.ReadPins(scenario, request.Pins);
        foreach (var problem in problems)
        {
            inputs.WriteProblem($"--pin {request.Pins[problem.Line - 1]}", problem.Message.In(texts.Culture), problem.Advice.In(texts.Culture));
        }

        var inForce = request.From is not { } path ? scenario.PlanInForce
            : new PlanFiles(inputs, terminal, texts).Read(path, scenario, scenario.ToProblem(), asPlanInForce: true) is { } read
                ? new AllocationPlan(scenario.Period, [.. read.Assignments.Where(a => a.HalfDays > 0)])
                : null;
        if (problems.Count > 0 || (request.From is not null && inForce is null))
        {
            return null;
        }

        // What is said on the line is said last: it replaces the scenario's pin of the same cell.
        var replaced = pins.Select(p => (p.Professional, p.Need)).ToHashSet();
        return scenario with
        {
            PlanInForce = inForce,
            Pins = [.. scenario.Pins.Where(p => !replaced.Contains((p.Professional, p.Need))), .. pins],
        };
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
