using System.CommandLine;
using StaffPool.Documents.Scenarios;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli.Commands;

/// <summary><c>what-if [scenario] CHANGES</c> on the command line.</summary>
internal sealed class WhatIfLine
{
    private readonly SearchLine search;
    private readonly IReadOnlyList<(ChangeKind Kind, Option<string[]> Option)> changes;
    private readonly Option<bool> keep;
    private readonly Option<bool> json;

    public WhatIfLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        changes = [.. Enum.GetValues<ChangeKind>().Select(kind => (kind, ValuedOption.Repeated(texts, NameOf(kind))))];
        keep = ValuedOption.Flag(texts, "keep");
        json = ValuedOption.Flag(texts, "json", key: "json.compare");
        Command = new Command("what-if", texts["what-if.description"]) { search.Scenario };
        foreach (var option in changes.Select(c => (Option)c.Option).Append(keep).Concat(search.Options).Concat([json, search.Quiet]))
        {
            Command.Options.Add(option);
        }
    }

    public Command Command { get; }

    public WhatIfRequest RequestOf(ParseResult result) => new(
        search.ScenarioOf(result),
        [.. changes.SelectMany(c => (result.GetValue(c.Option) ?? []).Select(text => new WrittenChange(c.Kind, text)))],
        result.GetValue(keep),
        search.OptionsOf(result),
        result.GetValue(json),
        result.GetValue(search.Quiet));

    /// <summary>The option that says a kind of change, without its dashes.</summary>
    public static string NameOf(ChangeKind kind) => kind switch
    {
        ChangeKind.Setting => "set",
        ChangeKind.Need => "need",
        ChangeKind.FullTimeEquivalent => "fte",
        ChangeKind.Post => "add",
        ChangeKind.WithoutProfessional => "without",
        ChangeKind.WithoutMember => "without-member",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Changes">As written, in the order of the options.</param>
/// <param name="Keep">The plan of today is the plan in force of the other.</param>
/// <param name="Options">How long and how to search; the time is for both plans.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record WhatIfRequest(
    string Scenario, IReadOnlyList<WrittenChange> Changes, bool Keep, AllocationOptions Options, bool Json, bool Quiet);
