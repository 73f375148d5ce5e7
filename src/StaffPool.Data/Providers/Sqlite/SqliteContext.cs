using System.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using StaffPool.Data.Audit;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>The model in one SQLite file: one process, any number of readers, one writer at a time.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : StaffPoolContext(options)
{
    private const int ConstraintFailed = 19;
    private const int Busy = 5;
    private const int Locked = 6;

    // Immediate where it writes: one that read first would otherwise fail on the lock that it asks for late.
    // The provider takes "uncommitted" for deferred; what is read is one moment all the same.
    public override Task<IDbContextTransaction> BeginAsync(Sight sight, bool writes, CancellationToken stop) =>
        Database.BeginTransactionAsync(writes ? IsolationLevel.Serializable : IsolationLevel.ReadUncommitted, stop);

    public override Task<AuditHeadRow?> LockAuditHeadAsync(CancellationToken stop) => AuditHeads.SingleOrDefaultAsync(stop);

    public override string? DuplicateKeyOf(DbUpdateException failure) =>
        failure.InnerException is SqliteException { SqliteErrorCode: ConstraintFailed } refused
            && refused.Message.Contains("UNIQUE", StringComparison.Ordinal)
            ? refused.Message
            : null;

    public override bool IsWorthRetrying(Exception failure) =>
        (failure as SqliteException ?? failure.InnerException as SqliteException) is { SqliteErrorCode: Busy or Locked };
}
