using System.CommandLine;
using System.Globalization;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Commands;

/// <summary><c>roster solve</c> and <c>roster check</c> on the command line.</summary>
internal sealed class RosterLine
{
    private readonly Argument<string> problem;
    private readonly Argument<string> result;
    private readonly Option<TimeSpan> time;
    private readonly Option<int> seed;
    private readonly Option<string?> output;
    private readonly Option<string?> from;
    private readonly Option<DateOnly?> freeze;
    private readonly SearchLine search;

    public RosterLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        var defaults = new RosterOptions();
        problem = new("problem") { Description = texts["argument.roster"], HelpName = texts["help.value.roster"] };
        result = new("result") { Description = texts["argument.roster-result"], HelpName = texts["help.value.roster-result"] };
        time = ValuedOption.Of(texts, "time", defaults.Time, text => TimeArgument.Parse(text), "time.roster");
        seed = ValuedOption.Of(texts, "seed", defaults.Seed, text => ValuedOption.Whole(text) is { } n and <= int.MaxValue / 2000 ? (int)n : null);
        output = ValuedOption.Path(texts, "out", "out.roster");
        from = ValuedOption.Path(texts, "from", "from.roster");
        freeze = ValuedOption.Of(texts, "freeze", (DateOnly?)null, DayOf);
        Solve = new Command("solve", texts["roster.solve.description"]) { problem, time, from, freeze, output, seed, search.Quiet };
        Check = new Command("check", texts["roster.check.description"]) { problem, result };
        Command = new Command("roster", texts["roster.description"]) { Solve, Check };
    }

    public Command Command { get; }

    public Command Solve { get; }

    public Command Check { get; }

    public RosterSolveRequest SolveRequestOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(problem),
        new RosterOptions { Time = parsed.GetValue(time), Seed = parsed.GetValue(seed) },
        parsed.GetValue(from),
        parsed.GetValue(output),
        parsed.GetValue(freeze),
        parsed.GetValue(search.Quiet));

    public (string Problem, string Result) CheckRequestOf(ParseResult parsed) => (parsed.GetRequiredValue(problem), parsed.GetRequiredValue(result));

    private static object? DayOf(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

/// <param name="Problem">File.</param>
/// <param name="Options">How long to search.</param>
/// <param name="From">Result file of the roster in force, null to plan anew.</param>
/// <param name="Output">File to write, null for none.</param>
/// <param name="Freeze">What starts before this day stays as it is in force; null for nothing.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record RosterSolveRequest(string Problem, RosterOptions Options, string? From, string? Output, DateOnly? Freeze, bool Quiet);
