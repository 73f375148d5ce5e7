using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Jobs : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "failures",
                table: "runs",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "not_before",
                table: "runs",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "period_key",
                table: "runs",
                type: "character varying(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "run_results",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    document = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_run_results", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_run_results_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_run_results_runs_grouping_id_run_id",
                        columns: x => new { x.grouping_id, x.run_id },
                        principalTable: "runs",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sent_letters",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sent_letters", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_sent_letters_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_runs_grouping_id_kind_period_key",
                table: "runs",
                columns: new[] { "grouping_id", "kind", "period_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_run_results_grouping_id_run_id",
                table: "run_results",
                columns: new[] { "grouping_id", "run_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sent_letters_grouping_id_key",
                table: "sent_letters",
                columns: new[] { "grouping_id", "key" },
                unique: true);
            RowLevelSecurity.Lock(migrationBuilder, "run_results");
            RowLevelSecurity.Lock(migrationBuilder, "sent_letters");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "run_results");

            migrationBuilder.DropTable(
                name: "sent_letters");

            migrationBuilder.DropIndex(
                name: "ix_runs_grouping_id_kind_period_key",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "failures",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "not_before",
                table: "runs");

            migrationBuilder.DropColumn(
                name: "period_key",
                table: "runs");
        }
    }
}
