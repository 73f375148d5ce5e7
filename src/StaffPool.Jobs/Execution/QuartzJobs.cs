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

    // A process may be told to end while it still starts.
    private readonly SemaphoreSlim turn = new(1, 1);
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
            var trigger = RunJob.TriggerOf(run, clock);
            var told = await scheduler.ScheduleTrigger(trigger, TriggerConflict.Keep, stop);
            // What Quartz could not bring to execution it never tries again, and would keep for ever.
            if (told.Outcome == ScheduleOutcome.Kept && await scheduler.GetTriggerState(trigger.Key, stop) == TriggerState.Error)
            {
                await scheduler.ResetTriggerFromErrorState(trigger.Key, stop);
            }
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

        await turn.WaitAsync(stop);
        try
        {
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
        finally
        {
            turn.Release();
        }
    }

    public async Task StopAsync(CancellationToken stop)
    {
        var stopped = schedulers.Values;
        schedulers = [];
        await Task.WhenAll(stopped.Select(s => ShutDownAsync(s, stop)));
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        await turn.WaitAsync();
        try
        {
            await DropAsync();
        }
        finally
        {
            turn.Release();
        }
    }

    // One that does not end well keeps neither the other nor the process from ending: the rows are the truth.
    private async Task ShutDownAsync(IScheduler scheduler, CancellationToken stop)
    {
        try
        {
            await scheduler.Shutdown(waitForJobsToComplete: true, stop);
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
        {
            LogBadEnd(log, failure);
        }
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

    [LoggerMessage(LogLevel.Warning, "A scheduler of runs did not end well; what it held is taken over.")]
    private static partial void LogBadEnd(ILogger log, Exception failure);
}
