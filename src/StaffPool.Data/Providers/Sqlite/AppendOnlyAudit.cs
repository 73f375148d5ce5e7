using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace StaffPool.Data.Providers.Sqlite;

/// <summary>The audit log is only added to.</summary>
[DbContext(typeof(SqliteContext))]
[Migration("20261125191000_AppendOnlyAudit")]
internal sealed class AppendOnlyAudit : Migration
{
    protected override void Up(MigrationBuilder migrationBuilder)
    {
        foreach (var change in (string[])["UPDATE", "DELETE"])
        {
            migrationBuilder.Sql(
                $"CREATE TRIGGER audit_no_{change.ToLowerInvariant()} BEFORE {change} ON audit_entries BEGIN SELECT RAISE(ABORT, 'The audit log is only added to.'); END");
        }
    }
}
