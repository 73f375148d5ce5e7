using Npgsql;
using StaffPool.Data.Operations;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>Whether the locks that PostgreSQL holds are there.</summary>
internal static class PostgresCheck
{
    // "groupings" owns itself, by its id.
    private const string Unlocked =
        """
        SELECT c.relname FROM pg_class c
        WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND NOT (c.relrowsecurity AND c.relforcerowsecurity)
          AND (c.relname = 'groupings' OR EXISTS (SELECT 1 FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attname = 'grouping_id' AND NOT a.attisdropped))
        ORDER BY 1
        """;

    private const string Damaged =
        """
        SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND NOT convalidated
        UNION ALL SELECT indexrelid::regclass::text FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
        WHERE c.relnamespace = current_schema()::regnamespace AND NOT indisvalid
        """;

    private const string NotAppendOnly =
        """
        SELECT 'audit_entries' WHERE NOT EXISTS (
          SELECT 1 FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
          WHERE c.relname = 'audit_entries' AND c.relnamespace = current_schema()::regnamespace AND t.tgname = 'append_only' AND t.tgenabled IN ('O', 'A'))
        """;

    private const string SeesThrough = "SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)";

    public static Task<IReadOnlyList<string>> TablesAsync(NpgsqlDataSource source, CancellationToken stop) => ListAsync(
        source, "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'p') ORDER BY 1", stop);

    public static async Task<IReadOnlyList<DatabaseFlaw>> FlawsAsync(NpgsqlDataSource source, CancellationToken stop)
    {
        var flaws = new List<DatabaseFlaw>();
        foreach (var (kind, sql) in ((FlawKind, string)[])[
            (FlawKind.Damage, Damaged), (FlawKind.NotLocked, Unlocked), (FlawKind.SeesThroughLocks, SeesThrough), (FlawKind.NotAppendOnly, NotAppendOnly)])
        {
            flaws.AddRange((await ListAsync(source, sql, stop)).Select(detail => new DatabaseFlaw(kind, detail)));
        }

        return flaws;
    }

    private static async Task<IReadOnlyList<string>> ListAsync(NpgsqlDataSource source, string sql, CancellationToken stop)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(stop);
        var rows = new List<string>();
        while (await reader.ReadAsync(stop))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
