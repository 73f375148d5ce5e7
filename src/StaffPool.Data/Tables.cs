using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
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

/// <summary>Keys, references and lengths of the tables, module by module.</summary>
internal static class Tables
{
    /// <summary>For texts of a page or more: no length.</summary>
    private const int Unlimited = -1;

    public static void AddMembers(this ModelBuilder model)
    {
        var grouping = model.Entity<GroupingRow>();
        grouping.ToTable("groupings").HasKey(g => g.Id);
        grouping.Property(g => g.Id).ValueGeneratedNever();
        grouping.Property(g => g.Version).IsConcurrencyToken();
        grouping.Property(g => g.Extras).HasMaxLength(Unlimited);
        grouping.HasIndex(g => g.Code).IsUnique();
        var member = model.Owned<MemberRow>("members");
        member.Property(m => m.Extras).HasMaxLength(Unlimited);
        member.HasIndex(m => new { m.GroupingId, m.Code }).IsUnique();
        var site = model.Owned<SiteRow>("sites");
        site.Property(s => s.Extras).HasMaxLength(Unlimited);
        site.Property(s => s.InseeCode).HasMaxLength(5);
        site.PrimitiveCollection(s => s.AcceptedStatuses).ElementType().HasConversion<string>();
        site.HasIndex(s => new { s.GroupingId, s.Code }).IsUnique();
        site.HasOne(s => s.Member).WithMany().HasForeignKey(s => new { s.GroupingId, s.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddWorkforce(this ModelBuilder model)
    {
        var profession = model.Owned<ProfessionRow>("professions");
        profession.Property(p => p.Extras).HasMaxLength(Unlimited);
        profession.HasIndex(p => new { p.GroupingId, p.Code }).IsUnique();
        var time = model.Owned<WorkingTimeRow>("working_times");
        time.Property(t => t.Extras).HasMaxLength(Unlimited);
        time.HasIndex(t => new { t.GroupingId, t.Code }).IsUnique();
        var professional = model.Owned<ProfessionalRow>("professionals");
        professional.Property(p => p.Extras).HasMaxLength(Unlimited);
        professional.HasIndex(p => new { p.GroupingId, p.Code }).IsUnique();
        professional.HasOne(p => p.Profession).WithMany().HasForeignKey(p => new { p.GroupingId, p.ProfessionId }).OnDelete(DeleteBehavior.Restrict);
        professional.HasOne(p => p.Employer).WithMany().HasForeignKey(p => new { p.GroupingId, p.EmployerId }).OnDelete(DeleteBehavior.Restrict);
        professional.HasOne(p => p.Base).WithMany().HasForeignKey(p => new { p.GroupingId, p.BaseId }).OnDelete(DeleteBehavior.Restrict);
        professional.HasMany(p => p.SiteAnswers).WithOne().HasForeignKey(a => new { a.GroupingId, a.ProfessionalId });
        var answer = model.Owned<SiteAnswerRow>("site_answers");
        answer.HasIndex(a => new { a.GroupingId, a.ProfessionalId, a.SiteId }).IsUnique();
        answer.HasOne(a => a.Site).WithMany().HasForeignKey(a => new { a.GroupingId, a.SiteId });
    }

    public static void AddNeeds(this ModelBuilder model)
    {
        var campaign = model.Owned<CampaignRow>("campaigns");
        campaign.HasIndex(c => new { c.GroupingId, c.PeriodStart }).IsUnique();
        campaign.HasMany(c => c.Needs).WithOne().HasForeignKey(n => new { n.GroupingId, n.CampaignId });
        campaign.HasMany(c => c.Declarations).WithOne().HasForeignKey(d => new { d.GroupingId, d.CampaignId });
        var declaration = model.Owned<DeclarationRow>("declarations");
        declaration.HasIndex(d => new { d.GroupingId, d.CampaignId, d.MemberId }).IsUnique();
        declaration.HasOne(d => d.Member).WithMany().HasForeignKey(d => new { d.GroupingId, d.MemberId });
        var need = model.Owned<NeedRow>("needs");
        need.Property(n => n.Extras).HasMaxLength(Unlimited);
        need.HasIndex(n => new { n.GroupingId, n.CampaignId, n.SiteId, n.ProfessionId }).IsUnique();
        need.HasOne(n => n.Site).WithMany().HasForeignKey(n => new { n.GroupingId, n.SiteId }).OnDelete(DeleteBehavior.Restrict);
        need.HasOne(n => n.Profession).WithMany().HasForeignKey(n => new { n.GroupingId, n.ProfessionId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddPlanning(this ModelBuilder model)
    {
        var plan = model.Owned<PlanRow>("plans");
        plan.Property(p => p.Document).HasMaxLength(Unlimited);
        plan.HasIndex(p => new { p.GroupingId, p.PeriodStart, p.Status });
        plan.HasOne<RunRow>().WithMany().HasForeignKey(p => new { p.GroupingId, p.RunId }).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Assignments).WithOne().HasForeignKey(a => new { a.GroupingId, a.PlanId });
        var assignment = model.Owned<AssignmentRow>("assignments");
        assignment.HasIndex(a => new { a.GroupingId, a.PlanId, a.ProfessionalId, a.NeedId }).IsUnique();
        assignment.HasOne(a => a.Professional).WithMany().HasForeignKey(a => new { a.GroupingId, a.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        assignment.HasOne(a => a.Need).WithMany().HasForeignKey(a => new { a.GroupingId, a.NeedId }).OnDelete(DeleteBehavior.Restrict);
        var booking = model.Owned<BookingRow>("bookings");
        booking.HasOne<TimetableRow>().WithMany().HasForeignKey(b => new { b.GroupingId, b.TimetableId }).OnDelete(DeleteBehavior.Restrict);
        booking.HasIndex(b => new { b.GroupingId, b.ProfessionalId, b.Day, b.Part }).IsUnique();
        booking.HasOne(b => b.Professional).WithMany().HasForeignKey(b => new { b.GroupingId, b.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        booking.HasOne(b => b.Site).WithMany().HasForeignKey(b => new { b.GroupingId, b.SiteId }).OnDelete(DeleteBehavior.Restrict);
        var done = model.Owned<WorkDoneRow>("work_done");
        done.HasIndex(d => new { d.GroupingId, d.ProfessionalId, d.SiteId, d.Month }).IsUnique();
        done.HasOne(d => d.Professional).WithMany().HasForeignKey(d => new { d.GroupingId, d.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        done.HasOne(d => d.Site).WithMany().HasForeignKey(d => new { d.GroupingId, d.SiteId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddInterchange(this ModelBuilder model) => model.Owned<UploadRow>("uploads").HasIndex(u => new { u.GroupingId, u.ReceivedAt });

    public static void AddTimetables(this ModelBuilder model)
    {
        var timetable = model.Owned<TimetableRow>("timetables");
        timetable.Property(t => t.Notes).HasMaxLength(Unlimited);
        timetable.Property(t => t.LateReason).HasMaxLength(2000);
        timetable.HasIndex(t => new { t.GroupingId, t.PeriodStart });
        timetable.HasOne<RunRow>().WithMany().HasForeignKey(t => new { t.GroupingId, t.RunId }).OnDelete(DeleteBehavior.Restrict);
        timetable.HasOne<PlanRow>().WithMany().HasForeignKey(t => new { t.GroupingId, t.PlanId });
        timetable.HasMany(t => t.People).WithOne().HasForeignKey(p => new { p.GroupingId, p.TimetableId });
        var person = model.Owned<TimetablePersonRow>("timetable_people");
        person.Property(p => p.Cycle).HasMaxLength(Unlimited);
        person.Property(p => p.Calendar).HasMaxLength(Unlimited);
        person.Property(p => p.Promises).HasMaxLength(Unlimited);
        person.HasIndex(p => new { p.GroupingId, p.TimetableId, p.ProfessionalId }).IsUnique();
        person.HasOne(p => p.Professional).WithMany().HasForeignKey(p => new { p.GroupingId, p.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var change = model.Owned<TimetableChangeRow>("timetable_changes");
        change.Property(c => c.Justification).HasMaxLength(2000);
        change.HasIndex(c => new { c.GroupingId, c.ProfessionalId, c.Day });
        change.HasOne<TimetableRow>().WithMany().HasForeignKey(c => new { c.GroupingId, c.TimetableId });
        change.HasOne(c => c.Professional).WithMany().HasForeignKey(c => new { c.GroupingId, c.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        change.HasOne(c => c.FromSite).WithMany().HasForeignKey(c => new { c.GroupingId, c.FromSiteId }).OnDelete(DeleteBehavior.Restrict);
        change.HasOne(c => c.ToSite).WithMany().HasForeignKey(c => new { c.GroupingId, c.ToSiteId }).OnDelete(DeleteBehavior.Restrict);
        var feed = model.Owned<CalendarFeedRow>("calendar_feeds");
        feed.HasIndex(f => f.TokenHash).IsUnique();
        feed.HasIndex(f => new { f.GroupingId, f.ProfessionalId }).IsUnique();
        feed.HasOne<ProfessionalRow>().WithMany().HasForeignKey(f => new { f.GroupingId, f.ProfessionalId });
    }

    public static void AddGovernance(this ModelBuilder model)
    {
        var agreement = model.Owned<AgreementRow>("agreements");
        agreement.Property(a => a.Sections).HasMaxLength(Unlimited);
        agreement.HasIndex(a => new { a.GroupingId, a.ValidFrom }).IsUnique();
        var assembly = model.Owned<AssemblyRow>("assemblies");
        assembly.Property(a => a.Extras).HasMaxLength(Unlimited);
        assembly.Property(a => a.FrozenVotes).HasMaxLength(Unlimited);
        assembly.HasIndex(a => new { a.GroupingId, a.Code }).IsUnique();
        assembly.HasMany(a => a.Agenda).WithOne().HasForeignKey(i => new { i.GroupingId, i.AssemblyId });
        assembly.HasMany(a => a.Motions).WithOne().HasForeignKey(m => new { m.GroupingId, m.AssemblyId });
        assembly.HasMany(a => a.Attendances).WithOne().HasForeignKey(a => new { a.GroupingId, a.AssemblyId });
        model.Owned<AgendaItemRow>("agenda_items").HasIndex(i => new { i.GroupingId, i.AssemblyId, i.Code }).IsUnique();
        var motion = model.Owned<MotionRow>("motions");
        motion.Property(m => m.Wording).HasMaxLength(4000);
        motion.Property(m => m.Extras).HasMaxLength(Unlimited);
        motion.HasIndex(m => new { m.GroupingId, m.AssemblyId, m.Code }).IsUnique();
        motion.HasMany(m => m.Ballots).WithOne().HasForeignKey(b => new { b.GroupingId, b.MotionId });
        var ballot = model.Owned<BallotRow>("ballots");
        ballot.HasIndex(b => new { b.GroupingId, b.MotionId, b.MemberId }).IsUnique();
        ballot.HasOne(b => b.Member).WithMany().HasForeignKey(b => new { b.GroupingId, b.MemberId }).OnDelete(DeleteBehavior.Restrict);
        var attendance = model.Owned<AttendanceRow>("attendances");
        attendance.HasIndex(a => new { a.GroupingId, a.AssemblyId, a.MemberId }).IsUnique();
        attendance.HasOne(a => a.Member).WithMany().HasForeignKey(a => new { a.GroupingId, a.MemberId }).OnDelete(DeleteBehavior.Restrict);
        attendance.HasOne<MemberRow>().WithMany().HasForeignKey(a => new { a.GroupingId, a.RepresentedById }).OnDelete(DeleteBehavior.Restrict);
        model.Owned<CommitmentRow>("commitments").HasIndex(c => new { c.GroupingId, c.LastDay });
    }

    public static void AddCosts(this ModelBuilder model)
    {
        var expense = model.Owned<ExpenseRow>("expenses");
        expense.HasIndex(e => new { e.GroupingId, e.Day });
        expense.HasOne(e => e.PaidBy).WithMany().HasForeignKey(e => new { e.GroupingId, e.PaidById }).OnDelete(DeleteBehavior.Restrict);
        var call = model.Owned<CallRow>("calls");
        call.HasIndex(c => new { c.GroupingId, c.MemberId, c.PeriodStart }).IsUnique();
        call.HasOne(c => c.Member).WithMany().HasForeignKey(c => new { c.GroupingId, c.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddReplacements(this ModelBuilder model)
    {
        var absence = model.Owned<AbsenceRow>("absences");
        absence.HasIndex(a => new { a.GroupingId, a.FirstDay });
        absence.HasOne(a => a.Professional).WithMany().HasForeignKey(a => new { a.GroupingId, a.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var cause = model.Owned<AbsenceCauseRow>("absence_causes");
        cause.Property(c => c.Note).HasMaxLength(2000);
        cause.HasIndex(c => new { c.GroupingId, c.AbsenceId }).IsUnique();
        cause.HasOne<MemberRow>().WithMany().HasForeignKey(c => new { c.GroupingId, c.EmployerId }).OnDelete(DeleteBehavior.Restrict);
        cause.HasOne(c => c.Absence).WithMany().HasForeignKey(c => new { c.GroupingId, c.AbsenceId });
        var profile = model.Owned<PoolProfileRow>("pool_profiles");
        profile.HasIndex(p => new { p.GroupingId, p.ProfessionalId }).IsUnique();
        profile.HasOne(p => p.Professional).WithMany().HasForeignKey(p => new { p.GroupingId, p.ProfessionalId });
        var availability = model.Owned<AvailabilityRow>("availabilities");
        availability.HasIndex(a => new { a.GroupingId, a.ProfessionalId, a.FirstDay });
        availability.HasOne(a => a.Professional).WithMany().HasForeignKey(a => new { a.GroupingId, a.ProfessionalId });
        model.AddOffers();
    }

    private static void AddOffers(this ModelBuilder model)
    {
        var offer = model.Owned<OfferRow>("offers");
        offer.HasIndex(o => new { o.GroupingId, o.Status });
        offer.HasOne(o => o.Site).WithMany().HasForeignKey(o => new { o.GroupingId, o.SiteId }).OnDelete(DeleteBehavior.Restrict);
        offer.HasOne<AbsenceRow>().WithMany().HasForeignKey(o => new { o.GroupingId, o.AbsenceId }).OnDelete(DeleteBehavior.Restrict);
        offer.HasMany(o => o.Duties).WithOne().HasForeignKey(d => new { d.GroupingId, d.OfferId });
        offer.HasMany(o => o.Solicitations).WithOne(s => s.Offer).HasForeignKey(s => new { s.GroupingId, s.OfferId });
        model.Owned<OfferDutyRow>("offer_duties").HasIndex(d => new { d.GroupingId, d.OfferId, d.Day, d.Part }).IsUnique();
        var solicitation = model.Owned<SolicitationRow>("solicitations");
        solicitation.HasIndex(s => new { s.GroupingId, s.OfferId, s.ProfessionalId }).IsUnique();
        solicitation.HasIndex(s => s.TokenHash).IsUnique();
        solicitation.HasIndex(s => new { s.GroupingId, s.ProfessionalId, s.SentAt });
        solicitation.HasOne(s => s.Professional).WithMany().HasForeignKey(s => new { s.GroupingId, s.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var mission = model.Owned<MissionOrderRow>("mission_orders");
        mission.HasIndex(m => new { m.GroupingId, m.Number }).IsUnique();
        mission.HasIndex(m => new { m.GroupingId, m.OfferId }).IsUnique();
        mission.HasOne(m => m.Offer).WithMany().HasForeignKey(m => new { m.GroupingId, m.OfferId }).OnDelete(DeleteBehavior.Restrict);
        mission.HasOne(m => m.Professional).WithMany().HasForeignKey(m => new { m.GroupingId, m.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        mission.HasOne(m => m.Site).WithMany().HasForeignKey(m => new { m.GroupingId, m.SiteId }).OnDelete(DeleteBehavior.Restrict);
        mission.HasOne(m => m.Employer).WithMany().HasForeignKey(m => new { m.GroupingId, m.EmployerId }).OnDelete(DeleteBehavior.Restrict);
        mission.HasOne(m => m.Borrower).WithMany().HasForeignKey(m => new { m.GroupingId, m.BorrowerId }).OnDelete(DeleteBehavior.Restrict);
        var swap = model.Owned<SwapRow>("swaps");
        swap.Property(s => s.Justification).HasMaxLength(2000);
        swap.HasIndex(s => new { s.GroupingId, s.Status });
        swap.HasMany(s => s.Sides).WithOne().HasForeignKey(s => new { s.GroupingId, s.SwapId });
        var side = model.Owned<SwapSideRow>("swap_sides");
        side.HasIndex(s => new { s.GroupingId, s.SwapId, s.ProfessionalId }).IsUnique();
        side.HasIndex(s => new { s.GroupingId, s.ProfessionalId, s.Day });
        side.HasOne(s => s.Professional).WithMany().HasForeignKey(s => new { s.GroupingId, s.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        side.HasOne(s => s.Site).WithMany().HasForeignKey(s => new { s.GroupingId, s.SiteId }).OnDelete(DeleteBehavior.Restrict);
        var credit = model.Owned<ReplacementCreditRow>("replacement_credits");
        credit.HasIndex(c => new { c.GroupingId, c.MemberId, c.Year }).IsUnique();
        credit.HasOne(c => c.Member).WithMany().HasForeignKey(c => new { c.GroupingId, c.MemberId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddRosters(this ModelBuilder model)
    {
        var zone = model.Owned<ZoneRow>("zones");
        zone.HasIndex(z => new { z.GroupingId, z.Name }).IsUnique();
        zone.HasMany(z => z.Sites).WithOne().HasForeignKey(s => new { s.GroupingId, s.ZoneId });
        zone.HasMany(z => z.People).WithOne().HasForeignKey(p => new { p.GroupingId, p.ZoneId });
        var site = model.Owned<ZoneSiteRow>("zone_sites");
        site.HasIndex(s => new { s.GroupingId, s.ZoneId, s.SiteId }).IsUnique();
        site.HasOne(s => s.Site).WithMany().HasForeignKey(s => new { s.GroupingId, s.SiteId }).OnDelete(DeleteBehavior.Restrict);
        var person = model.Owned<ZonePersonRow>("zone_people");
        person.HasIndex(p => new { p.GroupingId, p.ZoneId, p.ProfessionalId }).IsUnique();
        person.HasOne(p => p.Professional).WithMany().HasForeignKey(p => new { p.GroupingId, p.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var rota = model.Owned<RotaRow>("rotas");
        rota.Property(r => r.Document).HasMaxLength(Unlimited);
        rota.HasIndex(r => new { r.GroupingId, r.ZoneId, r.FirstDay });
        rota.HasOne(r => r.Zone).WithMany().HasForeignKey(r => new { r.GroupingId, r.ZoneId }).OnDelete(DeleteBehavior.Restrict);
        rota.HasOne<RunRow>().WithMany().HasForeignKey(r => new { r.GroupingId, r.RunId }).OnDelete(DeleteBehavior.Restrict);
        rota.HasMany(r => r.Turns).WithOne().HasForeignKey(t => new { t.GroupingId, t.RotaId });
        var turn = model.Owned<RotaTurnRow>("rota_turns");
        turn.HasIndex(t => new { t.GroupingId, t.RotaId, t.Day }).IsUnique();
        turn.HasOne(t => t.Professional).WithMany().HasForeignKey(t => new { t.GroupingId, t.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var call = model.Owned<ZoneCallRow>("zone_calls");
        call.HasIndex(c => new { c.GroupingId, c.ZoneId, c.At });
        call.HasOne<ZoneRow>().WithMany().HasForeignKey(c => new { c.GroupingId, c.ZoneId }).OnDelete(DeleteBehavior.Restrict);
        call.HasOne(c => c.Site).WithMany().HasForeignKey(c => new { c.GroupingId, c.SiteId }).OnDelete(DeleteBehavior.Restrict);
        call.HasOne(c => c.Professional).WithMany().HasForeignKey(c => new { c.GroupingId, c.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
    }

    public static void AddRuns(this ModelBuilder model)
    {
        var run = model.Owned<RunRow>("runs");
        run.Property(r => r.Request).HasMaxLength(Unlimited);
        run.Property(r => r.Progress).HasMaxLength(Unlimited);
        run.Property(r => r.Failure).HasMaxLength(4000);
        run.HasIndex(r => new { r.GroupingId, r.Kind, r.DedupKey }).IsUnique();
        run.HasIndex(r => new { r.GroupingId, r.Kind, r.PeriodKey }).IsUnique();
        run.HasIndex(r => new { r.Status, r.RequestedAt });
        var result = model.Owned<RunResultRow>("run_results");
        result.Property(r => r.Document).HasMaxLength(Unlimited);
        result.HasIndex(r => new { r.GroupingId, r.RunId }).IsUnique();
        result.HasOne<RunRow>().WithMany().HasForeignKey(r => new { r.GroupingId, r.RunId });
        var letter = model.Owned<SentLetterRow>("sent_letters");
        letter.HasIndex(l => new { l.GroupingId, l.Key }).IsUnique();
    }

    public static void AddAccess(this ModelBuilder model)
    {
        var grant = model.Owned<GrantRow>("grants");
        grant.HasOne(g => g.User).WithMany().HasForeignKey(g => g.UserId);
        grant.HasOne(g => g.Member).WithMany().HasForeignKey(g => new { g.GroupingId, g.MemberId });
        grant.HasOne(g => g.Professional).WithMany().HasForeignKey(g => new { g.GroupingId, g.ProfessionalId });
        grant.HasIndex(g => new { g.GroupingId, g.UserId, g.Role });
        var invitation = model.Owned<InvitationRow>("invitations");
        invitation.HasIndex(i => i.TokenHash).IsUnique();
        invitation.HasOne<MemberRow>().WithMany().HasForeignKey(i => new { i.GroupingId, i.MemberId }).OnDelete(DeleteBehavior.Restrict);
        invitation.HasOne<ProfessionalRow>().WithMany().HasForeignKey(i => new { i.GroupingId, i.ProfessionalId }).OnDelete(DeleteBehavior.Restrict);
        var token = model.Owned<ApiTokenRow>("api_tokens");
        token.PrimitiveCollection(t => t.Roles).ElementType().HasConversion<string>();
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.HasOne(t => t.User).WithMany().HasForeignKey(t => t.UserId);
        var request = model.Owned<ApiRequestRow>("api_requests");
        request.Property(r => r.Answer).HasMaxLength(Unlimited);
        request.HasIndex(r => new { r.GroupingId, r.TokenId, r.Key }).IsUnique();
        request.HasIndex(r => r.DoneAt);
        request.HasOne<ApiTokenRow>().WithMany().HasForeignKey(r => new { r.GroupingId, r.TokenId });
        model.Entity<IdentityUserToken<Guid>>().Property(t => t.Value).HasMaxLength(Unlimited);
        var link = model.Entity<SignInLinkRow>();
        link.ToTable("sign_in_links").HasKey(l => l.TokenHash);
        link.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
        var session = model.Entity<SessionRow>();
        session.ToTable("sessions").HasKey(s => s.Id);
        session.Property(s => s.Id).ValueGeneratedNever();
        session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId);
        var key = model.Entity<ServiceKeyRow>();
        key.ToTable("service_keys").HasKey(k => k.Name);
        key.Property(k => k.Xml).HasMaxLength(Unlimited);
    }

    public static void AddWebhooks(this ModelBuilder model)
    {
        var webhook = model.Owned<WebhookRow>("webhooks");
        webhook.Property(w => w.Url).HasMaxLength(2000);
        webhook.PrimitiveCollection(w => w.Events).ElementType().HasConversion<string>();
        var delivery = model.Owned<WebhookDeliveryRow>("webhook_deliveries");
        delivery.Property(d => d.Payload).HasMaxLength(Unlimited);
        delivery.HasIndex(d => new { d.Status, d.NextAttemptAt });
        delivery.HasOne(d => d.Webhook).WithMany().HasForeignKey(d => new { d.GroupingId, d.WebhookId });
    }

    public static void AddAudit(this ModelBuilder model)
    {
        var entry = model.Entity<AuditEntryRow>();
        entry.ToTable("audit_entries").HasKey(e => new { e.GroupingId, e.Sequence });
        entry.Property(e => e.Sequence).ValueGeneratedNever();
        entry.Property(e => e.Changes).HasMaxLength(Unlimited);
        entry.HasIndex(e => new { e.GroupingId, e.SubjectId });
        model.Entity<AuditHeadRow>().ToTable("audit_heads").HasKey(h => h.GroupingId);
    }

    private static EntityTypeBuilder<T> Owned<T>(this ModelBuilder model, string table)
        where T : GroupingOwned
    {
        var row = model.Entity<T>();
        row.ToTable(table).HasKey(r => new { r.GroupingId, r.Id });
        row.Property(r => r.Id).ValueGeneratedNever();
        row.Property(r => r.Version).IsConcurrencyToken();
        row.HasOne<GroupingRow>().WithMany().HasForeignKey(r => r.GroupingId).OnDelete(DeleteBehavior.Restrict);
        return row;
    }
}
