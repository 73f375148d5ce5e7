using System.Globalization;
using Microsoft.Data.Sqlite;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>What SQLite itself finds wrong with a file.</summary>
internal static class SqliteCheck
{
    /// <returns>Damaged pages and indexes, rows that refer to nothing; empty where all is well.</returns>
    public static async Task<IReadOnlyList<string>> FaultsAsync(SqliteConnection connection, CancellationToken stop)
    {
        var faults = new List<string>();
        await foreach (var row in RowsAsync(connection, "PRAGMA integrity_check", stop))
        {
            if (row is not ["ok"])
            {
                faults.Add(row[0]);
            }
        }

        await foreach (var row in RowsAsync(connection, "PRAGMA foreign_key_check", stop))
        {
            faults.Add($"{row[0]}, rowid {row[1]} → {row[2]}");
        }

        return faults;
    }

    /// <param name="connection">Open.</param>
    /// <param name="from">What stands after FROM, written in this program.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<long> CountAsync(SqliteConnection connection, string from, CancellationToken stop)
    {
        await foreach (var row in RowsAsync(connection, $"SELECT count(*) FROM {from}", stop))
        {
            return long.Parse(row[0], CultureInfo.InvariantCulture);
        }

        return 0;
    }

    private static async IAsyncEnumerable<string[]> RowsAsync(
        SqliteConnection connection, string sql, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            yield return [.. Enumerable.Range(0, reader.FieldCount).Select(i => Convert.ToString(reader.GetValue(i), CultureInfo.InvariantCulture) ?? "")];
        }
    }
}
