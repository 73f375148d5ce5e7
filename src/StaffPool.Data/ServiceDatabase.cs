using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Providers.Postgres;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Data;

/// <summary>The one database of a running service.</summary>
public abstract class ServiceDatabase : IAsyncDisposable
{
    /// <param name="folder">Folder of the service's data; made where it is missing.</param>
    /// <param name="postgres">Connection string of PostgreSQL, or null for a SQLite file in the folder.</param>
    public static ServiceDatabase Open(string folder, string? postgres) =>
        postgres is null ? new SqliteDatabase(folder) : new PostgresDatabase(postgres);

    /// <summary>How a person calls it, without a password.</summary>
    public abstract string Description { get; }

    /// <summary>A context that sees no grouping until one is given.</summary>
    public StaffPoolContext NewContext()
    {
        var context = MakeContext();
        context.OwnNewRows();
        return context;
    }

    /// <summary>Waits for the turn to write, where only one may: to be released by disposing of what is returned.</summary>
    public abstract ValueTask<IDisposable?> WriteTurnAsync(CancellationToken stop);

    /// <summary>Brings the tables to the version of this program; nothing to do where they are.</summary>
    /// <returns>Names of the migrations applied.</returns>
    public async Task<IReadOnlyList<string>> MigrateAsync(CancellationToken stop)
    {
        await using var context = NewContext();
        var pending = (await context.Database.GetPendingMigrationsAsync(stop)).ToList();
        if (pending.Count > 0)
        {
            await context.Database.MigrateAsync(stop);
        }

        return pending;
    }

    public abstract ValueTask DisposeAsync();

    protected abstract StaffPoolContext MakeContext();
}
