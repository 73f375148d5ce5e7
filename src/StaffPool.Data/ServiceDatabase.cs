using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Operations;
using StaffPool.Data.Providers.Postgres;
using StaffPool.Data.Providers.Sqlite;

namespace StaffPool.Data;

/// <summary>The one database of a running service.</summary>
public abstract class ServiceDatabase : IAsyncDisposable
{
    /// <param name="folder">Folder of the service's data; made where it is missing.</param>
    /// <param name="postgres">Connection string of PostgreSQL, or null for a SQLite file in the folder.</param>
    /// <exception cref="DatabaseException">The connection string cannot be read.</exception>
    public static ServiceDatabase Open(string folder, string? postgres) =>
        postgres is null ? new SqliteDatabase(folder) : new PostgresDatabase(postgres);

    /// <summary>How a person calls it, without a password.</summary>
    public abstract string Description { get; }

    /// <summary>Whether several processes may serve it; else one is all there is.</summary>
    public abstract bool IsShared { get; }

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

    /// <summary>Writes all that is in it, as of one moment, while others go on writing.</summary>
    /// <param name="file">Must not be there yet.</param>
    /// <param name="stop">Gives up; no file is left.</param>
    /// <exception cref="DatabaseException">It cannot be done; no file is left.</exception>
    public async Task BackUpAsync(string file, CancellationToken stop)
    {
        if (await IsEmptyAsync(stop))
        {
            throw new DatabaseException(DatabaseFault.Empty, Description);
        }

        await WriteBackupAsync(file, stop);
    }

    /// <summary>Puts what is in a backup in the place of all that is here, or changes nothing.</summary>
    /// <param name="file">From <see cref="BackUpAsync"/> on the same kind of database.</param>
    /// <param name="overwrite">Whether what is here may be lost.</param>
    /// <param name="stop">Gives up; nothing is changed.</param>
    /// <exception cref="DatabaseException">It cannot be done; nothing is changed.</exception>
    public async Task RestoreAsync(string file, bool overwrite, CancellationToken stop)
    {
        if (!File.Exists(file))
        {
            throw new DatabaseException(DatabaseFault.NotABackup, file);
        }

        if (!overwrite && !await IsEmptyAsync(stop))
        {
            throw new DatabaseException(DatabaseFault.NotEmpty, Description);
        }

        await ReadBackupAsync(file, stop);
    }

    /// <summary>Whether there is no table yet.</summary>
    public abstract Task<bool> IsEmptyAsync(CancellationToken stop);

    public abstract ValueTask DisposeAsync();

    /// <summary>What the database itself finds wrong, and the locks that are missing.</summary>
    internal abstract Task<IReadOnlyList<DatabaseFlaw>> FlawsAsync(CancellationToken stop);

    protected abstract Task WriteBackupAsync(string file, CancellationToken stop);

    protected abstract Task ReadBackupAsync(string file, CancellationToken stop);

    protected abstract StaffPoolContext MakeContext();
}
