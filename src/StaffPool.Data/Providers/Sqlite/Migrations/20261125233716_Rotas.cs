using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Rotas : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "zones",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    duty = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    turn = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    starts_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    ends_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zones", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_zones_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "rotas",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    last_day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    run_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rotas", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_rotas_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rotas_runs_grouping_id_run_id",
                        columns: x => new { x.grouping_id, x.run_id },
                        principalTable: "runs",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rotas_zones_grouping_id_zone_id",
                        columns: x => new { x.grouping_id, x.zone_id },
                        principalTable: "zones",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "zone_calls",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    outcome = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    travel_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    avoided_hospitalisation = table.Column<bool>(type: "INTEGER", nullable: false),
                    recorded_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone_calls", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_zone_calls_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_calls_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_calls_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_calls_zones_grouping_id_zone_id",
                        columns: x => new { x.grouping_id, x.zone_id },
                        principalTable: "zones",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "zone_people",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone_people", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_zone_people_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_people_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_people_zones_grouping_id_zone_id",
                        columns: x => new { x.grouping_id, x.zone_id },
                        principalTable: "zones",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "zone_sites",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    zone_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    site_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_zone_sites", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_zone_sites_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_sites_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_zone_sites_zones_grouping_id_zone_id",
                        columns: x => new { x.grouping_id, x.zone_id },
                        principalTable: "zones",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "rota_turns",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    rota_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    is_pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rota_turns", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_rota_turns_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rota_turns_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_rota_turns_rotas_grouping_id_rota_id",
                        columns: x => new { x.grouping_id, x.rota_id },
                        principalTable: "rotas",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_rota_turns_grouping_id_professional_id",
                table: "rota_turns",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rota_turns_grouping_id_rota_id_day",
                table: "rota_turns",
                columns: new[] { "grouping_id", "rota_id", "day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rotas_grouping_id_run_id",
                table: "rotas",
                columns: new[] { "grouping_id", "run_id" });

            migrationBuilder.CreateIndex(
                name: "ix_rotas_grouping_id_zone_id_first_day",
                table: "rotas",
                columns: new[] { "grouping_id", "zone_id", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_calls_grouping_id_professional_id",
                table: "zone_calls",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_calls_grouping_id_site_id",
                table: "zone_calls",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_calls_grouping_id_zone_id_at",
                table: "zone_calls",
                columns: new[] { "grouping_id", "zone_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_people_grouping_id_professional_id",
                table: "zone_people",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_people_grouping_id_zone_id_professional_id",
                table: "zone_people",
                columns: new[] { "grouping_id", "zone_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_zone_sites_grouping_id_site_id",
                table: "zone_sites",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_zone_sites_grouping_id_zone_id_site_id",
                table: "zone_sites",
                columns: new[] { "grouping_id", "zone_id", "site_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_zones_grouping_id_name",
                table: "zones",
                columns: new[] { "grouping_id", "name" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "rota_turns");

            migrationBuilder.DropTable(
                name: "zone_calls");

            migrationBuilder.DropTable(
                name: "zone_people");

            migrationBuilder.DropTable(
                name: "zone_sites");

            migrationBuilder.DropTable(
                name: "rotas");

            migrationBuilder.DropTable(
                name: "zones");
        }
    }
}
