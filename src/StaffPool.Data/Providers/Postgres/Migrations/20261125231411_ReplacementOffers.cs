using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace StaffPool.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class ReplacementOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "availabilities",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_availabilities", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_availabilities_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_availabilities_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "offers",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    professions = table.Column<List<string>>(type: "text[]", nullable: false),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_seconded = table.Column<bool>(type: "boolean", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    wave_size = table.Column<int>(type: "integer", nullable: false),
                    wave_minutes = table.Column<int>(type: "integer", nullable: false),
                    started_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offers", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_offers_absences_grouping_id_absence_id",
                        columns: x => new { x.grouping_id, x.absence_id },
                        principalTable: "absences",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offers_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offers_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pool_profiles",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    stage = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contract_from = table.Column<DateOnly>(type: "date", nullable: true),
                    contract_until = table.Column<DateOnly>(type: "date", nullable: true),
                    accepts_rest_days = table.Column<bool>(type: "boolean", nullable: false),
                    email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    phone = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pool_profiles", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_pool_profiles_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_pool_profiles_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "replacement_credits",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    hours = table.Column<decimal>(type: "numeric", nullable: false),
                    reference = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_replacement_credits", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_replacement_credits_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_replacement_credits_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "mission_orders",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    borrower_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    legal_ground = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    planned_hours = table.Column<decimal>(type: "numeric", nullable: false),
                    planned_kilometres = table.Column<decimal>(type: "numeric", nullable: false),
                    hourly_cents = table.Column<long>(type: "bigint", nullable: false),
                    reported_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    reported_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    worked_hours = table.Column<decimal>(type: "numeric", nullable: true),
                    kilometres = table.Column<decimal>(type: "numeric", nullable: true),
                    outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    work_cents = table.Column<long>(type: "bigint", nullable: true),
                    surcharge_cents = table.Column<long>(type: "bigint", nullable: true),
                    travel_cents = table.Column<long>(type: "bigint", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_mission_orders", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_mission_orders_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mission_orders_members_grouping_id_borrower_id",
                        columns: x => new { x.grouping_id, x.borrower_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mission_orders_members_grouping_id_employer_id",
                        columns: x => new { x.grouping_id, x.employer_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mission_orders_offers_grouping_id_offer_id",
                        columns: x => new { x.grouping_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mission_orders_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_mission_orders_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "offer_duties",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offer_duties", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_offer_duties_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_offer_duties_offers_grouping_id_offer_id",
                        columns: x => new { x.grouping_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "solicitations",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    rank = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    skipped_because = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    token_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_solicitations", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_solicitations_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_solicitations_offers_grouping_id_offer_id",
                        columns: x => new { x.grouping_id, x.offer_id },
                        principalTable: "offers",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_solicitations_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_availabilities_grouping_id_professional_id_first_day",
                table: "availabilities",
                columns: new[] { "grouping_id", "professional_id", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_borrower_id",
                table: "mission_orders",
                columns: new[] { "grouping_id", "borrower_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_employer_id",
                table: "mission_orders",
                columns: new[] { "grouping_id", "employer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_number",
                table: "mission_orders",
                columns: new[] { "grouping_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_offer_id",
                table: "mission_orders",
                columns: new[] { "grouping_id", "offer_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_professional_id",
                table: "mission_orders",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_mission_orders_grouping_id_site_id",
                table: "mission_orders",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offer_duties_grouping_id_offer_id_day_part",
                table: "offer_duties",
                columns: new[] { "grouping_id", "offer_id", "day", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offers_grouping_id_absence_id",
                table: "offers",
                columns: new[] { "grouping_id", "absence_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_grouping_id_site_id",
                table: "offers",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_offers_grouping_id_status",
                table: "offers",
                columns: new[] { "grouping_id", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_pool_profiles_grouping_id_professional_id",
                table: "pool_profiles",
                columns: new[] { "grouping_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_replacement_credits_grouping_id_member_id_year",
                table: "replacement_credits",
                columns: new[] { "grouping_id", "member_id", "year" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_solicitations_grouping_id_offer_id_professional_id",
                table: "solicitations",
                columns: new[] { "grouping_id", "offer_id", "professional_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_solicitations_grouping_id_professional_id_sent_at",
                table: "solicitations",
                columns: new[] { "grouping_id", "professional_id", "sent_at" });

            migrationBuilder.CreateIndex(
                name: "ix_solicitations_token_hash",
                table: "solicitations",
                column: "token_hash",
                unique: true);
            RowLevelSecurity.Lock(migrationBuilder, "pool_profiles");
            RowLevelSecurity.Lock(migrationBuilder, "availabilities");
            RowLevelSecurity.Lock(migrationBuilder, "offers");
            RowLevelSecurity.Lock(migrationBuilder, "offer_duties");
            RowLevelSecurity.Lock(migrationBuilder, "solicitations");
            RowLevelSecurity.Lock(migrationBuilder, "mission_orders");
            RowLevelSecurity.Lock(migrationBuilder, "replacement_credits");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "availabilities");

            migrationBuilder.DropTable(
                name: "mission_orders");

            migrationBuilder.DropTable(
                name: "offer_duties");

            migrationBuilder.DropTable(
                name: "pool_profiles");

            migrationBuilder.DropTable(
                name: "replacement_credits");

            migrationBuilder.DropTable(
                name: "solicitations");

            migrationBuilder.DropTable(
                name: "offers");
        }
    }
}
