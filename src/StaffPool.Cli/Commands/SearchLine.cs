using System.CommandLine;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Commands;

/// <summary>What the commands that search have in common: the scenario, how long and how, what to show.</summary>
internal sealed class SearchLine
{
    public const string DefaultScenario = "centre-de-picardie";

    private readonly Option<int> seed;
    private readonly Option<long?> steps;
    private readonly Option<EngineChoice> engine;

    public SearchLine(CliTexts texts)
    {
        var defaults = new AllocationOptions();
        Scenario = new("scenario") { Description = texts["argument.scenario"], HelpName = texts["help.value.scenario"], Arity = ArgumentArity.ZeroOrOne };
        Quiet = new("--quiet", "-q") { Description = texts["option.quiet"], Arity = ArgumentArity.Zero };
        seed = ValuedOption.Of(texts, "seed", defaults.Seed, text => ValuedOption.Whole(text) is { } n and <= int.MaxValue ? (int)n : null);
        Time = ValuedOption.Of(texts, "time", defaults.Time, TimeArgument.Parse);
        steps = ValuedOption.Of(texts, "steps", (long?)null, text => ValuedOption.Whole(text) is { } n and > 0 ? n : null);
        engine = ValuedOption.Of(texts, "engine", EngineChoice.Auto, EngineOf);
    }

    public Argument<string?> Scenario { get; }

    public Option<bool> Quiet { get; }

    public Option<TimeSpan> Time { get; }

    public IEnumerable<Option> Options => [Time, seed, steps, engine];

    public string ScenarioOf(ParseResult result) => result.GetValue(Scenario) ?? DefaultScenario;

    public AllocationOptions OptionsOf(ParseResult result) => new()
    {
        Time = result.GetValue(Time),
        Seed = result.GetValue(seed),
        Steps = result.GetValue(steps),
        Engine = result.GetValue(engine),
    };

    private static EngineChoice? EngineOf(string text) => text switch
    {
        "auto" => EngineChoice.Auto,
        "cp-sat" => EngineChoice.CpSat,
        "highs" => EngineChoice.Highs,
        _ => null,
    };
}
