using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Commands;

/// <summary>The commands and their options, with all texts in one language.</summary>
internal sealed class CommandTree
{
    public const string DefaultScenario = "centre-de-picardie";

    private readonly CliTexts texts;
    private readonly Argument<string?> scenario;
    private readonly Argument<string> checkedScenario;
    private readonly Argument<string?> plan;
    private readonly Option<bool> json;
    private readonly Option<int> seed;
    private readonly Option<TimeSpan> time;
    private readonly Option<long?> steps;
    private readonly Option<EngineChoice> engine;
    private readonly Option<Uri?> roads;
    private readonly Option<string?> folder;
    private readonly Option<bool> quiet;

    public CommandTree(CliTexts texts)
    {
        this.texts = texts;
        var defaults = new AllocationOptions();
        scenario = new("scenario") { Description = texts["argument.scenario"], HelpName = texts["help.value.scenario"], Arity = ArgumentArity.ZeroOrOne };
        checkedScenario = new("scenario") { Description = texts["argument.scenario.required"], HelpName = texts["help.value.scenario"] };
        plan = new("plan") { Description = texts["argument.plan"], HelpName = texts["help.value.plan"], Arity = ArgumentArity.ZeroOrOne };
        json = new("--json") { Description = texts["option.json"], Arity = ArgumentArity.Zero };
        quiet = new("--quiet", "-q") { Description = texts["option.quiet"], Arity = ArgumentArity.Zero };
        seed = Valued("seed", defaults.Seed, text => Whole(text) is { } n and <= int.MaxValue ? (int)n : null);
        time = Valued("time", defaults.Time, TimeArgument.Parse);
        steps = Valued("steps", (long?)null, text => Whole(text) is { } n and > 0 ? n : null);
        engine = Valued("engine", EngineChoice.Auto, EngineOf);
        roads = Valued("osrm", (Uri?)null, ServiceOf);
        folder = Valued("out", (string?)null, text => text.Trim().Length == 0 ? null : text);
        var language = Valued("lang", texts, CliTexts.Of);
        language.Recursive = true;

        Root = new RootCommand(texts["app.description"]);
        Root.Options.Clear();
        Root.Options.Add(language);
        Root.Options.Add(new HelpOption("--help", "-h") { Description = texts["option.help"], Action = new HelpText(texts) });
        Root.Options.Add(new VersionOption("--version") { Description = texts["option.version"] });
        Root.Subcommands.Add(Plan = new Command("plan", texts["plan.description"]) { scenario, time, seed, steps, engine, roads, folder, json, quiet });
        Root.Subcommands.Add(Check = new Command("check", texts["check.description"]) { checkedScenario, plan, roads });
        Root.Subcommands.Add(Doctor = new Command("doctor", texts["doctor.description"]));
    }

    public RootCommand Root { get; }

    public Command Plan { get; }

    public Command Check { get; }

    public Command Doctor { get; }

    public PlanRequest PlanRequestOf(ParseResult result) => new(
        result.GetValue(scenario) ?? DefaultScenario,
        new AllocationOptions
        {
            Time = result.GetValue(time),
            Seed = result.GetValue(seed),
            Steps = result.GetValue(steps),
            Engine = result.GetValue(engine),
        },
        result.GetValue(roads),
        result.GetValue(folder),
        result.GetValue(json),
        result.GetValue(quiet));

    public CheckRequest CheckRequestOf(ParseResult result) =>
        new(result.GetRequiredValue(checkedScenario), result.GetValue(plan), result.GetValue(roads));

    /// <summary>The language asked for anywhere on the line: it must be known before the line is parsed.</summary>
    public static CliTexts LanguageOf(IReadOnlyList<string> arguments)
    {
        var asked = arguments
            .Select((argument, i) => argument == "--lang" ? arguments.ElementAtOrDefault(i + 1)
                : argument.StartsWith("--lang=", StringComparison.Ordinal) ? argument["--lang=".Length..] : null)
            .FirstOrDefault(value => value is not null);
        return CliTexts.Of(asked ?? "") ?? CliTexts.French;
    }

    /// <summary>An option whose wrong values are refused in our own words.</summary>
    private Option<T> Valued<T>(string name, T byDefault, Func<string, object?> parse) => new($"--{name}")
    {
        Description = texts[$"option.{name}"],
        HelpName = texts[$"help.value.{name}"],
        DefaultValueFactory = _ => byDefault,
        CustomParser = result =>
        {
            var text = result.Tokens[0].Value;
            if (parse(text) is T value)
            {
                return value;
            }

            result.AddError(texts[$"usage.{name}", text]);
            return byDefault;
        },
    };

    private Option<T> Valued<T>(string name, T byDefault, Func<string, T?> parse)
        where T : struct => Valued(name, byDefault, text => (object?)parse(text));

    private static long? Whole(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // A base address ends with a slash, or its last part would be dropped.
    private static Uri? ServiceOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;

    private static EngineChoice? EngineOf(string text) => text switch
    {
        "auto" => EngineChoice.Auto,
        "cp-sat" => EngineChoice.CpSat,
        "highs" => EngineChoice.Highs,
        _ => null,
    };
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Options">How long and how to search.</param>
/// <param name="Roads">Routing service for the distances that the scenario does not give, null for none.</param>
/// <param name="Folder">Where to write the files, null for nowhere.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record PlanRequest(string Scenario, AllocationOptions Options, Uri? Roads, string? Folder, bool Json, bool Quiet);

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Plan">Plan file, null to check the scenario alone.</param>
/// <param name="Roads">As for a plan: a plan is checked on the distances that it was made with.</param>
internal sealed record CheckRequest(string Scenario, string? Plan, Uri? Roads);
