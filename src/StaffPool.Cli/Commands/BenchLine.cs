using System.CommandLine;
using System.Text.RegularExpressions;
using StaffPool.Application.Planning;
using StaffPool.Cli.Rosters;

namespace StaffPool.Cli.Commands;

/// <summary><c>bench</c> and what it measures, on the command line.</summary>
internal sealed partial class BenchLine
{
    private const int MostNurses = 200;
    private const int MostGroupings = 1_000;
    private const int MostRows = 100_000;
    private const int MostRuns = 10_000;
    private const int MostStarts = 1_000;
    private const int MostMembers = 1_000;
    private const int MostPeople = 10_000;

    // The service lets 60 people of one address sign in within a minute.
    private const int MostClients = 60;

    private readonly Option<BenchSize?> size;
    private readonly Option<TimeSpan?> time;
    private readonly Option<BenchSize?> people;
    private readonly Option<TimeSpan> lists;
    private readonly Option<string?> roster;
    private readonly Option<TimeSpan?> rosterTime;
    private readonly Option<bool> json;
    private readonly SearchLine search;
    private readonly Option<IReadOnlyList<int>> groupings;
    private readonly Option<int> members;
    private readonly Option<TimeSpan> phase;
    private readonly Option<int> clients;
    private readonly Option<string?> database;
    private readonly Option<int> rows;
    private readonly Option<bool> api;
    private readonly Option<int> runs;
    private readonly Option<int> starts;

