using Spectre.Console;
using StaffPool.Application.Rosters;
using StaffPool.Cli.Commands;
using StaffPool.Cli.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Rosters;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Rosters;

/// <summary><c>staffpool bench roster</c>: rotas of a year and the published duel, planned and changed.</summary>
internal sealed class RosterBenchCommand(UseCases useCases, Terminal terminal, CliTexts texts)
{
    /// <summary>The scenario of the duel of 6 March 2025.</summary>
    public const string Duel = "duel";

    private const string DuelFolder = "duel-2025";

    // The tenth of the month is the last day before the ten fall ill.
    private static readonly DateOnly DuelEvent = new(2025, 3, 11);

    private static readonly (string Size, TimeSpan Time)[] Sizes =
    [
        ("6", TimeSpan.FromSeconds(15)), ("12", TimeSpan.FromSeconds(30)), ("18", TimeSpan.FromSeconds(45)), ("30", TimeSpan.FromSeconds(60)), (Duel, TimeSpan.FromSeconds(90)),
    ];

    public async Task<int> RunAsync(RosterBenchRequest request)
    {
        var asked = request.Size is { } one ? [(one, Sizes.FirstOrDefault(s => s.Size == one, Sizes[^1]).Time)] : Sizes;
        foreach (var (size, usual) in asked)
        {
            if ((size == Duel ? DuelCase() : BenchRotas.Of(int.Parse(size, System.Globalization.CultureInfo.InvariantCulture))) is not { } problem)
            {
                return ExitCode.InvalidInput;
            }

            var (bench, exitCode) = await new Search(terminal, texts).RunAsync(
                (progress, stop) => useCases.BenchRoster(problem, request.Time ?? usual, progress, stop), request.Quiet, "bench.stopped");
            if (bench is null)
            {
                return exitCode;
            }

            var written = new StandardOutput(terminal, texts).Show(() => Write(bench, request.Json));
            if (written != ExitCode.Success || bench.Breaches > 0)
            {
                return written == ExitCode.Success ? ExitCode.Blocked : written;
            }
        }

        return ExitCode.Success;
    }

    private RosterBenchCase? DuelCase()
    {
        var files = new RosterFiles(terminal, texts);
        return ScenarioLocator.OfProcess().FindFolder(DuelFolder) is not { } folder ? Missing()
            : files.Problem(Path.Combine(folder, "problem.json")) is { } problem && files.Problem(Path.Combine(folder, "replan.json")) is { } changed
                ? new RosterBenchCase(Duel, problem, changed, DuelEvent)
                : null;
    }

    private RosterBenchCase? Missing()
    {
        terminal.Messages.WriteLine(texts["input.scenario-not-found", DuelFolder]);
        return null;
    }

    private void Write(RosterBench bench, bool json)
    {
        if (json)
        {
            terminal.Output.Profile.Out.Writer.WriteLine(RosterBenchJson.Of(bench));
            return;
        }

        var problem = bench.Case.Problem;
        Tables.WriteTitle(terminal.Output, texts["bench.roster.title", problem.Name, problem.People.Count, problem.Tasks.Sum(t => t.Required), texts.Duration(bench.Time)]);
        var table = Tables.New();
        table.AddColumn(Tables.Words(texts["bench.column.method"]));
        foreach (var column in (string[])["uncovered", "notified", "moved", "wishes", "bound", "gap", "first", "end"])
        {
            table.AddColumn(Tables.Figures(texts[$"bench.roster.{column}"]));
        }

        Row(table, "bench.roster.plan", bench.First, bench.First.Score, isReplan: false);
        Row(table, "bench.roster.replan", bench.Replan, bench.Replan.Score, isReplan: true);
        Row(table, "bench.roster.scratch", bench.Scratch, bench.ScratchScore, isReplan: true);
        terminal.Output.Write(table);
        terminal.Output.WriteLine(texts["bench.roster.engines", string.Join(", ", bench.First.Engines)]);
        if (bench.Breaches > 0)
        {
            terminal.Output.WriteLine(texts["bench.breaches", bench.Breaches]);
        }
    }

    private void Row(Table table, string name, RosterResult result, RosterScore score, bool isReplan)
    {
        var wishes = result.Levels[^1];
        table.AddRow(
            texts[name],
            texts["roster.figure", score.Uncovered],
            isReplan ? texts["roster.figure", score.Notified] : texts["bench.not-reached"],
            isReplan ? texts["roster.figure", score.Moved] : texts["bench.not-reached"],
            texts["roster.figure", wishes.Value],
            texts["roster.figure", wishes.Bound],
            texts["bench.percent", wishes.Gap],
            texts.Duration(result.FirstRoster),
            texts.Duration(result.Elapsed));
    }
}
