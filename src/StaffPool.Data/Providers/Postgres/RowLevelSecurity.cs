using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffPool.Data.Providers.Postgres;

/// <summary>
/// The second lock: PostgreSQL itself shows a transaction the rows of its grouping alone, and of no grouping where none
/// was said. Forced, so that it holds for the owner of the tables too. A new table of a grouping needs
/// <see cref="Lock"/> in its migration; a test looks for those without.
/// </summary>
[DbContext(typeof(PostgresContext))]
[Migration("20261125191000_RowLevelSecurity")]
internal sealed class RowLevelSecurity : Migration
{
    private static readonly string[] OwnedTables =
    [
        "absence_causes", "absences", "agenda_items", "agreements", "assemblies", "assignments", "attendances",
        "audit_entries", "audit_heads", "ballots", "bookings", "calls", "campaigns", "declarations", "expenses",
        "invitations", "members", "motions", "needs", "plans", "professionals", "professions", "runs", "site_answers",
        "sites", "working_times",
    ];

    /// <summary>Hides the rows of other groupings in one table.</summary>
    public static void Lock(MigrationBuilder migration, string table)
    {
        Force(migration, table);
        migration.Sql($"CREATE POLICY own_grouping ON {table} USING (staffpool_sees(grouping_id))");
    }

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql(
            """
            CREATE FUNCTION staffpool_sees(owner_grouping uuid) RETURNS boolean LANGUAGE sql STABLE AS
            $$ SELECT current_setting('staffpool.grouping', true) IN ('*', owner_grouping::text) $$;
            CREATE FUNCTION staffpool_is(person uuid) RETURNS boolean LANGUAGE sql STABLE AS
            $$ SELECT current_setting('staffpool.user', true) = person::text $$;
            """);
        foreach (var table in OwnedTables)
        {
            Lock(migrationBuilder, table);
        }

        // Whoever signs in must find out where: their own grants, and the names of those groupings.
        Force(migrationBuilder, "grants");
        migrationBuilder.Sql("CREATE POLICY own_grouping ON grants USING (staffpool_sees(grouping_id))");
        migrationBuilder.Sql("CREATE POLICY own_grants ON grants FOR SELECT USING (staffpool_is(user_id))");
        Force(migrationBuilder, "groupings");
        migrationBuilder.Sql("CREATE POLICY own_grouping ON groupings USING (staffpool_sees(id))");
        migrationBuilder.Sql(
            "CREATE POLICY granted ON groupings FOR SELECT USING (EXISTS (SELECT 1 FROM grants g WHERE g.grouping_id = groupings.id AND staffpool_is(g.user_id)))");
        migrationBuilder.Sql(
            """
            CREATE FUNCTION staffpool_audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'The audit log is only added to.'; END $$;
            CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entries
            FOR EACH STATEMENT EXECUTE FUNCTION staffpool_audit_is_append_only();
            """);
    }

    private static void Force(MigrationBuilder migration, string table) =>
        migration.Sql($"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; ALTER TABLE {table} FORCE ROW LEVEL SECURITY");
}
