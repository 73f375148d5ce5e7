using System.Text.Json;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>What was measured of the service with one number of groupings.</summary>
/// <param name="Size">What was asked of it.</param>
/// <param name="Database">Kind of the database.</param>
/// <param name="FirstStart">From the start of the process to the first page, where there is no table yet.</param>
/// <param name="Start">The same on the filled database.</param>
/// <param name="Read">Pages of the declaration.</param>
/// <param name="Write">Declarations saved.</param>
/// <param name="MemoryAtRest">Working set after the first page, in bytes.</param>
/// <param name="MemoryPeak">Largest working set of the same process, in bytes.</param>
/// <param name="DatabaseSize">After the load, in bytes.</param>
/// <param name="Failure">The first answer that was neither what it should be nor a refusal; null for none.</param>
internal sealed record ServiceFigures(
    ServiceSize Size,
    string Database,
    TimeSpan FirstStart,
    TimeSpan Start,
    PhaseFigures Read,
    PhaseFigures Write,
    long MemoryAtRest,
    long MemoryPeak,
    long DatabaseSize,
    string? Failure)
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    /// <summary>Whether every answer was what it should be.</summary>
    public bool IsSound => Read.Failed == 0 && Write.Failed == 0;

    /// <summary>As one line. See docs/benchmarks.md.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            database = Database,
            groupings = Size.Groupings,
            members = Size.Members,
            clients = Size.Clients,
            api = Size.ThroughApi,
            time = Size.Time.TotalSeconds,
            read = OneOf(Read),
            write = OneOf(Write),
            restMiB = MemoryAtRest >> 20,
            peakMiB = MemoryPeak >> 20,
            firstStartSeconds = Math.Round(FirstStart.TotalSeconds, 3),
            startSeconds = Math.Round(Start.TotalSeconds, 3),
            databaseKiB = DatabaseSize >> 10,
            failure = Failure,
        },
        OneLine);

    private static object OneOf(PhaseFigures phase) => new
    {
        perSecond = Math.Round(phase.PerSecond, 1),
        p50 = Math.Round(phase.Median.TotalMilliseconds, 2),
        p99 = Math.Round(phase.Late.TotalMilliseconds, 2),
        processorMs = Math.Round(phase.Processor.TotalMilliseconds, 2),
        done = phase.Done,
        refused = phase.Refused,
        failed = phase.Failed,
    };
}

/// <param name="Groupings">How many.</param>
/// <param name="Members">In each.</param>
/// <param name="Clients">That ask at once, each for a member of its own.</param>
/// <param name="Time">Of each of the two phases.</param>
/// <param name="ThroughApi">Whether programs ask the API, and not people its pages.</param>
internal sealed record ServiceSize(int Groupings, int Members, int Clients, TimeSpan Time, bool ThroughApi);
