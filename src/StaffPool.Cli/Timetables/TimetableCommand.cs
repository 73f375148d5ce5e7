using StaffPool.Application.Scenarios;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Timetables;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Timetables;

/// <summary><c>staffpool timetable</c>: from a plan to a cycle and the calendar of the period.</summary>
internal sealed class TimetableCommand(UseCases useCases, InputFiles inputs, Terminal terminal, CliTexts texts)
{
    public async Task<int> RunAsync(TimetableRequest request, CancellationToken stop)
    {
        if (await inputs.ReadScenarioAsync(request.Scenario, null, stop) is not { } scenario)
        {
            return ExitCode.InvalidInput;
        }

        var (plan, exitCode) = await PlanAsync(scenario, request);
        if (plan is null)
        {
            return exitCode;
        }

        var (planned, ended) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.PlanTimetable(scenario, plan, request.CycleWeeks, request.Options, progress, stop), request.Quiet);
        if (planned is null)
        {
            return ended;
        }

        var output = new StandardOutput(terminal, texts);
        var shown = request.Json
            ? output.Write(stream => TimetableJson.Write(stream, planned, texts.Culture))
            : output.Show(() => new TimetableReport(terminal.Output, texts).Write(scenario, planned));
        var files = new OutputFolder(terminal, texts);
        var written = request.Folder is not { } folder || files.Write(() => TimetableFolder.Write(folder, scenario, planned, texts.Culture));
        var exported = request.Roster is not { } rosterFolder || files.Write(() => TimetableRosterJson.Write(
            rosterFolder, TimetableRoster.Of(scenario.Title, planned.Problem, planned.Result.Timetable), texts.Culture));
        return shown == ExitCode.Success && written && exported ? planned.CanBePublished ? ExitCode.Success : ExitCode.Blocked : ExitCode.CannotWrite;
    }

    private async Task<(AllocationPlan? Plan, int ExitCode)> PlanAsync(Scenario scenario, TimetableRequest request)
    {
        if (request.Plan is { } path)
        {
            return (new PlanFiles(inputs, terminal, texts).Read(path, scenario, scenario.ToProblem()), ExitCode.InvalidInput);
        }

        var options = new AllocationOptions { Time = request.Options.Time, Seed = request.Options.Seed };
        var (planned, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.Plan(scenario, options, progress, stop), request.Quiet);
        return (planned?.Result.Plan, exitCode);
    }
}
