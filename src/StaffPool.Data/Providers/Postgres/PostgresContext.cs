using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using StaffPool.Data.Audit;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>The model on PostgreSQL, where row-level security keeps the groupings apart a second time.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : StaffPoolContext(options)
{
    // Set for the transaction, never for the connection: it goes back to a pool that all groupings share.
    public override async Task<IDbContextTransaction> BeginAsync(Sight sight, bool writes, CancellationToken stop)
    {
        // A reader sees one moment, as on SQLite: what it reads in several queries fits together.
        var transaction = await Database.BeginTransactionAsync(writes ? IsolationLevel.ReadCommitted : IsolationLevel.RepeatableRead, stop);
        var grouping = sight.AllGroupings ? "*" : GroupingId.ToString();
        var user = sight.UserId?.ToString() ?? "";
        await Database.ExecuteSqlAsync(
            $"SELECT set_config('staffpool.grouping', {grouping}, true), set_config('staffpool.user', {user}, true)", stop);
        return transaction;
    }

    // Made where it is missing: two first writes of a grouping would both find nothing to lock.
    public override async Task<AuditHeadRow?> LockAuditHeadAsync(CancellationToken stop)
    {
        if (await LockedHeadAsync(stop) is { } head)
        {
            return head;
        }

        await Database.ExecuteSqlAsync(
            $"INSERT INTO audit_heads (grouping_id, sequence, hash) VALUES ({GroupingId}, 0, {AuditTrail.Nothing}) ON CONFLICT DO NOTHING", stop);
        return await LockedHeadAsync(stop);
    }

    public override string? DuplicateKeyOf(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused
            ? refused.ConstraintName
            : null;

    // A reference to what somebody removed meanwhile too: the second attempt sees it gone and says so. Entity Framework
    // wraps it once or twice.
    public override bool IsWorthRetrying(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.ForeignKeyViolation }
        || (failure.InnerException is { } inner && IsWorthRetrying(inner));

    private Task<AuditHeadRow?> LockedHeadAsync(CancellationToken stop) =>
        AuditHeads.FromSql($"SELECT * FROM audit_heads WHERE grouping_id = {GroupingId} FOR UPDATE").SingleOrDefaultAsync(stop);
}
