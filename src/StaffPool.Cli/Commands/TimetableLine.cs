using System.CommandLine;
using StaffPool.Solver.Timetables;

namespace StaffPool.Cli.Commands;

/// <summary><c>timetable [scenario]</c> on the command line.</summary>
internal sealed class TimetableLine
{
    private readonly SearchLine search;
    private readonly Option<string?> plan;
    private readonly Option<int?> cycle;
    private readonly Option<TimeSpan> time;
    private readonly Option<int> seed;
    private readonly Option<string?> folder;
    private readonly Option<string?> roster;
    private readonly Option<bool> json;

    public TimetableLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        var defaults = new TimetableOptions();
        plan = ValuedOption.Path(texts, "plan", "plan-file");
        cycle = ValuedOption.Of(texts, "cycle", (int?)null, text => ValuedOption.Whole(text) is 1 or 2 or 4 ? (int)ValuedOption.Whole(text)! : null);
        time = ValuedOption.Of(texts, "time", defaults.Time, text => TimeArgument.Parse(text), "time.timetable");
        seed = ValuedOption.Of(texts, "seed", defaults.Seed, text => ValuedOption.Whole(text) is { } n and <= int.MaxValue ? (int)n : null);
        folder = ValuedOption.Path(texts, "out", "out.timetable");
        roster = ValuedOption.Path(texts, "roster", "roster.timetable");
        json = ValuedOption.Flag(texts, "json", key: "json.timetable");
        Command = new Command("timetable", texts["timetable.description"]) { search.Scenario, plan, cycle, time, seed, folder, roster, json, search.Quiet };
    }

    public Command Command { get; }

    public TimetableRequest RequestOf(ParseResult result) => new(
        search.ScenarioOf(result),
        result.GetValue(plan),
        result.GetValue(cycle),
        new TimetableOptions { Time = result.GetValue(time), Seed = result.GetValue(seed) },
        result.GetValue(folder),
        result.GetValue(roster),
        result.GetValue(json),
        result.GetValue(search.Quiet));
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Plan">Plan file that says who goes where how often; null to plan it first.</param>
/// <param name="CycleWeeks">1, 2 or 4; null for the scenario's own.</param>
/// <param name="Options">How long and how to search; the plan made first may take as long again.</param>
/// <param name="Folder">Where to write the files, null for nowhere.</param>
/// <param name="Roster">Where to write the calendar as a roster, null for nowhere.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record TimetableRequest(
    string Scenario, string? Plan, int? CycleWeeks, TimetableOptions Options, string? Folder, string? Roster, bool Json, bool Quiet);
