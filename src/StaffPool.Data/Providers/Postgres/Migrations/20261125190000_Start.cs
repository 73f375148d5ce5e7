using System;
using System.Collections.Generic;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace StaffPool.Data.Providers.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Start : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "audit_entries",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: true),
                    user_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    use_case = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: true),
                    changes = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    previous_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entries", x => new { x.grouping_id, x.sequence });
                });

            migrationBuilder.CreateTable(
                name: "audit_heads",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_heads", x => x.grouping_id);
                });

            migrationBuilder.CreateTable(
                name: "groupings",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_synthetic = table.Column<bool>(type: "boolean", nullable: false),
                    has_synthetic_values = table.Column<bool>(type: "boolean", nullable: false),
                    requires_second_factor = table.Column<bool>(type: "boolean", nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_groupings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "service_keys",
                columns: table => new
                {
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    xml = table.Column<string>(type: "text", maxLength: -1, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_service_keys", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "users",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    display_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    security_stamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    concurrency_stamp = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    phone_number = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_users", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "agreements",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    valid_from = table.Column<DateOnly>(type: "date", nullable: false),
                    sections = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    reference = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreements", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_agreements_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assemblies",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    convened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    convened_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    opens_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    place = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    is_urgent = table.Column<bool>(type: "boolean", nullable: false),
                    first_sitting = table.Column<DateOnly>(type: "date", nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    frozen_votes = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assemblies", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_assemblies_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "campaigns",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_campaigns", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_campaigns_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "members",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_employer = table.Column<bool>(type: "boolean", nullable: false),
                    quota_per_year = table.Column<int>(type: "integer", nullable: true),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_members", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_members_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "professions",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    service = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_professions", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_professions_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "runs",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    dedup_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    request = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_cancel_requested = table.Column<bool>(type: "boolean", nullable: false),
                    progress = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    input_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    fencing_token = table.Column<int>(type: "integer", nullable: false),
                    result_id = table.Column<Guid>(type: "uuid", nullable: true),
                    failure = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    requested_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    requested_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    heartbeat_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_runs", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_runs_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "working_times",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    annual_hours = table.Column<decimal>(type: "numeric", nullable: false),
                    weekly_hours = table.Column<decimal>(type: "numeric", nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_working_times", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_working_times_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    last_seen_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    browser = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sessions", x => x.id);
                    table.ForeignKey(
                        name: "fk_sessions_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_links",
                columns: table => new
                {
                    token_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    used_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_links", x => x.token_hash);
                    table.ForeignKey(
                        name: "fk_sign_in_links_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_claims",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    claim_type = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    claim_value = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_claims", x => x.id);
                    table.ForeignKey(
                        name: "fk_user_claims_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_logins",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    provider_key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    provider_display_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_logins", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "fk_user_logins_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "user_tokens",
                columns: table => new
                {
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    login_provider = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    value = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_user_tokens", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "fk_user_tokens_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "agenda_items",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assembly_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    matter = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    title = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    college = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_items", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_agenda_items_assemblies_grouping_id_assembly_id",
                        columns: x => new { x.grouping_id, x.assembly_id },
                        principalTable: "assemblies",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_agenda_items_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "motions",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assembly_id = table.Column<Guid>(type: "uuid", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    item = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    wording = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_motions", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_motions_assemblies_grouping_id_assembly_id",
                        columns: x => new { x.grouping_id, x.assembly_id },
                        principalTable: "assemblies",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_motions_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "attendances",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    assembly_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    represented_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attendances", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_attendances_assemblies_grouping_id_assembly_id",
                        columns: x => new { x.grouping_id, x.assembly_id },
                        principalTable: "assemblies",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_attendances_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendances_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_attendances_members_grouping_id_represented_by_id",
                        columns: x => new { x.grouping_id, x.represented_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calls",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: false),
                    paid_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calls", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_calls_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_calls_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "declarations",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    changed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_declarations", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_declarations_campaigns_grouping_id_campaign_id",
                        columns: x => new { x.grouping_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_declarations_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_declarations_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "expenses",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    centre = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    label = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    nature = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    cents = table.Column<long>(type: "bigint", nullable: false),
                    paid_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expenses", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_expenses_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_expenses_members_grouping_id_paid_by_id",
                        columns: x => new { x.grouping_id, x.paid_by_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sites",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    insee_code = table.Column<string>(type: "character varying(5)", maxLength: 5, nullable: false),
                    latitude = table.Column<double>(type: "double precision", nullable: true),
                    longitude = table.Column<double>(type: "double precision", nullable: true),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    places = table.Column<int>(type: "integer", nullable: true),
                    opening_days_per_year = table.Column<int>(type: "integer", nullable: false),
                    opening_days_per_week = table.Column<int>(type: "integer", nullable: false),
                    accepted_statuses = table.Column<string[]>(type: "text[]", nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sites", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_sites_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_sites_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plans",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    period_start = table.Column<DateOnly>(type: "date", nullable: false),
                    period_end = table.Column<DateOnly>(type: "date", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: true),
                    created_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    published_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    document = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plans", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_plans_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_plans_runs_grouping_id_run_id",
                        columns: x => new { x.grouping_id, x.run_id },
                        principalTable: "runs",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ballots",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    motion_id = table.Column<Guid>(type: "uuid", nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: false),
                    choice = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ballots", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_ballots_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballots_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_ballots_motions_grouping_id_motion_id",
                        columns: x => new { x.grouping_id, x.motion_id },
                        principalTable: "motions",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "needs",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    campaign_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    profession_id = table.Column<Guid>(type: "uuid", nullable: false),
                    amount = table.Column<decimal>(type: "numeric", nullable: false),
                    unit = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    every_weeks = table.Column<int>(type: "integer", nullable: false),
                    is_priority = table.Column<bool>(type: "boolean", nullable: false),
                    accepts_small_blocks = table.Column<bool>(type: "boolean", nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_needs", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_needs_campaigns_grouping_id_campaign_id",
                        columns: x => new { x.grouping_id, x.campaign_id },
                        principalTable: "campaigns",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_needs_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_needs_professions_grouping_id_profession_id",
                        columns: x => new { x.grouping_id, x.profession_id },
                        principalTable: "professions",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_needs_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "professionals",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    profession_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    base_id = table.Column<Guid>(type: "uuid", nullable: false),
                    full_time_equivalent = table.Column<decimal>(type: "numeric", nullable: false),
                    working_time = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    consents_to_named_sites_only = table.Column<bool>(type: "boolean", nullable: false),
                    consent_not_required_because = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    referent_manager = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    qualifications = table.Column<List<string>>(type: "text[]", nullable: false),
                    reserved_half_days_per_year = table.Column<int>(type: "integer", nullable: false),
                    extras = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_professionals", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_professionals_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_professionals_members_grouping_id_employer_id",
                        columns: x => new { x.grouping_id, x.employer_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_professionals_professions_grouping_id_profession_id",
                        columns: x => new { x.grouping_id, x.profession_id },
                        principalTable: "professions",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_professionals_sites_grouping_id_base_id",
                        columns: x => new { x.grouping_id, x.base_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "absences",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    first_part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    is_end_expected = table.Column<bool>(type: "boolean", nullable: false),
                    recorded_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absences", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_absences_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absences_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assignments",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    need_id = table.Column<Guid>(type: "uuid", nullable: false),
                    half_days = table.Column<int>(type: "integer", nullable: false),
                    is_pinned = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assignments", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_assignments_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_needs_grouping_id_need_id",
                        columns: x => new { x.grouping_id, x.need_id },
                        principalTable: "needs",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_assignments_plans_grouping_id_plan_id",
                        columns: x => new { x.grouping_id, x.plan_id },
                        principalTable: "plans",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_assignments_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "bookings",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    part = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    booked_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_bookings", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_bookings_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bookings_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_bookings_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "grants",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_grants", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_grants_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_grants_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" });
                    table.ForeignKey(
                        name: "fk_grants_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" });
                    table.ForeignKey(
                        name: "fk_grants_users_user_id",
                        column: x => x.user_id,
                        principalTable: "users",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    email = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    display_name = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    member_id = table.Column<Guid>(type: "uuid", nullable: true),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: true),
                    token_hash = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    expires_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    accepted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    invited_by = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_invitations_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_members_grouping_id_member_id",
                        columns: x => new { x.grouping_id, x.member_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "site_answers",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    professional_id = table.Column<Guid>(type: "uuid", nullable: false),
                    site_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consent = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    preference = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site_answers", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_site_answers_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_site_answers_professionals_grouping_id_professional_id",
                        columns: x => new { x.grouping_id, x.professional_id },
                        principalTable: "professionals",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_site_answers_sites_grouping_id_site_id",
                        columns: x => new { x.grouping_id, x.site_id },
                        principalTable: "sites",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "absence_causes",
                columns: table => new
                {
                    grouping_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    absence_id = table.Column<Guid>(type: "uuid", nullable: false),
                    employer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    note = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_absence_causes", x => new { x.grouping_id, x.id });
                    table.ForeignKey(
                        name: "fk_absence_causes_absences_grouping_id_absence_id",
                        columns: x => new { x.grouping_id, x.absence_id },
                        principalTable: "absences",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_absence_causes_groupings_grouping_id",
                        column: x => x.grouping_id,
                        principalTable: "groupings",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_absence_causes_members_grouping_id_employer_id",
                        columns: x => new { x.grouping_id, x.employer_id },
                        principalTable: "members",
                        principalColumns: new[] { "grouping_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_absence_causes_grouping_id_absence_id",
                table: "absence_causes",
                columns: new[] { "grouping_id", "absence_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_absence_causes_grouping_id_employer_id",
                table: "absence_causes",
                columns: new[] { "grouping_id", "employer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_absences_grouping_id_first_day",
                table: "absences",
                columns: new[] { "grouping_id", "first_day" });

            migrationBuilder.CreateIndex(
                name: "ix_absences_grouping_id_professional_id",
                table: "absences",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_agenda_items_grouping_id_assembly_id_code",
                table: "agenda_items",
                columns: new[] { "grouping_id", "assembly_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_agreements_grouping_id_valid_from",
                table: "agreements",
                columns: new[] { "grouping_id", "valid_from" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assemblies_grouping_id_code",
                table: "assemblies",
                columns: new[] { "grouping_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignments_grouping_id_need_id",
                table: "assignments",
                columns: new[] { "grouping_id", "need_id" });

            migrationBuilder.CreateIndex(
                name: "ix_assignments_grouping_id_plan_id_professional_id_need_id",
                table: "assignments",
                columns: new[] { "grouping_id", "plan_id", "professional_id", "need_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_assignments_grouping_id_professional_id",
                table: "assignments",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendances_grouping_id_assembly_id_member_id",
                table: "attendances",
                columns: new[] { "grouping_id", "assembly_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attendances_grouping_id_member_id",
                table: "attendances",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_attendances_grouping_id_represented_by_id",
                table: "attendances",
                columns: new[] { "grouping_id", "represented_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entries_grouping_id_subject_id",
                table: "audit_entries",
                columns: new[] { "grouping_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_grouping_id_member_id",
                table: "ballots",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ballots_grouping_id_motion_id_member_id",
                table: "ballots",
                columns: new[] { "grouping_id", "motion_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bookings_grouping_id_professional_id_day_part",
                table: "bookings",
                columns: new[] { "grouping_id", "professional_id", "day", "part" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_bookings_grouping_id_site_id",
                table: "bookings",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_calls_grouping_id_member_id_period_start",
                table: "calls",
                columns: new[] { "grouping_id", "member_id", "period_start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_campaigns_grouping_id_period_start",
                table: "campaigns",
                columns: new[] { "grouping_id", "period_start" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declarations_grouping_id_campaign_id_member_id",
                table: "declarations",
                columns: new[] { "grouping_id", "campaign_id", "member_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_declarations_grouping_id_member_id",
                table: "declarations",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_expenses_grouping_id_day",
                table: "expenses",
                columns: new[] { "grouping_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_expenses_grouping_id_paid_by_id",
                table: "expenses",
                columns: new[] { "grouping_id", "paid_by_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_grouping_id_member_id",
                table: "grants",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_grouping_id_professional_id",
                table: "grants",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_grouping_id_user_id_role",
                table: "grants",
                columns: new[] { "grouping_id", "user_id", "role" });

            migrationBuilder.CreateIndex(
                name: "ix_grants_user_id",
                table: "grants",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_groupings_code",
                table: "groupings",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_grouping_id_member_id",
                table: "invitations",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_grouping_id_professional_id",
                table: "invitations",
                columns: new[] { "grouping_id", "professional_id" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_token_hash",
                table: "invitations",
                column: "token_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_members_grouping_id_code",
                table: "members",
                columns: new[] { "grouping_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_motions_grouping_id_assembly_id_code",
                table: "motions",
                columns: new[] { "grouping_id", "assembly_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_needs_grouping_id_campaign_id_site_id_profession_id",
                table: "needs",
                columns: new[] { "grouping_id", "campaign_id", "site_id", "profession_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_needs_grouping_id_profession_id",
                table: "needs",
                columns: new[] { "grouping_id", "profession_id" });

            migrationBuilder.CreateIndex(
                name: "ix_needs_grouping_id_site_id",
                table: "needs",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_grouping_id_period_start_status",
                table: "plans",
                columns: new[] { "grouping_id", "period_start", "status" });

            migrationBuilder.CreateIndex(
                name: "ix_plans_grouping_id_run_id",
                table: "plans",
                columns: new[] { "grouping_id", "run_id" });

            migrationBuilder.CreateIndex(
                name: "ix_professionals_grouping_id_base_id",
                table: "professionals",
                columns: new[] { "grouping_id", "base_id" });

            migrationBuilder.CreateIndex(
                name: "ix_professionals_grouping_id_code",
                table: "professionals",
                columns: new[] { "grouping_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_professionals_grouping_id_employer_id",
                table: "professionals",
                columns: new[] { "grouping_id", "employer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_professionals_grouping_id_profession_id",
                table: "professionals",
                columns: new[] { "grouping_id", "profession_id" });

            migrationBuilder.CreateIndex(
                name: "ix_professions_grouping_id_code",
                table: "professions",
                columns: new[] { "grouping_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_runs_grouping_id_kind_dedup_key",
                table: "runs",
                columns: new[] { "grouping_id", "kind", "dedup_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_runs_status_requested_at",
                table: "runs",
                columns: new[] { "status", "requested_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sessions_user_id",
                table: "sessions",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_sign_in_links_user_id",
                table: "sign_in_links",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_site_answers_grouping_id_professional_id_site_id",
                table: "site_answers",
                columns: new[] { "grouping_id", "professional_id", "site_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_site_answers_grouping_id_site_id",
                table: "site_answers",
                columns: new[] { "grouping_id", "site_id" });

            migrationBuilder.CreateIndex(
                name: "ix_sites_grouping_id_code",
                table: "sites",
                columns: new[] { "grouping_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_sites_grouping_id_member_id",
                table: "sites",
                columns: new[] { "grouping_id", "member_id" });

            migrationBuilder.CreateIndex(
                name: "ix_user_claims_user_id",
                table: "user_claims",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_user_logins_user_id",
                table: "user_logins",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "email_index",
                table: "users",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "user_name_index",
                table: "users",
                column: "normalized_user_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_working_times_grouping_id_code",
                table: "working_times",
                columns: new[] { "grouping_id", "code" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "absence_causes");

            migrationBuilder.DropTable(
                name: "agenda_items");

            migrationBuilder.DropTable(
                name: "agreements");

            migrationBuilder.DropTable(
                name: "assignments");

            migrationBuilder.DropTable(
                name: "attendances");

            migrationBuilder.DropTable(
                name: "audit_entries");

            migrationBuilder.DropTable(
                name: "audit_heads");

            migrationBuilder.DropTable(
                name: "ballots");

            migrationBuilder.DropTable(
                name: "bookings");

            migrationBuilder.DropTable(
                name: "calls");

            migrationBuilder.DropTable(
                name: "declarations");

            migrationBuilder.DropTable(
                name: "expenses");

            migrationBuilder.DropTable(
                name: "grants");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "service_keys");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "sign_in_links");

            migrationBuilder.DropTable(
                name: "site_answers");

            migrationBuilder.DropTable(
                name: "user_claims");

            migrationBuilder.DropTable(
                name: "user_logins");

            migrationBuilder.DropTable(
                name: "user_tokens");

            migrationBuilder.DropTable(
                name: "working_times");

            migrationBuilder.DropTable(
                name: "absences");

            migrationBuilder.DropTable(
                name: "needs");

            migrationBuilder.DropTable(
                name: "plans");

            migrationBuilder.DropTable(
                name: "motions");

            migrationBuilder.DropTable(
                name: "users");

            migrationBuilder.DropTable(
                name: "professionals");

            migrationBuilder.DropTable(
                name: "campaigns");

            migrationBuilder.DropTable(
                name: "runs");

            migrationBuilder.DropTable(
                name: "assemblies");

            migrationBuilder.DropTable(
                name: "professions");

            migrationBuilder.DropTable(
                name: "sites");

            migrationBuilder.DropTable(
                name: "members");

            migrationBuilder.DropTable(
                name: "groupings");
        }
    }
}
