using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Swaps : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "training",
                table: "bookings",
                type: "TEXT",
                maxLength: 400,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "swaps",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    asked_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    approved_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: true),
                    is_short_notice = table.Column<bool>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_swaps", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_swaps_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "swap_sides",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    swap_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    professional_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    part = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    site_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_swap_sides", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_swap_sides_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_swap_sides_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_swap_sides_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_swap_sides_swaps_grouping_id_swap_id",
                        columns: x => new { x.grouping_id, x.swap_id },
                        principalTable: "swaps",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_swap_sides_grouping_id_professional_id_day",
                table: "swap_sides",
                columns: new[] { "grouping_id", "professional_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_swap_sides_grouping_id_site_id",
                table: "swap_sides",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_swap_sides_grouping_id_swap_id_professional_id",
                table: "swap_sides",
                columns: new[] { "grouping_id", "swap_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_swaps_grouping_id_status",
                table: "swaps",
                columns: new[] { "grouping_id", "status" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "swap_sides");

            migrationBuilder.DropTable(
                name: "swaps");

            migrationBuilder.DropColumn(
                name: "training",
                table: "bookings");
        }
    }
}
