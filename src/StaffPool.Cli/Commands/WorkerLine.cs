using System.CommandLine;

namespace StaffPool.Cli.Commands;

/// <summary><c>worker</c> on the command line.</summary>
internal sealed class WorkerLine
{
    private readonly Option<Uri?> address;
    private readonly Option<string?> jobs;
    private readonly Option<string> log;
    private readonly DatabaseOptions database;

    public WorkerLine(CliTexts texts, DatabaseOptions database)
    {
        this.database = database;
        address = ServeLine.AddressOption(texts);
        jobs = ServeLine.JobsOption(texts);
        log = ServeLine.LogOption(texts);
        Command = new Command("worker", texts["worker.description"]) { address, jobs, log };
        foreach (var option in database.Options)
        {
            Command.Options.Add(option);
        }
    }

    public Command Command { get; }

    public WorkerRequest RequestOf(ParseResult result) =>
        new(database.PlaceOf(result), result.GetValue(address), result.GetValue(jobs), result.GetValue(log) == "json");
}

/// <param name="Place">Where the data of the service are.</param>
/// <param name="Address">Address that users know, for the links in letters.</param>
/// <param name="Jobs">Which engine brings runs to execution, or null for what the environment says.</param>
/// <param name="LogsJson">Whether its log is JSON.</param>
internal sealed record WorkerRequest(DatabasePlace Place, Uri? Address, string? Jobs, bool LogsJson);
