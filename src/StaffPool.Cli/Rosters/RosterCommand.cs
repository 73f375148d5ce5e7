using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Rosters;

/// <summary><c>staffpool roster solve</c> and <c>roster check</c>.</summary>
internal sealed class RosterCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    public async Task<int> SolveAsync(RosterSolveRequest request)
    {
        return new RosterFiles(terminal, texts).Problem(request.Problem) is { } problem ? await SolveAsync(problem, request) : ExitCode.InvalidInput;
    }

    /// <param name="problem">What to plan.</param>
    /// <param name="request">How, from what, and where to.</param>
    public async Task<int> SolveAsync(RosterProblem problem, RosterSolveRequest request)
    {
        if (request.From is { } from)
        {
            if (new RosterFiles(terminal, texts).Result(from, problem, asInForce: true) is not { } inForce)
            {
                return ExitCode.InvalidInput;
            }

            problem = problem with { InForce = inForce };
            problem = request.Freeze is { } day ? problem.FrozenBefore(day) : problem;
        }

        var (result, exitCode) = await new Search(terminal, texts).RunAsync(
            (progress, stop) => useCases.SolveRoster(problem, request.Options, progress, stop), request.Quiet);
        if (result is null)
        {
            return exitCode;
        }

        var shown = new StandardOutput(terminal, texts).Show(() => new RosterReport(terminal.Output, texts).Write(result));
        var isWritten = request.Output is null || Write(request.Output, result);
        return !isWritten ? ExitCode.CannotWrite
            : shown != ExitCode.Success ? shown
            : result.Violations.AnyBlocking() ? ExitCode.Blocked
            : ExitCode.Success;
    }

    public int Check(string problemPath, string resultPath)
    {
        var files = new RosterFiles(terminal, texts);
        if (files.Problem(problemPath) is not { } problem || files.Result(resultPath, problem, asInForce: false) is not { } roster)
        {
            return ExitCode.InvalidInput;
        }

        var violations = RosterChecker.Check(problem, roster);
        return new StandardOutput(terminal, texts).Show(() => new CheckerReport(terminal.Output, texts).Write(violations, allWarnings: true)) is var shown and not ExitCode.Success ? shown
            : violations.AnyBlocking() ? ExitCode.Blocked
            : ExitCode.Success;
    }

    private bool Write(string path, RosterResult result)
    {
        try
        {
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
            {
                Directory.CreateDirectory(folder);
            }

            // Written whole or not at all: the roster that stands there may be the one in force.
            var draft = path + ".tmp";
            using (var stream = File.Create(draft))
            {
                RosterJson.WriteResult(stream, result, texts.Culture);
            }

            File.Move(draft, path, overwrite: true);
            terminal.Messages.WriteLine(texts["output.written", path]);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            terminal.Messages.WriteLine(texts["output.failed", path, e.Message]);
            return false;
        }
    }
}
