using System.CommandLine;
using System.Globalization;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Cli.Commands;

/// <summary><c>posts [scenario]</c> on the command line.</summary>
internal sealed class PostsLine
{
    private readonly SearchLine search;
    private readonly Option<TimeSpan> time;
    private readonly Option<bool> fewest;
    private readonly Option<decimal> share;
    private readonly Option<int> smallest;
    private readonly Option<string[]> costPerFte;
    private readonly Option<decimal> costPerKm;
    private readonly Option<bool> json;

    public PostsLine(CliTexts texts, SearchLine search)
    {
        this.search = search;
        var defaults = new PostOptions();
        time = ValuedOption.Of(texts, "time", defaults.Time, TimeArgument.Parse);
        fewest = ValuedOption.Flag(texts, "fewest");
        share = ValuedOption.Of(texts, "share", defaults.Share, ShareOf);
        smallest = ValuedOption.Of(texts, "smallest-post", defaults.SmallestTenths, TenthsOf);
        costPerFte = ValuedOption.Repeated(texts, "cost-per-fte");
        costPerKm = ValuedOption.Of(texts, "cost-per-km", Application.Planning.PostCosts.Default.PerKilometre, text => Number(text, 0, 100));
        json = ValuedOption.Flag(texts, "json", key: "json.posts");
        Command = new Command("posts", texts["posts.description"]) { search.Scenario, fewest, share, smallest, costPerFte, costPerKm, time, json, search.Quiet };
    }

    public Command Command { get; }

    public PostsRequest RequestOf(ParseResult result) => new(
        search.ScenarioOf(result),
        new PostOptions
        {
            Fewest = result.GetValue(fewest),
            Share = result.GetValue(share),
            SmallestTenths = result.GetValue(smallest),
            Time = result.GetValue(time),
        },
        result.GetValue(costPerFte) ?? [],
        result.GetValue(costPerKm),
        result.GetValue(json),
        result.GetValue(search.Quiet));

    internal static decimal? Number(string text, decimal least, decimal most) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : null;

    /// <summary>80, 80% or "80 %".</summary>
    private static decimal? ShareOf(string text) =>
        Number(text.TrimEnd('%', ' ', '\u00a0', '\u202f'), 1, 100) is { } percent ? percent / 100 : null;

    /// <summary>Tenths of a full-time post: 0.1 to 1.</summary>
    private static int? TenthsOf(string text) =>
        Number(text, 0.1m, 1) is { } part && part * 10 == decimal.Truncate(part * 10) ? (int)(part * 10) : null;
}

/// <param name="Scenario">Folder, file or name.</param>
/// <param name="Options">What to look for and how long.</param>
/// <param name="CostsPerFte">As written: an amount, or PROFESSION=amount.</param>
/// <param name="CostPerKm">Euros.</param>
/// <param name="Json">Only the document on the standard output.</param>
/// <param name="Quiet">No progress.</param>
internal sealed record PostsRequest(
    string Scenario, PostOptions Options, IReadOnlyList<string> CostsPerFte, decimal CostPerKm, bool Json, bool Quiet);
