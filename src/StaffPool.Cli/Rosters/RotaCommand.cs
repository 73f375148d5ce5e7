using Spectre.Console;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;

namespace StaffPool.Cli.Rosters;

/// <summary><c>staffpool rota</c>: nights and on-call duty shared by several establishments.</summary>
internal sealed class RotaCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    private readonly RosterFiles files = new(terminal, texts);

    public async Task<int> PlanAsync(RosterSolveRequest request)
    {
        if (files.Rota(request.Problem) is not { } rota || ProblemOf(rota) is not { } problem)
        {
            return ExitCode.InvalidInput;
        }

        var shown = new StandardOutput(terminal, texts).Show(() =>
        {
            Tables.WriteTitle(terminal.Output, texts["rota.zone.title", rota.Zone.Name, rota.Zone.Sites.Count, rota.Zone.Residents, rota.Terms.LinesFor(rota.Zone.Residents), rota.Nurses.Count]);
            new CheckerReport(terminal.Output, texts).Write(ZoneRules.Assess(rota.Zone, rota.Terms, rota.Nurses), allWarnings: false);
        });
        return shown != ExitCode.Success ? shown : await new RosterCommand(useCases, terminal, texts).SolveAsync(problem, request);
    }

    public async Task<int> AdviseAsync(string path, TimeSpan time)
    {
        if (files.Rota(path) is not { } rota)
        {
            return ExitCode.InvalidInput;
        }

        if (rota.Costs is not { } costs)
        {
            terminal.Messages.WriteLine(texts["rota.no-costs", path]);
            return ExitCode.InvalidInput;
        }

        var (advice, exitCode) = await new Search(terminal, texts).RunAsync(
            (_, stop) => useCases.AdviseZones(rota.Zone, rota.Terms, costs, time, stop), quiet: true);
        return advice is null ? exitCode : new StandardOutput(terminal, texts).Show(() => new ZonesReport(terminal.Output, texts).Write(rota, advice));
    }

    public int ShowLog(string path, string? rosterPath)
    {
        if (files.Rota(path) is not { } rota)
        {
            return ExitCode.InvalidInput;
        }

        IReadOnlyList<Violation> violations = [];
        if (rosterPath is not null)
        {
            if (ProblemOf(rota) is not { } problem || files.Result(rosterPath, problem, asInForce: false) is not { } roster)
            {
                return ExitCode.InvalidInput;
            }

            violations = [.. CallLog.Check(rota.Zone, problem, roster, rota.Calls), .. CallLog.Breaches(new RosterIndex(problem), roster, rota.Calls)];
        }

        return new StandardOutput(terminal, texts).Show(() => new CallLogReport(terminal.Output, texts).Write(rota, violations)) is var shown and not ExitCode.Success
            ? shown
            : violations.AnyBlocking() ? ExitCode.Blocked : ExitCode.Success;
    }

    private RosterProblem? ProblemOf(RotaFile rota)
    {
        if (rota.Nurses.Count == 0)
        {
            terminal.Messages.WriteLine(texts["rota.no-nurses"]);
            return null;
        }

        try
        {
            return RotaBuilder.Of(rota.Zone, rota.Terms, rota.Plan, rota.Nurses);
        }
        catch (DomainException e) when (e.Text is { } text)
        {
            terminal.Messages.WriteLine(text.In(texts.Culture));
            return null;
        }
    }
}
