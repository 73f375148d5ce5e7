using System.CommandLine;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Commands;

/// <summary><c>rota plan</c>, <c>rota zones</c> and <c>rota log</c> on the command line.</summary>
internal sealed class RotaLine
{
    private readonly Argument<string> file;
    private readonly Option<TimeSpan> time;
    private readonly Option<string?> from;
    private readonly Option<string?> output;
    private readonly SearchLine search;

    public RotaLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        file = new("rota") { Description = texts["argument.rota"], HelpName = texts["help.value.rota"] };
        time = ValuedOption.Of(texts, "time", new RosterOptions().Time, text => TimeArgument.Parse(text), "time.roster");
        from = ValuedOption.Path(texts, "from", "from.roster");
        output = ValuedOption.Path(texts, "out", "out.roster");
        Plan = new Command("plan", texts["rota.plan.description"]) { file, time, from, output, search.Quiet };
        Zones = new Command("zones", texts["rota.zones.description"]) { file, time, search.Quiet };
        Log = new Command("log", texts["rota.log.description"]) { file, from };
        Command = new Command("rota", texts["rota.description"]) { Plan, Zones, Log };
    }

    public Command Command { get; }

    public Command Plan { get; }

    public Command Zones { get; }

    public Command Log { get; }

    public RosterSolveRequest RequestOf(ParseResult parsed) => new(
        parsed.GetRequiredValue(file),
        new RosterOptions { Time = parsed.GetValue(time) },
        parsed.GetValue(from),
        parsed.GetValue(output),
        null,
        parsed.GetValue(search.Quiet));

    public (string File, TimeSpan Time) ZonesOf(ParseResult parsed) => (parsed.GetRequiredValue(file), parsed.GetValue(time));

    public (string File, string? Roster) LogOf(ParseResult parsed) => (parsed.GetRequiredValue(file), parsed.GetValue(from));
}
