using System.Linq.Expressions;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Data.Costs;
using StaffPool.Data.Interchange;
using StaffPool.Data.Governance;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Rosters;
using StaffPool.Data.Runs;
using StaffPool.Data.Timetables;
using StaffPool.Data.Webhooks;
using StaffPool.Data.Workforce;

namespace StaffPool.Data;

/// <summary>
/// The whole model, for one grouping at a time: rows of another grouping are filtered out here, and once more by the
/// database itself on PostgreSQL. It is the unit of work: there is no repository in front of it.
/// </summary>
public abstract partial class StaffPoolContext(DbContextOptions options) : IdentityUserContext<User, Guid>(options)
{
    /// <summary>The grouping whose rows are seen; <see cref="Guid.Empty"/> sees none.</summary>
    public Guid GroupingId { get; set; }

    public DbSet<GroupingRow> Groupings => Set<GroupingRow>();

    public DbSet<AgreementRow> Agreements => Set<AgreementRow>();

    public DbSet<MemberRow> Members => Set<MemberRow>();

    public DbSet<SiteRow> Sites => Set<SiteRow>();

    public DbSet<ProfessionRow> Professions => Set<ProfessionRow>();

    public DbSet<WorkingTimeRow> WorkingTimes => Set<WorkingTimeRow>();

    public DbSet<ProfessionalRow> Professionals => Set<ProfessionalRow>();

    public DbSet<SiteAnswerRow> SiteAnswers => Set<SiteAnswerRow>();

    public DbSet<CampaignRow> Campaigns => Set<CampaignRow>();

    public DbSet<DeclarationRow> Declarations => Set<DeclarationRow>();

    public DbSet<NeedRow> Needs => Set<NeedRow>();

    public DbSet<PlanRow> Plans => Set<PlanRow>();

    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();

    public DbSet<BookingRow> Bookings => Set<BookingRow>();

    /// <summary>Half-days that serve a site: those of training are work too, but of no use to it.</summary>
    public IQueryable<BookingRow> ServedHalfDays => Bookings.Where(b => b.Training == null);

    public DbSet<WorkDoneRow> WorkDone => Set<WorkDoneRow>();

    public DbSet<TimetableRow> Timetables => Set<TimetableRow>();

    public DbSet<TimetablePersonRow> TimetablePeople => Set<TimetablePersonRow>();

    public DbSet<TimetableChangeRow> TimetableChanges => Set<TimetableChangeRow>();

    public DbSet<CalendarFeedRow> CalendarFeeds => Set<CalendarFeedRow>();

    public DbSet<AssemblyRow> Assemblies => Set<AssemblyRow>();

    public DbSet<CommitmentRow> Commitments => Set<CommitmentRow>();

    public DbSet<AgendaItemRow> AgendaItems => Set<AgendaItemRow>();

    public DbSet<MotionRow> Motions => Set<MotionRow>();

    public DbSet<BallotRow> Ballots => Set<BallotRow>();

    public DbSet<AttendanceRow> Attendances => Set<AttendanceRow>();

    public DbSet<ExpenseRow> Expenses => Set<ExpenseRow>();

    public DbSet<CallRow> Calls => Set<CallRow>();

    public DbSet<AbsenceRow> Absences => Set<AbsenceRow>();

    public DbSet<AbsenceCauseRow> AbsenceCauses => Set<AbsenceCauseRow>();

    public DbSet<ZoneRow> Zones => Set<ZoneRow>();

    public DbSet<ZoneSiteRow> ZoneSites => Set<ZoneSiteRow>();

    public DbSet<ZonePersonRow> ZonePeople => Set<ZonePersonRow>();

    public DbSet<RotaRow> Rotas => Set<RotaRow>();

    public DbSet<RotaTurnRow> RotaTurns => Set<RotaTurnRow>();

    public DbSet<ZoneCallRow> ZoneCalls => Set<ZoneCallRow>();

    public DbSet<PoolProfileRow> PoolProfiles => Set<PoolProfileRow>();

    public DbSet<AvailabilityRow> Availabilities => Set<AvailabilityRow>();

    public DbSet<OfferRow> Offers => Set<OfferRow>();

    public DbSet<OfferDutyRow> OfferDuties => Set<OfferDutyRow>();

    public DbSet<SolicitationRow> Solicitations => Set<SolicitationRow>();

    public DbSet<MissionOrderRow> MissionOrders => Set<MissionOrderRow>();

    public DbSet<SwapRow> Swaps => Set<SwapRow>();

    public DbSet<SwapSideRow> SwapSides => Set<SwapSideRow>();

    public DbSet<ReplacementCreditRow> ReplacementCredits => Set<ReplacementCreditRow>();

    public DbSet<RunRow> Runs => Set<RunRow>();

    public DbSet<UploadRow> Uploads => Set<UploadRow>();

    public DbSet<RunResultRow> RunResults => Set<RunResultRow>();

    public DbSet<SentLetterRow> SentLetters => Set<SentLetterRow>();

    public DbSet<GrantRow> Grants => Set<GrantRow>();

