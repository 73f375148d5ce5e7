using System.Reflection;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;
using StaffPool.Data.Costs;
using StaffPool.Data.Governance;
using StaffPool.Data.Interchange;
using StaffPool.Data.Members;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Rosters;
using StaffPool.Data.Runs;
using StaffPool.Data.Timetables;
using StaffPool.Data.Webhooks;
using StaffPool.Data.Workforce;

namespace StaffPool.Application.Interchange;

/// <summary>
/// What of each table is a member's own, decided table by table: a test fails where a table is without a decision. References
/// to what is another's stay as keys, without what stands behind them.
/// </summary>
internal static class MemberHoldings
{
    /// <summary>Tables of which nothing is one member's: the grouping's, or the service's own.</summary>
    public static IReadOnlySet<Type> NobodysOwn { get; } = new HashSet<Type>
    {
        // The grouping's: each member holds its signed copies, and reads the rest on its pages while it is one.
        typeof(AgreementRow), typeof(CommitmentRow), typeof(WorkingTimeRow), typeof(RunRow), typeof(RunResultRow), typeof(AuditHeadRow),
        // Health: the employer reads each cause by itself, which the log tells; it never leaves in bulk.
        typeof(AbsenceCauseRow),
        // Secrets, and the service's own papers.
        typeof(InvitationRow), typeof(CalendarFeedRow), typeof(UploadRow), typeof(ApiTokenRow), typeof(ApiRequestRow), typeof(WebhookRow), typeof(WebhookDeliveryRow), typeof(SentLetterRow),
    };

    private static readonly Holding[] Own =
    [
        Holding.Of<MemberRow>((db, id) => db.Members.Where(m => m.Id == id)),
        Holding.Of<SiteRow>((db, id) => db.Sites.Where(s => s.MemberId == id)),
        Holding.Of<ProfessionalRow>((db, id) => db.Professionals.Where(p => p.EmployerId == id)),
        Holding.Of<SiteAnswerRow>((db, id) => db.SiteAnswers.Where(a => db.Professionals.Any(p => p.Id == a.ProfessionalId && p.EmployerId == id))),
        Holding.Of<ProfessionRow>((db, id) => db.Professions.Where(
            f => db.Professionals.Any(p => p.ProfessionId == f.Id && p.EmployerId == id) || db.Needs.Any(n => n.ProfessionId == f.Id && n.Site!.MemberId == id))),
        Holding.Of<CampaignRow>((db, id) => db.Campaigns.Where(
            c => db.Declarations.Any(d => d.CampaignId == c.Id && d.MemberId == id) || db.Needs.Any(n => n.CampaignId == c.Id && n.Site!.MemberId == id))),
        Holding.Of<DeclarationRow>((db, id) => db.Declarations.Where(d => d.MemberId == id)),
        Holding.Of<NeedRow>((db, id) => db.Needs.Where(n => n.Site!.MemberId == id)),
        Holding.Of<AssignmentRow>((db, id) => Assignments(db, id)),
        // What was computed of a plan tells of everybody.
        Holding.Of<PlanRow>((db, id) => db.Plans.Where(p => Assignments(db, id).Any(a => a.PlanId == p.Id)), nameof(PlanRow.Document)),
        Holding.Of<BookingRow>((db, id) => db.Bookings.Where(b => b.Site!.MemberId == id || b.Professional!.EmployerId == id)),
        Holding.Of<WorkDoneRow>((db, id) => db.WorkDone.Where(w => w.Site!.MemberId == id || w.Professional!.EmployerId == id)),
        Holding.Of<AbsenceRow>((db, id) => db.Absences.Where(a => db.Professionals.Any(p => p.Id == a.ProfessionalId && p.EmployerId == id))),
        Holding.Of<PoolProfileRow>((db, id) => db.PoolProfiles.Where(p => p.Professional!.EmployerId == id)),
        Holding.Of<AvailabilityRow>((db, id) => db.Availabilities.Where(a => a.Professional!.EmployerId == id)),
        Holding.Of<OfferRow>((db, id) => db.Offers.Where(o => o.Site!.MemberId == id)),
        Holding.Of<OfferDutyRow>((db, id) => db.OfferDuties.Where(d => db.Offers.Any(o => o.Id == d.OfferId && o.Site!.MemberId == id))),
        Holding.Of<SolicitationRow>((db, id) => db.Solicitations.Where(s => s.Professional!.EmployerId == id), nameof(SolicitationRow.TokenHash)),
        Holding.Of<MissionOrderRow>((db, id) => db.MissionOrders.Where(m => m.EmployerId == id || m.BorrowerId == id)),
        Holding.Of<SwapRow>((db, id) => db.Swaps.Where(s => db.SwapSides.Any(i => i.SwapId == s.Id && i.Professional!.EmployerId == id))),
        Holding.Of<SwapSideRow>((db, id) => db.SwapSides.Where(s => s.Site!.MemberId == id || s.Professional!.EmployerId == id)),
        Holding.Of<ReplacementCreditRow>((db, id) => db.ReplacementCredits.Where(c => c.MemberId == id)),
        Holding.Of<ZoneRow>((db, id) => db.Zones.Where(
            z => db.ZoneSites.Any(s => s.ZoneId == z.Id && s.Site!.MemberId == id) || db.ZonePeople.Any(p => p.ZoneId == z.Id && p.Professional!.EmployerId == id))),
        Holding.Of<ZoneSiteRow>((db, id) => db.ZoneSites.Where(s => s.Site!.MemberId == id)),
        Holding.Of<ZonePersonRow>((db, id) => db.ZonePeople.Where(p => p.Professional!.EmployerId == id)),
        Holding.Of<RotaRow>((db, id) => db.Rotas.Where(r => db.RotaTurns.Any(t => t.RotaId == r.Id && t.Professional!.EmployerId == id)), nameof(RotaRow.Document)),
        Holding.Of<RotaTurnRow>((db, id) => db.RotaTurns.Where(t => t.Professional!.EmployerId == id)),
        Holding.Of<ZoneCallRow>((db, id) => db.ZoneCalls.Where(c => c.Site!.MemberId == id || c.Professional!.EmployerId == id)),
        // Notes are of the whole timetable; a draft is nobody's yet.
        Holding.Of<TimetableRow>((db, id) => db.Timetables.Where(t => TimetablePeople(db, id).Any(p => p.TimetableId == t.Id)), nameof(TimetableRow.Notes)),
        Holding.Of<TimetablePersonRow>((db, id) => TimetablePeople(db, id)),
        Holding.Of<TimetableChangeRow>((db, id) => db.TimetableChanges.Where(
            c => c.Professional!.EmployerId == id || c.FromSite!.MemberId == id || c.ToSite!.MemberId == id)),
        Holding.Of<ExpenseRow>((db, id) => db.Expenses.Where(e => e.PaidById == id)),
        Holding.Of<CallRow>((db, id) => db.Calls.Where(c => c.MemberId == id)),
        Holding.Of<AttendanceRow>((db, id) => db.Attendances.Where(a => a.MemberId == id || a.RepresentedById == id)),
        Holding.Of<BallotRow>((db, id) => db.Ballots.Where(b => b.MemberId == id)),
        Holding.Of<AssemblyRow>((db, id) => Assemblies(db, id), nameof(AssemblyRow.FrozenVotes), nameof(AssemblyRow.Extras)),
        Holding.Of<AgendaItemRow>((db, id) => db.AgendaItems.Where(i => Assemblies(db, id).Any(a => a.Id == i.AssemblyId))),
        Holding.Of<MotionRow>((db, id) => db.Motions.Where(m => Assemblies(db, id).Any(a => a.Id == m.AssemblyId)), nameof(MotionRow.Extras)),
        Holding.Of<GrantRow>((db, id) => db.Grants.Where(g => g.MemberId == id)),
        // Acts of those who act for this member and nobody else: what they did as somebody else is not the member's.
        Holding.Of<AuditEntryRow>((db, id) => db.AuditEntries.Where(
            e => db.Grants.Any(g => g.UserId == e.UserId && g.MemberId == id) && !db.Grants.Any(g => g.UserId == e.UserId && (g.MemberId == null || g.MemberId != id)))),
    ];

