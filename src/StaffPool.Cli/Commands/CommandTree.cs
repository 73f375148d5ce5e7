using System.CommandLine;
using System.CommandLine.Help;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Commands;

/// <summary>The commands and their options, with all texts in one language; those with many options have a file each.</summary>
internal sealed class CommandTree
{
    private readonly SearchLine search;
    private readonly Argument<string> checkedScenario;
    private readonly Argument<string?> plan;
    private readonly Option<bool> json;
    private readonly Option<Uri?> roads;
    private readonly Option<string?> folder;
    private readonly Option<string?> from;
    private readonly Option<string[]> pin;
    private readonly Option<bool> explain;

    public CommandTree(CliTexts texts)
    {
        search = new SearchLine(texts);
        checkedScenario = new("scenario") { Description = texts["argument.scenario.required"], HelpName = texts["help.value.scenario"] };
        plan = new("plan") { Description = texts["argument.plan"], HelpName = texts["help.value.plan"], Arity = ArgumentArity.ZeroOrOne };
        json = ValuedOption.Flag(texts, "json");
        roads = ValuedOption.Of(texts, "osrm", (Uri?)null, ServiceOf);
        folder = ValuedOption.Path(texts, "out");
        from = ValuedOption.Path(texts, "from");
        pin = ValuedOption.Repeated(texts, "pin");
        explain = ValuedOption.Flag(texts, "explain");
        var language = ValuedOption.Of(texts, "lang", texts, CliTexts.Of);
        language.Recursive = true;

        Root = new RootCommand(texts["app.description"]);
        Root.Options.Clear();
        Root.Options.Add(language);
        Root.Options.Add(new HelpOption("--help", "-h") { Description = texts["option.help"], Action = new HelpText(texts) });
        Root.Options.Add(new VersionOption("--version") { Description = texts["option.version"] });
        Plan = new Command("plan", texts["plan.description"]) { search.Scenario };
        foreach (var option in search.Options.Concat([explain, roads, from, pin, folder, json, search.Quiet]))
        {
            Plan.Options.Add(option);
        }

        Explain = new ExplainLine(texts, search);
        Check = new Command("check", texts["check.description"]) { checkedScenario, plan, roads };
        Compare = new CompareLine(texts);
        WhatIf = new WhatIfLine(texts, search);
        Posts = new PostsLine(texts, search);
        Timetable = new TimetableLine(texts, search);
        Scenario = new ScenarioLine(texts);
        Bench = new BenchLine(texts, search);
        Roster = new RosterLine(texts, search);
        Rota = new RotaLine(texts, search);
        Serve = new ServeLine(texts, new DatabaseOptions(texts));
        Worker = new WorkerLine(texts, new DatabaseOptions(texts));
        Jobs = new JobsLine(texts, new DatabaseOptions(texts));
        Doctor = new Command("doctor", texts["doctor.description"]);
        Import = new ImportLine(texts, new DatabaseOptions(texts));
        Interchange = new InterchangeLine(texts, new DatabaseOptions(texts));
        Database = new DatabaseLine(texts, new DatabaseOptions(texts));
        foreach (var command in (Command[])[
            Plan, Explain.Command, Check, Compare.Command, WhatIf.Command, Posts.Command, Timetable.Command, Roster.Command, Rota.Command, Scenario.One, Scenario.All,
            Serve.Command, Worker.Command, Jobs.Command, Import.Command, .. Interchange.Commands, .. Database.Commands, Bench.Command, Doctor])
        {
            Root.Subcommands.Add(command);
        }
    }

    public RootCommand Root { get; }

    public Command Plan { get; }

    public ExplainLine Explain { get; }

    public Command Check { get; }

    public CompareLine Compare { get; }

    public WhatIfLine WhatIf { get; }

    public PostsLine Posts { get; }

    public TimetableLine Timetable { get; }

    public RosterLine Roster { get; }

    public RotaLine Rota { get; }

    public ScenarioLine Scenario { get; }

    public BenchLine Bench { get; }

    public ServeLine Serve { get; }

    public WorkerLine Worker { get; }

    public JobsLine Jobs { get; }

    public Command Doctor { get; }

    public ImportLine Import { get; }

    public InterchangeLine Interchange { get; }

    public DatabaseLine Database { get; }

    public PlanRequest PlanRequestOf(ParseResult result) => new(
        search.ScenarioOf(result),
        search.OptionsOf(result),
        result.GetValue(roads),
        result.GetValue(folder),
        result.GetValue(json),
        result.GetValue(search.Quiet),
        result.GetValue(from),
        result.GetValue(pin) ?? [],
        result.GetValue(explain));

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

    // A base address ends with a slash, or its last part would be dropped.
    private static Uri? ServiceOf(string text) =>
        Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? address
            : null;
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Options">How long and how to search.</param>
/// <param name="Roads">Routing service for the distances that the scenario does not give, null for none.</param>
/// <param name="Folder">Where to write the files, null for nowhere.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
/// <param name="From">Plan file in force, null for the scenario's own.</param>
/// <param name="Pins">Cells fixed on the line, as written.</param>
/// <param name="Explain">Whether to explain the unmet needs too.</param>
internal sealed record PlanRequest(
    string Scenario, AllocationOptions Options, Uri? Roads, string? Folder, bool Json, bool Quiet, string? From, IReadOnlyList<string> Pins, bool Explain);

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Plan">Plan file, null to check the scenario alone.</param>
/// <param name="Roads">As for a plan: a plan is checked on the distances that it was made with.</param>
internal sealed record CheckRequest(string Scenario, string? Plan, Uri? Roads);
