using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.Jobs.Execution;

/// <summary>Looks now and then for rows that no queue brings any more: announced when nobody listened, tried in vain, or left by a worker that died.</summary>
/// <param name="database">Where runs are.</param>
/// <param name="dispatcher">Where they are announced again.</param>
/// <param name="timing">How often.</param>
/// <param name="clock">Time.</param>
/// <param name="log">For a database that is away.</param>
public sealed partial class RunRounds(
    ServiceDatabase database, IRunDispatcher dispatcher, RunTiming timing, TimeProvider clock, ILogger<RunRounds> log)
{
    // A queue holds what was announced already: the oldest are enough for one round.
    private const int MostAnnounced = 500;
    private const int AtOnce = 20;

    // When runs that no worker has held yet were announced. Announcing takes the lock of the cluster, so a burst that waits
    // in the queue is not announced at every round, but later again in case the queue was lost. Where a worker held a run,
    // the queue may still hold it for that worker: those are announced until they go on.
    private readonly Dictionary<Guid, DateTime> announced = [];

    /// <summary>Goes on until it is stopped.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(timing.Round, clock);
        do
        {
            try
            {
                await AnnounceAsync(stop);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                LogAway(log, failure.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private async Task AnnounceAsync(CancellationToken stop)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        foreach (var old in announced.Where(a => a.Value <= now - (2 * timing.Patience)).Select(a => a.Key).ToList())
        {
            announced.Remove(old);
        }

        // Looked at again after a few: several workers announce the same burst, and what one of them has done meanwhile must
        // not be brought once more by another. The oldest first: who asked first is served first.
        HashSet<Guid> told = [];
        while (await NextAsync(told, now, stop) is { Count: > 0 } next)
        {
            foreach (var (run, wasHeld) in next)
            {
                told.Add(run.RunId);
                if (!wasHeld)
                {
                    announced[run.RunId] = now;
                }

                await dispatcher.AnnounceAsync(run, stop);
            }
        }
    }

    private async Task<List<Waiting>> NextAsync(HashSet<Guid> told, DateTime now, CancellationToken stop) =>
    [
        .. (await WaitingAsync(now, stop))
            .Where(w => !told.Contains(w.Run.RunId) && (w.WasHeld || !announced.ContainsKey(w.Run.RunId)))
            .Take(AtOnce),
    ];

    private async Task<List<Waiting>> WaitingAsync(DateTime now, CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var dead = now - timing.Patience;
        return await db.Runs.IgnoreQueryFilters()
            .Where(r => (r.Status == RunStatus.Pending && (r.NotBefore == null || r.NotBefore <= now))
                || (r.Status == RunStatus.Running && r.HeartbeatAt < dead))
            .OrderBy(r => r.RequestedAt)
            .Select(r => new Waiting(new RunAddress(r.GroupingId, r.Id, r.Kind), r.FencingToken > 0))
            .Take(MostAnnounced)
            .ToListAsync(stop);
    }

    [LoggerMessage(LogLevel.Warning, "Waiting runs could not be read; looked at again later: {Reason}")]
    private static partial void LogAway(ILogger log, string reason);

    /// <param name="Run">Where it is.</param>
    /// <param name="WasHeld">By a worker that stopped, failed or died.</param>
    private sealed record Waiting(RunAddress Run, bool WasHeld);
}
