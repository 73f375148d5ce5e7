using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>
/// What the worker that holds a run does to its row. A run whose worker gives no sign of life is taken over; whoever lost
/// it then writes nothing more, because the fencing token of the row is no longer its own.
/// </summary>
public sealed class RunLease
{
    /// <summary>Without a sign of life for so long, a worker is taken for dead.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>A run that killed its worker that often is not worth another.</summary>
    private const int MostStarts = 3;

    private readonly Work work;
    private readonly object useCase;
    private readonly int token;

    private RunLease(Work work, object useCase, RunAddress run, string request, int token) =>
        (this.work, this.useCase, Run, Request, this.token) = (work, useCase, run, request, token);

    public RunAddress Run { get; }

    /// <summary>What was asked, as JSON.</summary>
    public string Request { get; }

    /// <returns>Null where the run has ended, or another worker holds it.</returns>
    public static Task<RunLease?> TakeAsync(Work work, object useCase, RunAddress run, CancellationToken stop) =>
        work.WriteAsync(useCase, run.GroupingId, async scope =>
        {
            var row = await scope.Db.Runs.SingleOrDefaultAsync(r => r.Id == run.RunId, stop);
            if (row is null || !(row.Status == RunStatus.Pending || IsAbandoned(row, scope.Now)))
            {
                return null;
            }

            scope.Subject = row.Id;
            if (row.FencingToken >= MostStarts)
            {
                End(row, RunStatus.Failed, scope.Now);
                row.Failure = RunTexts.Of("run.gave-up", MostStarts).ToString();
                return null;
            }

            row.Status = RunStatus.Running;
            row.FencingToken++;
            row.StartedAt ??= scope.Now;
            row.HeartbeatAt = scope.Now;
            return new RunLease(work, useCase, run, row.Request, row.FencingToken);
        }, stop);

    /// <summary>Gives a sign of life, and says where the run stands. Not a change that the audit log tells.</summary>
    /// <returns>Whether somebody asked to stop it.</returns>
    /// <exception cref="LeaseLostException">Another worker took it over.</exception>
    public Task<bool> TellAsync(RunProgress? progress, CancellationToken stop) =>
        work.WriteAsync(useCase, Run.GroupingId, async scope =>
        {
            var written = progress?.Written();
            var told = await scope.Db.Runs
                .Where(r => r.Id == Run.RunId && r.FencingToken == token && r.Status == RunStatus.Running)
                .ExecuteUpdateAsync(s => s.SetProperty(r => r.HeartbeatAt, scope.Now).SetProperty(r => r.Progress, r => written ?? r.Progress), stop);
            return told == 1
                ? await scope.Db.Runs.Where(r => r.Id == Run.RunId).Select(r => r.IsCancelRequested).SingleAsync(stop)
                : throw new LeaseLostException();
        }, stop);

    /// <summary>Ends the run and saves what it gave, together.</summary>
    /// <param name="status">How it ended.</param>
    /// <param name="save">Adds what it gave, and notes it in the row.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="LeaseLostException">Another worker took it over: nothing is saved.</exception>
    public Task EndAsync(RunStatus status, Func<WorkScope, RunRow, Task> save, CancellationToken stop) =>
        work.WriteAsync(useCase, Run.GroupingId, async scope =>
        {
            var row = await scope.Db.Runs.SingleAsync(r => r.Id == Run.RunId, stop);
            if (row.FencingToken != token || row.Status != RunStatus.Running)
            {
                throw new LeaseLostException();
            }

            scope.Subject = row.Id;
            await save(scope, row);
            End(row, status, scope.Now);
            return true;
        }, stop);

    /// <summary>Whether its worker is dead.</summary>
    public static bool IsAbandoned(RunRow row, DateTime now) =>
        row.Status == RunStatus.Running && row.HeartbeatAt < now - Patience;

    private static void End(RunRow row, RunStatus status, DateTime now) =>
        (row.Status, row.EndedAt, row.DedupKey) = (status, now, null);
}

/// <summary>The run is another worker's now.</summary>
public sealed class LeaseLostException() : Exception("Another worker took this run over.");
