using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Execution;

/// <summary>
/// Executes runs in the process of the service, one after the other: a plan takes all cores by itself. What waits in
/// memory may be lost: at the start, and now and then, the rows that wait or whose worker died are announced again.
/// </summary>
/// <param name="database">Where runs are.</param>
/// <param name="execution">What computes a plan.</param>
/// <param name="clock">For the rounds.</param>
/// <param name="log">For faults of the program.</param>
public sealed partial class RunWorker(ServiceDatabase database, PlanExecution execution, TimeProvider clock, ILogger<RunWorker> log)
    : BackgroundService, IRunDispatcher
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(15);

    private readonly Channel<RunAddress> waiting = Channel.CreateUnbounded<RunAddress>();

    public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop) => waiting.Writer.WriteAsync(run, stop);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var rounds = LookRoundAsync(stoppingToken);
        await foreach (var run in waiting.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await execution.RunAsync(run, stoppingToken);
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The row tells the user; the service goes on with the next.
                Failed(fault, run.RunId);
            }
        }

        await rounds;
    }

    private async Task LookRoundAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Round, clock);
        do
        {
            try
            {
                foreach (var run in await WaitingAsync(stop))
                {
                    await AnnounceAsync(run, stop);
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException)
            {
                // The database is away for a moment: the next round will tell.
                RoundFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task<List<RunAddress>> WaitingAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var dead = clock.GetUtcNow().UtcDateTime - RunLease.Patience;
        return await db.Runs.IgnoreQueryFilters()
            .Where(r => r.Status == RunStatus.Pending || (r.Status == RunStatus.Running && r.HeartbeatAt < dead))
            .OrderBy(r => r.RequestedAt)
            .Select(r => new RunAddress(r.GroupingId, r.Id))
            .ToListAsync(stop);
    }

    [LoggerMessage(1, LogLevel.Error, "The run {RunId} failed.")]
    private partial void Failed(Exception fault, Guid runId);

    [LoggerMessage(2, LogLevel.Warning, "Waiting runs could not be read; tried again later.")]
    private partial void RoundFailed(Exception fault);
}
