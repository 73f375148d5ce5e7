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
    private readonly Work work;
    private readonly object useCase;
    private readonly int token;

    private RunLease(Work work, object useCase, RunAddress run, string request, int token) =>
        (this.work, this.useCase, Run, Request, this.token) = (work, useCase, run, request, token);

    public RunAddress Run { get; }

    /// <summary>What was asked, as JSON.</summary>
    public string Request { get; }

    /// <returns>Null where the run has ended, must wait, or another worker holds it.</returns>
    public static async Task<RunLease?> TakeAsync(Work work, object useCase, RunAddress run, RunTiming timing, CancellationToken stop)
    {
        try
        {
            return await work.WriteAsync(useCase, run.GroupingId, scope => TakeAsync(scope, work, useCase, run, timing, stop), stop);
        }
        catch (RefusedException faster) when (faster.Refusal == Refusal.OutOfDate)
        {
            return null;
        }
    }

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
    public Task EndAsync(RunStatus status, Func<WorkScope, RunRow, Task> save, CancellationToken stop) => ChangeAsync(
        async (scope, row) =>
        {
            await save(scope, row);
            End(row, status, scope.Now);
        },
        stop);

    /// <summary>Gives the run back as it was before: its worker stops, another may take it at once.</summary>
    /// <exception cref="LeaseLostException">Another worker took it over.</exception>
    public Task LetGoAsync(CancellationToken stop) => ChangeAsync(
        (_, row) =>
        {
            row.Status = RunStatus.Pending;
            return Task.CompletedTask;
        },
        stop);

    /// <summary>Lets the run wait before it is tried again, or ends it where it was tried often enough.</summary>
    /// <param name="reason">Why it failed, for the reader.</param>
    /// <param name="delays">Before the first, the second… new attempt; there is none after the last.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="LeaseLostException">Another worker took it over.</exception>
    public Task PostponeAsync(string reason, IReadOnlyList<TimeSpan> delays, CancellationToken stop) => ChangeAsync(
        (scope, row) =>
        {
            if (++row.Failures <= delays.Count)
            {
                (row.Status, row.NotBefore) = (RunStatus.Pending, scope.Now + delays[row.Failures - 1]);
            }
            else
            {
                row.Failure = reason;
                End(row, RunStatus.Failed, scope.Now);
            }

            return Task.CompletedTask;
        },
        stop);

    private static async Task<RunLease?> TakeAsync(
        WorkScope scope, Work work, object useCase, RunAddress run, RunTiming timing, CancellationToken stop)
    {
        var row = await scope.Db.Runs.SingleOrDefaultAsync(r => r.Id == run.RunId, stop);
        var isAbandoned = row is { Status: RunStatus.Running } && row.HeartbeatAt < scope.Now - timing.Patience;
        if (row is null || !(isAbandoned || (row.Status == RunStatus.Pending && !(row.NotBefore > scope.Now))))
        {
            return null;
        }

        scope.Subject = row.Id;
        if (isAbandoned && ++row.Failures >= timing.MostFailures)
        {
            End(row, RunStatus.Failed, scope.Now);
            row.Failure = RunTexts.Of("run.gave-up", timing.MostFailures).ToString();
            return null;
        }

        row.Status = RunStatus.Running;
        row.FencingToken++;
        row.StartedAt ??= scope.Now;
        row.HeartbeatAt = scope.Now;
        row.NotBefore = null;
        return new RunLease(work, useCase, run, row.Request, row.FencingToken);
    }

    private Task<bool> ChangeAsync(Func<WorkScope, RunRow, Task> change, CancellationToken stop) =>
        work.WriteAsync(useCase, Run.GroupingId, async scope =>
        {
            var row = await scope.Db.Runs.SingleAsync(r => r.Id == Run.RunId, stop);
            if (row.FencingToken != token || row.Status != RunStatus.Running)
            {
                throw new LeaseLostException();
            }

            scope.Subject = row.Id;
            await change(scope, row);
            return true;
        }, stop);

    private static void End(RunRow row, RunStatus status, DateTime now) =>
        (row.Status, row.EndedAt, row.DedupKey) = (status, now, null);
}

/// <summary>The run is another worker's now.</summary>
public sealed class LeaseLostException() : Exception("Another worker took this run over.");
