using Microsoft.Data.Sqlite;
using Npgsql;
using StaffPool.Data.Providers.Sqlite;
using StaffPool.Testing.Databases;

namespace StaffPool.Data.Tests;

/// <summary>What somebody can do who holds the database itself: no trigger, no policy, no use case.</summary>
internal static class BackDoor
{
    private static readonly string[] Guards = ["audit_no_update", "audit_no_delete", "audit_no_replace"];

    /// <param name="test">The database.</param>
    /// <param name="sql">Statements, one after the other.</param>
    public static void Execute(TestDatabase test, params IEnumerable<string> sql)
    {
        if (test.Postgres is { } connection)
        {
            // A replica fires no trigger; the superuser obeys no policy.
            PostgresServer.Shared.Execute(string.Join("; ", sql.Prepend("SET session_replication_role = replica")), NameOf(connection));
            return;
        }

        using var file = new SqliteConnection(((SqliteDatabase)test.Database).ConnectionString);
        file.Open();
        using var command = file.CreateCommand();
        command.CommandText = string.Join("; ", Guards.Select(g => $"DROP TRIGGER IF EXISTS {g}").Prepend("PRAGMA foreign_keys = OFF").Concat(sql));
        command.ExecuteNonQuery();
    }

    /// <summary>Rows in a table, whoever they belong to.</summary>
    public static long Count(string connection, string table) =>
        (long)PostgresServer.Shared.Execute($"SELECT count(*) FROM {table}", NameOf(connection))!;

    private static string NameOf(string connection) => new NpgsqlConnectionStringBuilder(connection).Database!;
}
