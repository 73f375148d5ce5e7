using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Domain.Texts;

namespace StaffPool.Application.UseCases;

/// <summary>
/// Where use cases do their work: it checks who may, opens the transaction of the grouping, saves, and adds the entry of
/// the audit log in the same transaction. All or nothing is kept.
/// </summary>
/// <param name="database">Where it works.</param>
/// <param name="user">Who asks.</param>
/// <param name="clock">When.</param>
/// <param name="once">Where the same may be asked twice; null where it is not.</param>
public sealed class Work(ServiceDatabase database, ICurrentUser user, TimeProvider clock, OnceOnly? once = null)
{
    private const int MostAttempts = 5;

    private static readonly ConcurrentDictionary<Type, IReadOnlyList<Role>> Permitted = [];

    /// <summary>Roles that may run a use case.</summary>
    /// <exception cref="InvalidOperationException">It does not say: a fault of the program.</exception>
    public static IReadOnlyList<Role> RolesOf(Type useCase) => Permitted.GetOrAdd(
        useCase,
        type => type.GetCustomAttribute<PermitsAttribute>()?.Roles ?? throw new InvalidOperationException($"{type.Name} does not say who may run it."));

    /// <summary>Reads as the caller of a use case.</summary>
    /// <param name="useCase">The use case itself.</param>
    /// <param name="groupingId">The grouping.</param>
    /// <param name="read">What it does.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">The caller may not, or <paramref name="read"/> says so.</exception>
    public Task<T> ReadAsync<T>(object useCase, Guid groupingId, Func<WorkScope, Task<T>> read, CancellationToken stop) =>
        UseCaseSignals.FollowAsync(useCase.GetType(), groupingId, () => ReadOnceAsync(useCase, groupingId, read, stop));

    /// <summary>Writes as the caller of a use case: what <paramref name="write"/> changes is saved when it returns.</summary>
    /// <param name="useCase">The use case itself.</param>
    /// <param name="groupingId">The grouping.</param>
    /// <param name="write">What it does; run again from the start where the database asks for it.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">The caller may not, somebody else was faster, or <paramref name="write"/> says so.</exception>
    public Task<T> WriteAsync<T>(object useCase, Guid groupingId, Func<WorkScope, Task<T>> write, CancellationToken stop) =>
        UseCaseSignals.FollowAsync(useCase.GetType(), groupingId, () => WriteUntilDoneAsync(useCase, groupingId, write, stop));

    private async Task<T> ReadOnceAsync<T>(object useCase, Guid groupingId, Func<WorkScope, Task<T>> read, CancellationToken stop)
    {
        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        db.ChangeTracker.QueryTrackingBehavior = QueryTrackingBehavior.NoTracking;
        await using var transaction = await db.BeginAsync(new Sight(user.Id), writes: false, stop);
        return await read(await ScopeAsync(db, useCase.GetType(), writes: false, stop));
    }

    private async Task<T> WriteUntilDoneAsync<T>(object useCase, Guid groupingId, Func<WorkScope, Task<T>> write, CancellationToken stop)
    {
        for (var attempt = 1; ; attempt++)
        {
            using var turn = await database.WriteTurnAsync(stop);
            await using var db = database.NewContext();
            db.GroupingId = groupingId;
            WorkScope? scope = null;
            try
            {
                await using var transaction = await db.BeginAsync(new Sight(user.Id), writes: true, stop);
                scope = await ScopeAsync(db, useCase.GetType(), writes: true, stop);
                await (once?.LookAsync(db, scope.Now, stop) ?? Task.CompletedTask);
                var result = await write(scope);
                once?.Note(db, scope.Now, result);
                await AuditedSave.RunAsync(scope.Db, useCase.GetType(), (scope.Caller.UserId, scope.Caller.Name), scope.Subject, scope.Now, stop);
                await transaction.CommitAsync(stop);
                return result;
            }
            catch (Exception failure) when (attempt < MostAttempts && db.IsWorthRetrying(failure))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20 * attempt), clock, stop);
            }
            catch (Exception failure) when (failure is OutOfDateException or DbUpdateConcurrencyException)
            {
                throw await OutOfDateAsync(groupingId, scope?.Subject, stop);
            }
            catch (DbUpdateException failure) when (attempt < MostAttempts && OnceOnly.IsAbout(db.DuplicateKeyOf(failure)))
            {
                // The same request was faster: the next attempt finds it done.
            }
            catch (DbUpdateException failure) when (db.DuplicateKeyOf(failure) is not null)
            {
                throw RefusedException.Of(Refusal.Taken, await TakenAsync(groupingId, scope, stop));
            }
        }
    }

    private async Task<WorkScope> ScopeAsync(StaffPoolContext db, Type useCase, bool writes, CancellationToken stop)
    {
        if (user.Limits?.Refuse(db.GroupingId, useCase, writes) is { } reason)
        {
            throw RefusedException.Of(Refusal.NotPermitted, reason);
        }

        var grants = user.Id is { } id
            ? await db.Grants.AsNoTracking().Where(g => g.UserId == id).Select(g => new Grant(g.Role, g.MemberId, g.ProfessionalId)).ToListAsync(stop)
            : [];
        var caller = new Caller(user.Id, user.Name, user.IsOperator, user.Limits is { } limits ? grants.FindAll(limits.Covers) : grants);
        return caller.Is([.. RolesOf(useCase)])
            ? new WorkScope(db, caller, clock.GetUtcNow().UtcDateTime)
            : throw RefusedException.Of(Refusal.NotPermitted, UseCaseTexts.Of("not-permitted"));
    }

    private async Task<RefusedException> OutOfDateAsync(Guid groupingId, Guid? subject, CancellationToken stop)
    {
        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        await using var transaction = await db.BeginAsync(new Sight(user.Id), writes: false, stop);
        var last = subject is null
            ? null
            : await db.AuditEntries.AsNoTracking().Where(e => e.SubjectId == subject).OrderByDescending(e => e.Sequence).FirstOrDefaultAsync(stop);
        return new RefusedException(Refusal.OutOfDate, [OutOfDate.Told(last)]);
    }

    private async Task<Text> TakenAsync(Guid groupingId, WorkScope? scope, CancellationToken stop)
    {
        if (scope?.WhenTaken is not { } tell)
        {
            return UseCaseTexts.Of("taken");
        }

        await using var db = database.NewContext();
        db.GroupingId = groupingId;
        await using var transaction = await db.BeginAsync(new Sight(user.Id), writes: false, stop);
        return await tell(db);
    }
}