    public DbSet<InvitationRow> Invitations => Set<InvitationRow>();

    public DbSet<ApiTokenRow> ApiTokens => Set<ApiTokenRow>();

    public DbSet<ApiRequestRow> ApiRequests => Set<ApiRequestRow>();

    public DbSet<WebhookRow> Webhooks => Set<WebhookRow>();

    public DbSet<WebhookDeliveryRow> WebhookDeliveries => Set<WebhookDeliveryRow>();

    public DbSet<SignInLinkRow> SignInLinks => Set<SignInLinkRow>();

    public DbSet<SessionRow> Sessions => Set<SessionRow>();

    public DbSet<ServiceKeyRow> ServiceKeys => Set<ServiceKeyRow>();

    public DbSet<AuditEntryRow> AuditEntries => Set<AuditEntryRow>();

    public DbSet<AuditHeadRow> AuditHeads => Set<AuditHeadRow>();

    /// <summary>
    /// Starts a transaction that sees the grouping of this context. One that writes takes the write lock at once where
    /// there is one.
    /// </summary>
    /// <param name="sight">What else it sees.</param>
    /// <param name="writes">Whether it will write.</param>
    /// <param name="stop">Gives up waiting.</param>
    public abstract Task<IDbContextTransaction> BeginAsync(Sight sight, bool writes, CancellationToken stop);

    /// <summary>Holds the head of the audit log until the transaction ends, so that two writes are chained one after the other.</summary>
    public abstract Task<AuditHeadRow?> LockAuditHeadAsync(CancellationToken stop);

    /// <summary>Whether the database refused a row because another has its key, and on which constraint or columns.</summary>
    public abstract string? DuplicateKeyOf(DbUpdateException failure);

    /// <summary>Whether the database gave up a transaction that will go through when tried again.</summary>
    public abstract bool IsWorthRetrying(Exception failure);

    /// <summary>Gives new rows to the grouping of this context, as soon as it is made.</summary>
    internal void OwnNewRows() => ChangeTracker.Tracking += (_, tracking) =>
    {
        if (tracking.Entry.Entity is GroupingOwned { GroupingId: var owner } row && owner == Guid.Empty)
        {
            row.GroupingId = GroupingId;
        }
    };

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        configurationBuilder.Properties<string>().HaveMaxLength(400);
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.AddMembers();
        builder.AddWorkforce();
        builder.AddNeeds();
        builder.AddPlanning();
        builder.AddTimetables();
        builder.AddGovernance();
        builder.AddCosts();
        builder.AddReplacements();
        builder.AddRosters();
        builder.AddRuns();
        builder.AddInterchange();
        builder.AddAccess();
        builder.AddWebhooks();
        builder.AddAudit();
        foreach (var owned in builder.Model.GetEntityTypes().Where(t => typeof(GroupingOwned).IsAssignableFrom(t.ClrType)).ToList())
        {
            Expression<Func<GroupingOwned, bool>> isOfTheGrouping = row => row.GroupingId == GroupingId;
            var parameter = Expression.Parameter(owned.ClrType);
            builder.Entity(owned.ClrType).HasQueryFilter(Expression.Lambda(
                ReplacingExpressionVisitor.Replace(isOfTheGrouping.Parameters[0], parameter, isOfTheGrouping.Body), parameter));
        }

        builder.Entity<GroupingRow>().HasQueryFilter(row => row.Id == GroupingId);
        builder.Entity<AuditEntryRow>().HasQueryFilter(row => row.GroupingId == GroupingId);
        builder.Entity<AuditHeadRow>().HasQueryFilter(row => row.GroupingId == GroupingId);
        NameInSnakeCase(builder.Model);
    }

    // The same names on both databases, readable in a console without quotes.
    private static void NameInSnakeCase(IMutableModel model)
    {
        foreach (var type in model.GetEntityTypes())
        {
            type.SetTableName(Snake(type.GetTableName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            foreach (var property in type.GetProperties())
            {
                property.SetColumnName(Snake(property.Name));
            }
        }

        foreach (var type in model.GetEntityTypes())
        {
            foreach (var key in type.GetKeys())
            {
                key.SetName(Snake(key.GetName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            }

            foreach (var key in type.GetForeignKeys())
            {
                key.SetConstraintName(Snake(key.GetConstraintName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            }

            foreach (var index in type.GetIndexes())
            {
                index.SetDatabaseName(Snake(index.GetDatabaseName()!.Replace("AspNet", "", StringComparison.Ordinal)));
            }
        }
    }

    private static string Snake(string name) =>
        SmallThenCapital().Replace(name, "${small}_${capital}").ToLowerInvariant().Replace("__", "_", StringComparison.Ordinal);

    [GeneratedRegex("(?<small>[a-z0-9])(?<capital>[A-Z])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex SmallThenCapital();

    // Whole microseconds, as PostgreSQL keeps them: what is written is what is read, on both databases.
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        written => new DateTime(written.Ticks / 10 * 10, DateTimeKind.Utc),
        read => DateTime.SpecifyKind(read, DateTimeKind.Utc));
}
