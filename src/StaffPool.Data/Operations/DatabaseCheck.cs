using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Audit;

namespace StaffPool.Data.Operations;

/// <summary>Whether a database is whole: what it says of itself, its locks, its version and its audit log.</summary>
public static class DatabaseCheck
{
    /// <exception cref="DatabaseException">There is nothing in it.</exception>
    public static async Task<DatabaseReport> RunAsync(ServiceDatabase database, CancellationToken stop)
    {
        if (await database.IsEmptyAsync(stop))
        {
            throw new DatabaseException(DatabaseFault.Empty, database.Description);
        }

        await using var db = database.NewContext();
        var pending = (await db.Database.GetPendingMigrationsAsync(stop)).ToList();
        var flaws = await database.FlawsAsync(stop);
        return pending.Count > 0
            // The tables are those of another version: neither can be read.
            ? new DatabaseReport(flaws, pending, [], [])
            : new DatabaseReport(flaws, pending, await CountAsync(db, stop), (await AuditCheck.RunAsync(database, [], stop)).Chains);
    }

    private static async Task<IReadOnlyList<TableCount>> CountAsync(StaffPoolContext db, CancellationToken stop)
    {
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        var counts = new List<TableCount>();
        foreach (var table in db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Distinct().Order(StringComparer.Ordinal))
        {
            // Names of the model: nothing here comes from outside.
#pragma warning disable EF1002
            counts.Add(new TableCount(table, await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {table}").SingleAsync(stop)));
#pragma warning restore EF1002
        }

        return counts;
    }
}

/// <param name="Flaws">What is wrong.</param>
/// <param name="PendingMigrations">Migrations of this program that it lacks.</param>
/// <param name="Tables">Rows of all groupings; none where migrations are pending.</param>
/// <param name="Audit">Likewise.</param>
public sealed record DatabaseReport(
    IReadOnlyList<DatabaseFlaw> Flaws, IReadOnlyList<string> PendingMigrations, IReadOnlyList<TableCount> Tables, IReadOnlyList<AuditChain> Audit)
{
    public bool IsSound => Flaws.Count == 0 && PendingMigrations.Count == 0 && Audit.All(chain => chain.Breach is null);
}

/// <param name="Table">Its name in the database.</param>
/// <param name="Rows">How many.</param>
public sealed record TableCount(string Table, long Rows);

/// <param name="Kind">What is wrong.</param>
/// <param name="Detail">Where: a table, a role, or the words of the database.</param>
public sealed record DatabaseFlaw(FlawKind Kind, string Detail);

public enum FlawKind
{
    /// <summary>A damaged page or index, a row that refers to nothing.</summary>
    Damage,

    /// <summary>A table of groupings without row-level security.</summary>
    NotLocked,

    /// <summary>The service signs in as a role that row-level security does not hold.</summary>
    SeesThroughLocks,

    /// <summary>Entries of the audit log can be changed.</summary>
    NotAppendOnly,
}
