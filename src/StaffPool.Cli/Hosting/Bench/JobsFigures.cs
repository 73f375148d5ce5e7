using System.Text.Json;

namespace StaffPool.Cli.Hosting.Bench;

/// <param name="Database">SQLite or PostgreSQL.</param>
/// <param name="Runs">Short runs of one burst.</param>
/// <param name="OneWorker">Short runs a second with one worker.</param>
/// <param name="TwoWorkers">The same with two; null on SQLite, where one process is all there is.</param>
/// <param name="StartMedian">From the request of a search to its start, nothing else waiting: half were faster.</param>
/// <param name="StartLate">99 of 100 were faster.</param>
/// <param name="TakeOver">From <c>kill -9</c> of the worker of a search until another process has it.</param>
/// <param name="Web">Memory of the pages, bytes: at rest, at most.</param>
/// <param name="Worker">Memory of a worker, bytes, without its engine hosts; null on SQLite, where it is that of the pages.</param>
/// <param name="Failed">Runs that did not end with one result.</param>
internal sealed record JobsFigures(
    string Database,
    int Runs,
    double OneWorker,
    double? TwoWorkers,
    TimeSpan StartMedian,
    TimeSpan StartLate,
    TimeSpan TakeOver,
    MemoryFigures Web,
    MemoryFigures? Worker,
    int Failed)
{
    private static readonly JsonSerializerOptions OneLine = new(JsonSerializerDefaults.Web);

    /// <summary>As one line. See docs/benchmarks.md.</summary>
    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            database = Database,
            runs = Runs,
            oneWorkerPerSecond = Math.Round(OneWorker, 1),
            twoWorkersPerSecond = TwoWorkers is { } two ? Math.Round(two, 1) : (double?)null,
            startP50Ms = Math.Round(StartMedian.TotalMilliseconds, 1),
            startP99Ms = Math.Round(StartLate.TotalMilliseconds, 1),
            takeOverSeconds = Math.Round(TakeOver.TotalSeconds, 2),
            webRestMiB = Web.Rest >> 20,
            webPeakMiB = Web.Peak >> 20,
            workerRestMiB = Worker?.Rest >> 20,
            workerPeakMiB = Worker?.Peak >> 20,
            failed = Failed,
        },
        OneLine);
}

/// <param name="Rest">Working set with nothing to do, bytes.</param>
/// <param name="Peak">At most, bytes.</param>
internal sealed record MemoryFigures(long Rest, long Peak);
