using Microsoft.Extensions.Logging;
using Quartz;
using StaffPool.Data;
using StaffPool.Jobs.Execution;

namespace StaffPool.Jobs.Clock;

/// <summary>
/// Strikes the table: a clustered scheduler of Quartz where processes share the database, so that one of them strikes, and
/// remembers what was missed. On SQLite it has no memory: at its start it makes up for what the table makes up for.
/// </summary>
/// <param name="database">That of the service.</param>
/// <param name="due">What it asks for.</param>
/// <param name="clock">Time.</param>
/// <param name="logs">Where Quartz logs.</param>
public sealed class ServiceClock(ServiceDatabase database, DueRuns due, TimeProvider clock, ILoggerFactory logs) : IAsyncDisposable
{
    private StandaloneSchedulerFactory? factory;
    private IScheduler? scheduler;

    public async Task StartAsync(CancellationToken stop)
    {
        await DisposeAsync();
        factory = QuartzStore.Open("staffpool-clock", 1, database, new ClockJob.Factory(due), logs, clock);
        scheduler = await factory.GetScheduler(stop);
        await scheduler.AddCalendar(
            ClockTable.WorkingDays, ClockTable.HolidaysFrom(clock.GetUtcNow().Year), AddCalendarOptions.ReplacingAndUpdatingTriggers, stop);
        foreach (var stroke in ClockTable.All)
        {
            await scheduler.AddJob(ClockJob.DetailOf(stroke.Kind), AddJobOptions.Replacing, stop);
            await KeepAsync(scheduler, stroke, stop);
        }

        await scheduler.Start(stop);
        if (!database.IsShared)
        {
            foreach (var stroke in ClockTable.All.Where(s => s.Misfire == CronTriggerMisfireInstruction.FireAndProceed))
            {
                await due.AskForAsync(stroke.Kind, stop);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (scheduler is not null)
        {
            await scheduler.Shutdown(waitForJobsToComplete: true);
            scheduler = null;
        }

        if (factory is not null)
        {
            await factory.DisposeAsync();
            factory = null;
        }
    }

    // A trigger that is there and says the same keeps its memory of what was missed; replaced, it would lose it.
    private async Task KeepAsync(IScheduler started, Stroke stroke, CancellationToken stop)
    {
        var wanted = stroke.Trigger(clock);
        var kept = await started.GetTrigger(wanted.Key, stop);
        var isSame = kept is ICronTrigger cron && cron.CronExpressionString == stroke.Cron
            && cron.MisfireInstructionCode == wanted.MisfireInstructionCode && cron.CalendarName == wanted.CalendarName;
        if (!isSame)
        {
            await started.ScheduleTrigger(wanted, TriggerConflict.Replace, stop);
        }
    }
}
