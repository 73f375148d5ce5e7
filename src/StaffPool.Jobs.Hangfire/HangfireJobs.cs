using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.States;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Jobs.Execution;
using LogProvider = Hangfire.Logging.LogProvider;

namespace StaffPool.Jobs.Hangfire;

/// <summary>
/// Runs by Hangfire: a queue and a server for each line. It brings a run at least once; the lease of the row makes that
/// once.
/// </summary>
/// <param name="database">That of the service.</param>
/// <param name="executor">What executes a run.</param>
/// <param name="logs">Where faults are told.</param>
public sealed partial class HangfireJobs(ServiceDatabase database, RunExecutor executor, ILoggerFactory logs) : IJobEngine
{
    private const string JobField = "job";

    // A run that waits longer than that is announced once more, no harm done.
    private static readonly TimeSpan Noted = TimeSpan.FromHours(6);

    private readonly ILogger log = logs.CreateLogger<HangfireJobs>();
    private JobStorage? storage;
    private BackgroundJobServer[] servers = [];

    public async ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
    {
        // Where it cannot be told, a worker finds the row at its next round.
        if (storage is not { } told)
        {
            return;
        }

        try
        {
            // Hangfire waits for its storage without giving the thread back.
            await Task.Run(() => Enqueue(told, run), stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LogUnannounced(log, run.RunId, failure.Message);
        }
    }

    public async Task StartAsync(bool executes, CancellationToken stop)
    {
        if (!executes && !database.IsShared)
        {
            return;
        }

        await DisposeAsync();
        // Hangfire has one log for a process, and would keep silent.
        LogProvider.SetCurrentLogProvider(new AspNetCoreLogProvider(logs));
        var opened = await Task.Run(() => HangfireStore.Open(database), stop);
        servers = executes ? [.. Enum.GetValues<RunLine>().Select(line => new BackgroundJobServer(OptionsOf(line), opened))] : [];
        storage = opened;
    }

    public async Task StopAsync(CancellationToken stop)
    {
        var stopped = servers;
        servers = [];
        foreach (var server in stopped)
        {
            server.SendStop();
        }

        // Waits for its jobs to let go, as long as Hangfire waits.
        await Task.WhenAll(stopped.Select(s => Task.Run(s.Dispose, CancellationToken.None))).WaitAsync(stop);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        (storage as IDisposable)?.Dispose();
        storage = null;
    }

    private static string QueueOf(RunLine line) => line == RunLine.Solver ? "solver" : "quick";

    private static void Enqueue(JobStorage storage, RunAddress run)
    {
        var key = $"staffpool:run:{run.RunId}";
        using var connection = storage.GetConnection();
        // Rounds announce what waits again and again; two that look at the same moment add two jobs, one of which finds nothing to do.
        if (connection.GetAllEntriesFromHash(key)?.GetValueOrDefault(JobField) is { } known && connection.GetStateData(known)?.Name == EnqueuedState.StateName)
        {
            return;
        }

        var job = Job.FromExpression<HangfireRun>(r => r.ExecuteAsync(run.GroupingId, run.RunId, run.Kind, CancellationToken.None));
        var added = new BackgroundJobClient(storage).Create(job, new EnqueuedState(QueueOf(RunLines.Of(run.Kind))));
        using var noting = (JobStorageTransaction)connection.CreateWriteTransaction();
        noting.SetRangeInHash(key, [new(JobField, added)]);
        noting.ExpireHash(key, Noted);
        noting.Commit();
    }

    // No clock of Hangfire's own: ours asks for what is due. Neither server is a lightweight one, which would not renew the jobs it holds.
    private BackgroundJobServerOptions OptionsOf(RunLine line) => new()
    {
        Queues = [QueueOf(line)],
        WorkerCount = RunLines.AtOnce(line),
        Activator = new HangfireRun.Activator(executor, log),
    };

    [LoggerMessage(LogLevel.Warning, "The run {RunId} could not be announced; a worker will find it: {Reason}")]
    private static partial void LogUnannounced(ILogger log, Guid runId, string reason);
}
