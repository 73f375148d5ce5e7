using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Costs;
using StaffPool.Domain.Costs.Analysis;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>
/// What replacements did in a year: credits granted and consumed, what each member lent and borrowed, half-days lost and
/// covered. Computed from the missions each time: nothing can drift from them.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Auditor, Role.Funder)]
[Limits("own-lines", Role.MemberRepresentative, Role.Payroll)]
public sealed class ReadReplacementLedger(Work work, PoolLoader pools) : IUseCase<MissionsOfYear, ReplacementLedgerView>
{
    public Task<ReplacementLedgerView> RunAsync(Guid groupingId, MissionsOfYear request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request.Year, stop), stop);

    private async Task<ReplacementLedgerView> ReadAsync(WorkScope scope, int year, CancellationToken stop)
    {
        var db = scope.Db;
        var names = await db.Members.ToDictionaryAsync(m => m.Code, m => m.Name, stop);
        var (first, last) = (new DateOnly(Math.Clamp(year, 1, 9999), 1, 1), new DateOnly(Math.Clamp(year, 1, 9999), 12, 31));
        var missions = await db.MissionOrders
            .Where(m => m.FirstDay >= first && m.FirstDay <= last)
            .Select(m => new
            {
                Employer = m.Employer!.Code, Borrower = m.Borrower!.Code, Profession = m.Professional!.Profession!.Name,
                HalfDays = m.Offer!.Duties.Count, m.PlannedHours, m.WorkedHours, m.WorkCents, m.SurchargeCents, m.TravelCents,
            })
            .ToListAsync(stop);
        var granted = await db.ReplacementCredits.Where(c => c.Year == year).Select(c => new MemberQuantity(c.Member!.Code, c.Hours)).ToListAsync(stop);
        // Promised hours count until the report replaces them: a credit is not spent twice meanwhile.
        var (balance, warnings) = HoursEnvelope.Of(
            granted, [.. missions.Select(m => new MemberQuantity(m.Borrower, m.WorkedHours ?? m.PlannedHours))], code => names[code]);
        var lines = await AbsenceLinesAsync(scope, first, last, stop);
        var risk = (await pools.GroupingAsync(scope, stop)).Scenario.Costs?.ValueOf(CostSettings.AbsenceRisk) ?? AbsenceRisk.Grouping;
        var own = scope.Caller.MembersAs(Role.MemberRepresentative, Role.Payroll);
        var ownCodes = await db.Members.Where(m => own.Contains(m.Id)).Select(m => m.Code).ToListAsync(stop);
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor, Role.Funder);
        bool Sees(string code) => seesAll || ownCodes.Contains(code);
        return new ReplacementLedgerView(
            year,
            [.. balance.Lines.Where(l => Sees(l.MemberId)).Select(l => new CreditView(names[l.MemberId], l.Granted, l.Consumed, l.Left))],
            balance.Left,
            [.. warnings.Where(w => w.Subjects.Count == 0 || w.Subjects.Any(Sees))],
            [
                .. Reciprocity.Of([.. missions.Where(m => m.Employer != m.Borrower).Select(m => new Exchange(
                        m.Employer, m.Borrower, m.Profession, m.HalfDays, new Money((m.WorkCents + m.SurchargeCents + m.TravelCents) ?? 0)))])
                    .Where(b => Sees(b.MemberId))
                    .Select(b => new ReciprocityView(names[b.MemberId], b.Function, b.HalfDays, b.Value.Cents)),
            ],
            [.. AbsenceRiskSharing.Run(risk, lines).Where(b => Sees(b.MemberId)).Select(b => new AbsenceRiskView(names[b.MemberId], b.HalfDays))],
            risk);
    }

    private static async Task<IReadOnlyList<AbsenceLine>> AbsenceLinesAsync(WorkScope scope, DateOnly first, DateOnly last, CancellationToken stop)
    {
        var db = scope.Db;
        var planned = await db.ServedHalfDays.Where(b => b.Day >= first && b.Day <= last)
            .GroupBy(b => new { Host = b.Site!.Member!.Code, Employer = b.Professional!.Employer!.Code })
            .Select(g => new { g.Key.Host, g.Key.Employer, Count = g.Count() })
            .ToListAsync(stop);
        var away = await (
            from absence in db.Absences
            join booking in db.ServedHalfDays on absence.ProfessionalId equals booking.ProfessionalId
            where booking.Day >= first && booking.Day <= last && booking.Day >= absence.FirstDay && booking.Day <= absence.LastDay
            select new
            {
                Host = booking.Site!.Member!.Code, Employer = booking.Professional!.Employer!.Code, booking.Day, booking.Part, booking.SiteId, absence.Id,
                absence.FirstDay, absence.FirstPart, absence.LastDay, absence.LastPart,
            }).ToListAsync(stop);
        var missions = await (
            from mission in db.MissionOrders
            join duty in db.OfferDuties on mission.OfferId equals duty.OfferId
            where duty.Day >= first && duty.Day <= last
            select new { mission.Offer!.AbsenceId, mission.SiteId, duty.Day, duty.Part, Host = mission.Borrower!.Code, Employer = mission.Employer!.Code })
            .ToListAsync(stop);
        var covered = missions.Where(m => m.AbsenceId is not null).Select(m => (m.AbsenceId!.Value, m.SiteId, m.Day, m.Part)).ToHashSet();
        // A replacement serves what was planned for somebody else: it is not planned twice.
        var replacing = missions.CountBy(m => (m.Host, m.Employer)).ToDictionary();
        var lost = away
            .Where(a => CandidatesAsked.SpanOf(a.FirstDay, a.FirstPart, a.LastDay, a.LastPart).Contains(new AskedDuty(a.Day, a.Part).ToDuty())
                && !covered.Contains((a.Id, a.SiteId, a.Day, a.Part)))
            .CountBy(a => (a.Host, a.Employer)).ToDictionary();
        return [.. planned.Select(p => new AbsenceLine(
            p.Host, p.Employer, p.Count - replacing.GetValueOrDefault((p.Host, p.Employer)), lost.GetValueOrDefault((p.Host, p.Employer))))];
    }
}

/// <param name="Year">Which.</param>
/// <param name="Credits">One per member that was granted or took hours.</param>
/// <param name="Left">Hours that the whole grouping has left.</param>
/// <param name="Warnings">Credits that are overdrawn.</param>
/// <param name="Reciprocity">What each member lent less what it borrowed.</param>
/// <param name="Risk">Half-days to bill once absences are counted.</param>
/// <param name="SharedBy">Who bears what is lost.</param>
public sealed record ReplacementLedgerView(
    int Year, IReadOnlyList<CreditView> Credits, Traced<decimal> Left, IReadOnlyList<Violation> Warnings,
    IReadOnlyList<ReciprocityView> Reciprocity, IReadOnlyList<AbsenceRiskView> Risk, AbsenceRisk SharedBy);

public sealed record CreditView(string MemberName, decimal Granted, decimal Consumed, Traced<decimal> Left);

/// <summary>Half-days and their value in cents, lent less borrowed.</summary>
public sealed record ReciprocityView(string MemberName, string Function, Traced<decimal> HalfDays, long Cents);

public sealed record AbsenceRiskView(string MemberName, Traced<decimal> HalfDays);