    public BenchLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        size = ValuedOption.Of(texts, "size", (BenchSize?)null, SizeOf);
        time = ValuedOption.Of(texts, "time", (TimeSpan?)null, text => TimeArgument.Parse(text), "time.bench");
        json = ValuedOption.Flag(texts, "json", key: "json.bench");
        Allocation = new Command("allocation", texts["bench.allocation.description"]) { size, time, json, search.Quiet };
        Timetable = new Command("timetable", texts["bench.timetable.description"]) { size, time, json, search.Quiet };
        people = ValuedOption.Of(texts, "size", (BenchSize?)null, PeopleOf, "size.bench-replacement");
        lists = ValuedOption.Of(texts, "time", TimeSpan.FromSeconds(10), text => TimeArgument.Parse(text), "time.bench-replacement");
        Replacement = new Command("replacement", texts["bench.replacement.description"]) { people, lists, json };
        roster = ValuedOption.Of(texts, "size", (string?)null, text => text == RosterBenchCommand.Duel || CountOf(text, MostNurses) is not null ? text : null, "size.bench-roster");
        rosterTime = ValuedOption.Of(texts, "time", (TimeSpan?)null, text => TimeArgument.Parse(text), "time.bench-roster");
        Roster = new Command("roster", texts["bench.roster.description"]) { roster, rosterTime, json, search.Quiet };
        groupings = ValuedOption.Of(texts, "groupings", (IReadOnlyList<int>)[1, 10, 100], CountsOf);
        members = ValuedOption.Of(texts, "members", 100, text => CountOf(text, MostMembers));
        phase = ValuedOption.Of(texts, "time", TimeSpan.FromSeconds(10), text => TimeArgument.Parse(text), "time.bench-service");
        clients = ValuedOption.Of(texts, "clients", 16, text => CountOf(text, MostClients));
        database = ValuedOption.Path(texts, "database", "database.bench");
        api = ValuedOption.Flag(texts, "api", key: "api.bench");
        Service = new Command("service", texts["bench.service.description"]) { groupings, members, phase, clients, api, database, json };
        rows = ValuedOption.Of(texts, "rows", 10_000, text => CountOf(text, MostRows));
        Import = new Command("import", texts["bench.import.description"]) { rows, database, json };
        runs = ValuedOption.Of(texts, "runs", 400, text => CountOf(text, MostRuns));
        starts = ValuedOption.Of(texts, "starts", 20, text => CountOf(text, MostStarts));
        Jobs = new Command("jobs", texts["bench.jobs.description"]) { runs, starts, database, json };
        Command = new Command("bench", texts["bench.description"]) { Allocation, Timetable, Roster, Replacement, Service, Jobs, Import };
    }

    public Command Command { get; }

    public Command Allocation { get; }

    public Command Timetable { get; }

    public Command Roster { get; }

    public Command Replacement { get; }

    public Command Service { get; }

    public Command Jobs { get; }

    public Command Import { get; }

    public BenchRequest RequestOf(ParseResult result) =>
        new(result.GetValue(size), result.GetValue(time), result.GetValue(json), result.GetValue(search.Quiet));

    public RosterBenchRequest RosterRequestOf(ParseResult result) =>
        new(result.GetValue(roster), result.GetValue(rosterTime), result.GetValue(json), result.GetValue(search.Quiet));

    public ReplacementBenchRequest ReplacementRequestOf(ParseResult result) =>
        new(result.GetValue(people), result.GetValue(lists), result.GetValue(json));

    public ServiceBenchRequest ServiceRequestOf(ParseResult result) => new(
        result.GetRequiredValue(groupings), result.GetValue(members), result.GetValue(phase), result.GetValue(clients),
        result.GetValue(database), result.GetValue(json), result.GetValue(api));

    public ImportBenchRequest ImportRequestOf(ParseResult result) =>
        new(result.GetValue(rows), result.GetValue(database), result.GetValue(json));

    public JobsBenchRequest JobsRequestOf(ParseResult result) =>
        new(result.GetValue(runs), result.GetValue(starts), result.GetValue(database), result.GetValue(json));

    private static int? CountOf(string text, int most) => ValuedOption.Whole(text) is { } n and > 0 && n <= most ? (int)n : null;

    /// <summary>1,10,100</summary>
    private static IReadOnlyList<int>? CountsOf(string text)
    {
        var counts = text.Split(',').Select(part => CountOf(part, MostGroupings)).ToList();
        return counts.Contains(null) ? null : [.. counts.OfType<int>()];
    }

    /// <summary>350/100: professionals and sites.</summary>
    private static BenchSize? SizeOf(string text) =>
        Pattern().Match(text) is { Success: true } match
        && ValuedOption.Whole(match.Groups["people"].Value) is { } people and > 0
        && ValuedOption.Whole(match.Groups["sites"].Value) is { } sites and > 0
            ? new BenchSize((int)people, (int)sites, 1)
            : null;

    /// <summary>350 or 350/100: professionals, and sites where they are not two for seven people.</summary>
    private static BenchSize? PeopleOf(string text) =>
        SizeOf(text) ?? (CountOf(text, MostPeople) is { } people ? new BenchSize(people, Math.Max(2, people * 2 / 7), 1) : null);

    // The territory is France: there are no more communes than five digits count.
    [GeneratedRegex("^(?<people>[0-9]{1,5})/(?<sites>[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <param name="Size">Nurses, or <c>duel</c>; null for all of docs/benchmarks.md.</param>
/// <param name="Time">For each of the three searches; null for the time of the size.</param>
/// <param name="Json">One JSON object a size, each on one line, on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record RosterBenchRequest(string? Size, TimeSpan? Time, bool Json, bool Quiet);

/// <param name="Size">One size, or null for the three of docs/benchmarks.md.</param>
/// <param name="Time">For the planner and for each rival; null for the time of the size.</param>
/// <param name="Json">One JSON object a size, each on one line, on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record BenchRequest(BenchSize? Size, TimeSpan? Time, bool Json, bool Quiet);

/// <param name="Size">One size, or null for the three of docs/benchmarks.md.</param>
/// <param name="Time">For the lists of a size.</param>
/// <param name="Json">One JSON object a size, each on one line, on the standard output.</param>
internal sealed record ReplacementBenchRequest(BenchSize? Size, TimeSpan Time, bool Json);

/// <param name="Groupings">How many, one measurement after the other.</param>
/// <param name="Members">In each grouping.</param>
/// <param name="Time">Of reading, then of writing.</param>
/// <param name="Clients">At most, that ask at once.</param>
/// <param name="Postgres">Connection string of an empty database, or null for SQLite.</param>
/// <param name="Json">One JSON object a measurement, each on one line, on the standard output.</param>
/// <param name="ThroughApi">Whether programs ask the API, and not people its pages.</param>
internal sealed record ServiceBenchRequest(IReadOnlyList<int> Groupings, int Members, TimeSpan Time, int Clients, string? Postgres, bool Json, bool ThroughApi);

/// <param name="Runs">Short runs of each burst.</param>
/// <param name="Starts">Searches whose start is timed.</param>
/// <param name="Postgres">Connection string of an empty database, or null for SQLite.</param>
/// <param name="Json">One JSON object on the standard output.</param>
internal sealed record JobsBenchRequest(int Runs, int Starts, string? Postgres, bool Json);

/// <param name="Rows">Lines of the workbook.</param>
/// <param name="Postgres">Connection string of an empty database, or null for SQLite.</param>
/// <param name="Json">One JSON object on the standard output.</param>
internal sealed record ImportBenchRequest(int Rows, string? Postgres, bool Json);
