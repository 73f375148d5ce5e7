using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class TimetableRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "ix_timetables_grouping_id_run_id",
                table: "timetables",
                columns: new[] { "grouping_id", "run_id" });

            migrationBuilder.AddForeignKey(
                name: "fk_timetables_runs_grouping_id_run_id",
                table: "timetables",
                columns: new[] { "grouping_id", "run_id" },
                principalTable: "runs",
                principalColumns: new[] { "grouping_id", "id" },
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_timetables_runs_grouping_id_run_id",
                table: "timetables");

            migrationBuilder.DropIndex(
                name: "ix_timetables_grouping_id_run_id",
                table: "timetables");
        }
    }
}
