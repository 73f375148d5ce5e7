using System.CommandLine;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Commands;

/// <summary><c>scenario NAME</c> and <c>scenarios</c> on the command line.</summary>
internal sealed class ScenarioLine
{
    private readonly Argument<string> scenario;
    private readonly Option<TimeSpan> time;
    private readonly Option<string?> folder;
    private readonly Option<bool> json;
    private readonly Option<bool> trace;

    public ScenarioLine(CliTexts texts)
    {
        scenario = new("scenario") { Description = texts["argument.scenario.required"], HelpName = texts["help.value.scenario"] };
        time = ValuedOption.Of(texts, "time", TimeSpan.FromSeconds(30), TimeArgument.Parse);
        folder = ValuedOption.Path(texts, "out", key: "out.report");
        json = ValuedOption.Flag(texts, "json");
        trace = ValuedOption.Flag(texts, "trace");
        One = new Command("scenario", texts["scenario.description"]) { scenario, time, folder, trace, json };
        All = new Command("scenarios", texts["scenarios.description"]) { time, json };
    }

    public Command One { get; }

    public Command All { get; }

    public ScenarioRequest RequestOf(ParseResult result) => new(
        result.GetRequiredValue(scenario), new AllocationOptions { Time = result.GetValue(time) },
        result.GetValue(folder), result.GetValue(trace), result.GetValue(json));

    public ScenariosRequest AllRequestOf(ParseResult result) =>
        new(new AllocationOptions { Time = result.GetValue(time) }, result.GetValue(json));
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Options">How long to search, where there is staff to plan.</param>
/// <param name="Folder">Where to write the files, null for nowhere.</param>
/// <param name="Trace">Whether to show the steps of the figures.</param>
/// <param name="Json">Only the document on the standard output.</param>
internal sealed record ScenarioRequest(string Scenario, AllocationOptions Options, string? Folder, bool Trace, bool Json);

/// <param name="Options">How long to search in each, where there is staff to plan.</param>
/// <param name="Json">Only the document on the standard output.</param>
internal sealed record ScenariosRequest(AllocationOptions Options, bool Json);
