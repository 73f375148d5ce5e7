using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>The audit log is only added to.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125191000_AppendOnlyAudit")]
internal sealed class AppendOnlyAudit : Migration
{
    /// <summary>Names of the triggers, as SQL writes a list.</summary>
    public const string Triggers = "'audit_no_update', 'audit_no_delete', 'audit_no_replace'";

    public const int Count = 3;

    private const string Refuse = "BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END";

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.Sql($"CREATE TRIGGER audit_no_update BEFORE UPDATE ON audit_entries {Refuse}");
        migrationBuilder.Sql($"CREATE TRIGGER audit_no_delete BEFORE DELETE ON audit_entries {Refuse}");

        // INSERT OR REPLACE deletes without firing the trigger above.
        migrationBuilder.Sql(
            "CREATE TRIGGER audit_no_replace BEFORE INSERT ON audit_entries WHEN EXISTS "
            + $"(SELECT 1 FROM audit_entries WHERE grouping_id = NEW.grouping_id AND sequence = NEW.sequence) {Refuse}");
    }
}
