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
        var transaction = await Database.BeginTransactionAsync(stop);
        var grouping = sight.AllGroupings ? "*" : GroupingId.ToString();
        var user = sight.UserId?.ToString() ?? "";
        await Database.ExecuteSqlAsync(
            $"SELECT set_config('staffpool.grouping', {grouping}, true), set_config('staffpool.user', {user}, true)", stop);
        return transaction;
    }

    public override Task<AuditHeadRow?> LockAuditHeadAsync(CancellationToken stop) =>
        AuditHeads.FromSql($"SELECT * FROM audit_heads WHERE grouping_id = {GroupingId} FOR UPDATE").SingleOrDefaultAsync(stop);

    public override string? DuplicateKeyOf(DbUpdateException failure) =>
        failure.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } refused
            ? refused.ConstraintName
            : null;

    public override bool IsWorthRetrying(Exception failure) =>
        (failure as NpgsqlException ?? failure.InnerException as NpgsqlException) is
            { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };
}
