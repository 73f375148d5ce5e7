using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Timetables : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "timetable_id",
                table: "bookings",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "calendar_feeds",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    token_hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_feeds", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_calendar_feeds_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calendar_feeds_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetables",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    plan_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    period_start = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    period_end = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    cycle_weeks = table.Column<int>(type: "INTEGER", nullable: false),
                    morning_start_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    midday_break_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    late_reason = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    content_hash = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    notes = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetables", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_timetables_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetables_plans_grouping_id_plan_id",
                        columns: x => new { x.grouping_id, x.plan_id },
                        principalTable: "plans",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetable_changes",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    timetable_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    from_site_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    to_site_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_short_notice = table.Column<bool>(type: "INTEGER", nullable: false),
                    justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    changed_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    changed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_changes", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_timetable_changes_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_changes_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_changes_sites_grouping_id_from_site_id",
                        columns: x => new { x.grouping_id, x.from_site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_changes_sites_grouping_id_to_site_id",
                        columns: x => new { x.grouping_id, x.to_site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_changes_timetables_grouping_id_timetable_id",
                        columns: x => new { x.grouping_id, x.timetable_id },
                        principalTable: "timetables",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "timetable_people",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    timetable_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    cycle = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    calendar = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    promises = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_timetable_people", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_timetable_people_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_people_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_timetable_people_timetables_grouping_id_timetable_id",
                        columns: x => new { x.grouping_id, x.timetable_id },
                        principalTable: "timetables",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_bookings_grouping_id_timetable_id",
                table: "bookings",
                columns: new[] { "grouping_id", "timetable_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_grouping_id_professional_id",
                table: "calendar_feeds",
                columns: new[] { "grouping_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_calendar_feeds_token_hash",
                table: "calendar_feeds",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetable_changes_grouping_id_from_site_id",
                table: "timetable_changes",
                columns: new[] { "grouping_id", "from_site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_changes_grouping_id_professional_id_day",
                table: "timetable_changes",
                columns: new[] { "grouping_id", "professional_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_changes_grouping_id_timetable_id",
                table: "timetable_changes",
                columns: new[] { "grouping_id", "timetable_id" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_changes_grouping_id_to_site_id",
                table: "timetable_changes",
                columns: new[] { "grouping_id", "to_site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_people_grouping_id_professional_id",
                table: "timetable_people",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_timetable_people_grouping_id_timetable_id_professional_id",
                table: "timetable_people",
                columns: new[] { "grouping_id", "timetable_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_timetables_grouping_id_period_start",
                table: "timetables",
                columns: new[] { "grouping_id", "period_start" });

            migrationBuilder.CreateIndex(
                name: "ix_timetables_grouping_id_plan_id",
                table: "timetables",
                columns: new[] { "grouping_id", "plan_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_bookings_timetables_grouping_id_timetable_id",
                table: "bookings",
                columns: new[] { "grouping_id", "timetable_id" },
                principalTable: "timetables",
                principalColumns: new[] { "grouping_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_bookings_timetables_grouping_id_timetable_id",
                table: "bookings");

            migrationBuilder.DropTable(
                name: "calendar_feeds");

            migrationBuilder.DropTable(
                name: "timetable_changes");

            migrationBuilder.DropTable(
                name: "timetable_people");

            migrationBuilder.DropTable(
                name: "timetables");

            migrationBuilder.DropIndex(
                name: "ix_bookings_grouping_id_timetable_id",
                table: "bookings");

            migrationBuilder.DropColumn(
                name: "timetable_id",
                table: "bookings");
        }
    }
}
