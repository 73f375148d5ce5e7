using System.CommandLine;
using StaffPool.Application.Planning;

namespace StaffPool.Cli.Commands;

/// <summary><c>explain [scenario]</c> on the command line.</summary>
internal sealed class ExplainLine
{
    private readonly SearchLine search;
    private readonly Option<string?> need;
    private readonly Option<string?> plan;
    private readonly Option<bool> all;
    private readonly Option<bool> rules;
    private readonly Option<bool> json;

    public ExplainLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        need = ValuedOption.Path(texts, "need", key: "need.explained");
        plan = ValuedOption.Path(texts, "plan");
        all = ValuedOption.Flag(texts, "all");
        rules = ValuedOption.Flag(texts, "rules");
        json = ValuedOption.Flag(texts, "json", key: "json.explanations");
        Command = new Command("explain", texts["explain.description"]) { search.Scenario, need, plan, all, rules, search.Time, json, search.Quiet };
    }

    public Command Command { get; }

    public ExplainRequest RequestOf(ParseResult result) => new(
        search.ScenarioOf(result),
        result.GetValue(plan),
        new ExplainOptions
        {
            Need = result.GetValue(need),
            MostNeeds = result.GetValue(all) ? int.MaxValue : new ExplainOptions().MostNeeds,
            Rules = result.GetValue(rules),
            Time = result.GetValue(search.Time),
        },
        result.GetValue(json),
        result.GetValue(search.Quiet));
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Plan">Plan file to explain, null to plan first.</param>
/// <param name="Options">Which needs, and how long.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record ExplainRequest(string Scenario, string? Plan, ExplainOptions Options, bool Json, bool Quiet);
