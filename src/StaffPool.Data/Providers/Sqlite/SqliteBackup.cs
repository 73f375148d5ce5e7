using Microsoft.Data.Sqlite;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>Copies of a SQLite file while others write to it, and back.</summary>
internal static class SqliteBackup
{
    /// <summary>One file, without the log files beside it, as of one moment.</summary>
    public static Task WriteAsync(string connectionString, string file, CancellationToken stop) => NewFile.WriteAsync(file, async path =>
    {
        await using var connection = new SqliteConnection(connectionString);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
        // A big file takes longer than a command usually may.
        command.CommandTimeout = 0;
        command.CommandText = "VACUUM INTO $path";
        command.Parameters.AddWithValue("$path", path);
        await command.ExecuteNonQueryAsync(stop);
    });

    /// <summary>Replaces all that is in a database, in one transaction of SQLite's own: whatever happens, the old or the new is there.</summary>
    /// <exception cref="DatabaseException">The file is not a whole backup.</exception>
    public static async Task ReadAsync(string connectionString, string file, CancellationToken stop)
    {
        // Not pooled: the file is the user's, and is let go of at the end.
        await using var source = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = file, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
        await CheckAsync(source, file, stop);
        await using var target = new SqliteConnection(connectionString);
        await target.OpenAsync(stop);
        source.BackupDatabase(target);
    }

    private static async Task CheckAsync(SqliteConnection source, string file, CancellationToken stop)
    {
        try
        {
            await source.OpenAsync(stop);
            var faults = await SqliteCheck.FaultsAsync(source, stop);
            if (faults.Count > 0 || await SqliteCheck.CountAsync(source, "sqlite_master WHERE name IN ('groupings', 'audit_entries')", stop) != 2)
            {
                throw new DatabaseException(DatabaseFault.NotABackup, file);
            }
        }
        catch (SqliteException)
        {
            throw new DatabaseException(DatabaseFault.NotABackup, file);
        }
    }
}
