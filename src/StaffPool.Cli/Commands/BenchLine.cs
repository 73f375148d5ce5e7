using System.CommandLine;
using System.Text.RegularExpressions;
using StaffPool.Application.Planning;

namespace StaffPool.Cli.Commands;

/// <summary><c>bench allocation</c> on the command line.</summary>
internal sealed partial class BenchLine
{
    private readonly Option<BenchSize?> size;
    private readonly Option<TimeSpan?> time;
    private readonly Option<bool> json;
    private readonly SearchLine search;

    public BenchLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        size = ValuedOption.Of(texts, "size", (BenchSize?)null, SizeOf);
        time = ValuedOption.Of(texts, "time", (TimeSpan?)null, text => TimeArgument.Parse(text), "time.bench");
        json = ValuedOption.Flag(texts, "json", key: "json.bench");
        Allocation = new Command("allocation", texts["bench.allocation.description"]) { size, time, json, search.Quiet };
        Command = new Command("bench", texts["bench.description"]) { Allocation };
    }

    public Command Command { get; }

    public Command Allocation { get; }

    public BenchRequest RequestOf(ParseResult result) =>
        new(result.GetValue(size), result.GetValue(time), result.GetValue(json), result.GetValue(search.Quiet));

    /// <summary>350/100: professionals and sites.</summary>
    private static BenchSize? SizeOf(string text) =>
        Pattern().Match(text) is { Success: true } match
        && ValuedOption.Whole(match.Groups["people"].Value) is { } people and > 0
        && ValuedOption.Whole(match.Groups["sites"].Value) is { } sites and > 0
            ? new BenchSize((int)people, (int)sites, 1)
            : null;

    // The territory is France: there are no more communes than five digits count.
    [GeneratedRegex("^(?<people>[0-9]{1,5})/(?<sites>[0-9]{1,4})$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}

/// <param name="Size">One size, or null for the three of docs/benchmarks.md.</param>
/// <param name="Time">For the planner and for each rival; null for the time of the size.</param>
/// <param name="Json">One JSON object a size, each on one line, on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record BenchRequest(BenchSize? Size, TimeSpan? Time, bool Json, bool Quiet);
