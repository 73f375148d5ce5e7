using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Access;

/// <summary>
/// Removes what is kept no longer: sessions that ended, links and invitations that expired, what the clock computed, keys
/// of requests that programs may use again. Sessions and links belong to no grouping: the purge of whichever comes first removes them.
/// </summary>
[Permits]
public sealed class RetentionExecution(ClockSettings settings) : IClockedExecution
{
    public IReadOnlyCollection<RunKind> Kinds => [RunKind.RetentionPurge];

    public Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop) => Task.FromResult<IReadOnlyList<DueRun>>(
        [DueRun.Of(scope.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Nothing.More)]);

    public Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run) => Task.FromResult<Func<WorkScope, RunRow, Task>>(async (scope, row) =>
    {
        var (db, access, runs) = (scope.Db, scope.Now.AddDays(-settings.KeepAccessDays), scope.Now.AddDays(-settings.KeepRunDays));
        var sessions = await db.Sessions.Where(s => s.EndedAt < access || s.LastSeenAt < access).ExecuteDeleteAsync(run.Stop);
        var links = await db.SignInLinks.Where(l => l.ExpiresAt < access).ExecuteDeleteAsync(run.Stop);
        // Rows of the grouping go one by one, so that the audit log tells of them.
        var invitations = await db.Invitations.Where(i => i.ExpiresAt < access).ToListAsync(run.Stop);
        db.RemoveRange(invitations);
        // Those that users asked for are named by what they made.
        var old = await db.Runs.Where(r => r.EndedAt < runs && r.PeriodKey != null).ToListAsync(run.Stop);
        db.RemoveRange(old);
        var oldest = scope.Now - OnceOnly.Kept;
        var keys = await db.ApiRequests.Where(r => r.DoneAt < oldest).ExecuteDeleteAsync(run.Stop);
        var letters = await db.SentLetters.Where(l => l.SentAt < runs).ExecuteDeleteAsync(run.Stop);
        await RunReport.Of(
            LetterTexts.Of("purge"),
            [
                LetterTexts.Of("purge.access", sessions, links, invitations.Count, settings.KeepAccessDays),
                LetterTexts.Of("purge.runs", old.Count, letters, settings.KeepRunDays),
                LetterTexts.Of("purge.keys", keys, (int)OnceOnly.Kept.TotalHours),
            ]).SaveAsync(scope, row);
    });
}
