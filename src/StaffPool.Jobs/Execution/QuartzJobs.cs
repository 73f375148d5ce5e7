using Microsoft.Extensions.Logging;
using Quartz;
using StaffPool.Application.Runs;
using StaffPool.Data;

namespace StaffPool.Jobs.Execution;

/// <summary>Runs by Quartz: a scheduler for each line, clustered where processes share the database.</summary>
/// <param name="database">That of the service.</param>
/// <param name="executor">What executes a run.</param>
/// <param name="clock">Time.</param>
/// <param name="logs">Where faults are told.</param>
public sealed partial class QuartzJobs(ServiceDatabase database, RunExecutor executor, TimeProvider clock, ILoggerFactory logs) : IJobEngine
{
    private readonly ILogger log = logs.CreateLogger<QuartzJobs>();
    private readonly List<StandaloneSchedulerFactory> factories = [];
    private Dictionary<RunLine, IScheduler> schedulers = [];

    public async ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
    {
        // Where it cannot be told, a worker finds the row at its next round.
        if (schedulers.GetValueOrDefault(RunLines.Of(run.Kind)) is not { } scheduler)
        {
            return;
        }

        try
        {
            await scheduler.ScheduleTrigger(RunJob.TriggerOf(run, clock), TriggerConflict.Keep, stop);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogUnannounced(log, run.RunId, failure.Message);
        }
    }

    public async Task StartAsync(bool executes, CancellationToken stop)
    {
        if (!executes && !QuartzStore.IsShared(database))
        {
            return;
        }

        await DropAsync();
        var opened = new Dictionary<RunLine, IScheduler>();
        foreach (var line in Enum.GetValues<RunLine>())
        {
            var factory = QuartzStore.Open(
                $"staffpool-{line}", RunLines.AtOnce(line), database, new RunJob.Factory(executor, log), logs, clock);
            factories.Add(factory);
            var scheduler = await factory.GetScheduler(stop);
            await scheduler.AddJob(RunJob.Detail, AddJobOptions.Replacing, stop);
            if (executes)
            {
                await scheduler.Start(stop);
            }

            opened.Add(line, scheduler);
        }

        schedulers = opened;
    }

    public async Task StopAsync(CancellationToken stop)
    {
        var stopped = schedulers.Values;
        schedulers = [];
        await Task.WhenAll(stopped.Select(s => s.Shutdown(waitForJobsToComplete: true, stop).AsTask()));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await DropAsync();
    }

    // Those of a start that failed half-way too.
    private async Task DropAsync()
    {
        foreach (var factory in factories)
        {
            await factory.DisposeAsync();
        }

        factories.Clear();
    }

    [LoggerMessage(LogLevel.Warning, "The run {RunId} could not be announced; a worker will find it: {Reason}")]
    private static partial void LogUnannounced(ILogger log, Guid runId, string reason);
}