    public static IEnumerable<Type> Decided => Own.Select(h => h.Row).Concat(NobodysOwn);

    public static async Task<IReadOnlyList<WrittenSheet>> OfAsync(StaffPoolContext db, Guid memberId, CancellationToken stop)
    {
        var sheets = new List<WrittenSheet>();
        foreach (var holding in Own)
        {
            sheets.Add(await holding.WriteAsync(db, memberId, stop));
        }

        return sheets;
    }

    // What a draft says is nobody's yet.
    private static IQueryable<AssignmentRow> Assignments(StaffPoolContext db, Guid id) => db.Assignments.Where(
        a => (a.Professional!.EmployerId == id || a.Need!.Site!.MemberId == id) && db.Plans.Any(p => p.Id == a.PlanId && p.Status != PlanStatus.Draft));

    private static IQueryable<TimetablePersonRow> TimetablePeople(StaffPoolContext db, Guid id) => db.TimetablePeople.Where(
        p => p.Professional!.EmployerId == id && db.Timetables.Any(t => t.Id == p.TimetableId && t.PublishedAt != null));

    private static IQueryable<AssemblyRow> Assemblies(StaffPoolContext db, Guid id) =>
        db.Assemblies.Where(s => db.Attendances.Any(a => a.AssemblyId == s.Id && (a.MemberId == id || a.RepresentedById == id)));

    private sealed record Holding(Type Row, Func<StaffPoolContext, Guid, CancellationToken, Task<List<object>>> Rows, IReadOnlyList<string> Without)
    {
        public static Holding Of<T>(Func<StaffPoolContext, Guid, IQueryable<T>> rows, params string[] without)
            where T : class =>
            new(typeof(T), async (db, id, stop) => [.. await rows(db, id).AsNoTracking().ToListAsync(stop)], without);

        /// <summary>A table named and with columns as the database has them.</summary>
        public async Task<WrittenSheet> WriteAsync(StaffPoolContext db, Guid memberId, CancellationToken stop)
        {
            var type = db.Model.FindEntityType(Row)!;
            var columns = type.GetProperties()
                .Where(p => p.Name != nameof(GroupingOwned.GroupingId) && !Without.Contains(p.Name, StringComparer.Ordinal)
                    && p.PropertyInfo?.GetCustomAttribute<NotInAuditAttribute>() is null)
                .ToList();
            var rows = await Rows(db, memberId, stop);
            return new WrittenSheet(
                type.GetTableName()!,
                [.. columns.Select(c => new WrittenColumn(c.GetColumnName(), null, [], false))],
                [.. rows.Select(r => (IReadOnlyList<object?>)[.. columns.Select(c => c.GetGetter().GetClrValue(r))])]);
        }
    }
}
