using System.CommandLine;
using StaffPool.Jobs.Execution;

namespace StaffPool.Cli.Commands;

/// <summary><c>serve</c> on the command line.</summary>
internal sealed class ServeLine
{
    private readonly Option<string> urls;
    private readonly Option<Uri?> address;
    private readonly Option<string> admin;
    private readonly Option<bool> demo;
    private readonly Option<bool> noWorker;
    private readonly Option<string?> jobs;
    private readonly Option<string> log;
    private readonly DatabaseOptions database;

    public ServeLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        urls = ValuedOption.Of(texts, "urls", "http://127.0.0.1:8080", text => AddressOf(text) is null ? null : text);
        address = AddressOption(texts);
        admin = ImportLine.AdminOption(texts);
        demo = ValuedOption.Flag(texts, "demo");
        noWorker = ValuedOption.Flag(texts, "no-worker");
        jobs = JobsOption(texts);
        log = LogOption(texts);
        Command = new Command("serve", texts["serve.description"]) { urls, address, admin, demo, noWorker, jobs, log };
        foreach (var option in database.Options)
        {
            Command.Options.Add(option);
        }
    }

    public Command Command { get; }

    public ServeRequest RequestOf(ParseResult result) => new(
        result.GetRequiredValue(urls), database.PlaceOf(result), result.GetValue(address), result.GetRequiredValue(admin), result.GetValue(demo),
        !result.GetValue(noWorker), result.GetValue(jobs), result.GetValue(log) == "json");

    /// <summary>Address that users know: the same for <c>worker</c>.</summary>
    public static Option<Uri?> AddressOption(CliTexts texts) => ValuedOption.Of(texts, "address", (Uri?)null, AddressOf);

    /// <summary><c>--log json</c> or <c>text</c>: the same for every process of the service.</summary>
    public static Option<string> LogOption(CliTexts texts) =>
        ValuedOption.Of(texts, "log", "text", text => text is "json" or "text" ? text : null);

    /// <summary>What brings runs to workers: the same for every process of the service.</summary>
    public static Option<string?> JobsOption(CliTexts texts) =>
        ValuedOption.Of(texts, "jobs", (string?)null, text => JobEngines.All.Contains(text, StringComparer.Ordinal) ? text : null);

    private static Uri? AddressOf(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) ? address : null;
}

/// <param name="Url">Where to listen.</param>
/// <param name="Place">Where its data are.</param>
/// <param name="Address">Address that users know, or null for the one listened on.</param>
/// <param name="Admin">E-mail address of the first administrator.</param>
/// <param name="IsDemo">Whether to load the demonstration and give a link at each start.</param>
/// <param name="Executes">Whether it executes runs too.</param>
/// <param name="Jobs">Which engine brings runs to execution, or null for what the environment says.</param>
/// <param name="LogsJson">Whether its log is JSON.</param>
internal sealed record ServeRequest(string Url, DatabasePlace Place, Uri? Address, string Admin, bool IsDemo, bool Executes, string? Jobs, bool LogsJson);
