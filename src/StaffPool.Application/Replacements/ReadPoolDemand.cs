using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>What the absences known today will ask of the pool in the months to come: how much of which profession, where. Nobody is named.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor, Role.Funder)]
public sealed class ReadPoolDemand(Work work, PoolLoader pools) : IUseCase<PoolDemandAsked, PoolDemandView>
{
    public Task<PoolDemandView> RunAsync(Guid groupingId, PoolDemandAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<PoolDemandView> ReadAsync(WorkScope scope, PoolDemandAsked request, CancellationToken stop)
    {
        var horizon = request.Horizon();
        var loaded = await pools.GroupingAsync(scope, stop);
        var scenario = loaded.Scenario;
        var problem = (scenario.Period is null ? scenario with { Period = horizon } : scenario).ToProblem();
        var hours = ReplacementTerms.On(scenario.Grouping.Agreement, horizon.Start).Hours;
        var ids = loaded.Rows.Sites.ToDictionary(s => s.Code, s => s.Id);
        var absences = await AbsencesAsync(scope, loaded, horizon, stop);
        return new PoolDemandView(
            horizon.Start,
            request.Months,
            [
                .. PoolDemand.Of(horizon, absences, problem, hours).Select(m => new PoolDemandMonthView(
                    m.Month.Start,
                    m.Profession.Name,
                    m.People,
                    m.HalfDays,
                    m.FullTime,
                    [
                        .. m.Sites.Select(s => new SiteDemandView(
                            ids[s.Site.Id], s.Site.Name, s.Site.Member.Name, s.HalfDays,
                            s.Floor is { } f ? new MonthFloorView(f.AtLeast, f.Left, f.Reference) : null)),
                    ])),
            ]);
    }

    private static async Task<IReadOnlyList<ForecastAbsence>> AbsencesAsync(WorkScope scope, LoadedGrouping loaded, Period horizon, CancellationToken stop)
    {
        var (db, first, last) = (scope.Db, horizon.Start, horizon.End);
        var absences = await db.Absences.Where(a => a.FirstDay <= last && a.LastDay >= first)
            .Select(a => new { a.Id, a.ProfessionalId, a.FirstDay, a.FirstPart, a.LastDay, a.LastPart })
            .ToListAsync(stop);
        var leaving = await db.PoolProfiles.Where(p => p.ContractUntil < last)
            .Select(p => new { p.ProfessionalId, LastDay = p.ContractUntil!.Value })
            .ToListAsync(stop);
        var spans = absences.Select(a => (a.ProfessionalId, Span: CandidatesAsked.SpanOf(a.FirstDay, a.FirstPart, a.LastDay, a.LastPart)))
            .Concat(leaving.Select(l => (l.ProfessionalId, Span: CandidatesAsked.SpanOf(l.LastDay.AddDays(1), DayPart.Morning, last, DayPart.Night))))
            .ToLookup(s => s.ProfessionalId, s => s.Span);
        var who = spans.Select(s => s.Key).ToList();
        var sites = loaded.Rows.Sites.Join(loaded.Scenario.Grouping.Sites, r => r.Code, s => s.Id, (r, s) => (r.Id, Site: s)).ToDictionary(s => s.Id, s => s.Site);
        var booked = (await db.ServedHalfDays.Where(b => b.Day >= first && b.Day <= last && who.Contains(b.ProfessionalId))
                .Select(b => new { b.ProfessionalId, b.Day, b.Part, b.SiteId })
                .ToListAsync(stop))
            .ToLookup(b => b.ProfessionalId, b => new Engagement(new AskedDuty(b.Day, b.Part).ToDuty(), sites[b.SiteId]));
        var covered = (await (
                from mission in db.MissionOrders
                join duty in db.OfferDuties on mission.OfferId equals duty.OfferId
                join absence in db.Absences on mission.Offer!.AbsenceId equals absence.Id
                where duty.Day >= first && duty.Day <= last
                select new { absence.ProfessionalId, mission.SiteId, duty.Day, duty.Part }).ToListAsync(stop))
            .ToLookup(c => c.ProfessionalId, c => new Engagement(new AskedDuty(c.Day, c.Part).ToDuty(), sites[c.SiteId]));
        return
        [
            .. loaded.Rows.Professionals
                .Where(p => spans.Contains(p.Id))
                .Join(loaded.Scenario.Grouping.Professionals, r => r.Code, p => p.Id, (r, p) => new ForecastAbsence(p, [.. spans[r.Id]], [.. booked[r.Id]], [.. covered[r.Id]])),
        ];
    }
}

/// <param name="FirstMonth">Any day of the first month.</param>
/// <param name="Months">How many, 1 to 24.</param>
public sealed record PoolDemandAsked(DateOnly FirstMonth, int Months)
{
    internal const int MostMonths = 24;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2099, 12, 31);

    /// <exception cref="RefusedException">Too far, or nothing.</exception>
    internal Period Horizon()
    {
        RefusedException.IfAny(
            Months is < 1 or > MostMonths || FirstMonth < Earliest || FirstMonth > Latest
                ? [CoverTexts.Blocking("demand.months", MostMonths, Earliest.Year, Latest.Year)]
                : []);
        var first = new DateOnly(FirstMonth.Year, FirstMonth.Month, 1);
        return new Period(first, first.AddMonths(Months).AddDays(-1));
    }
}

/// <param name="FirstMonth">First day of the first month.</param>
/// <param name="Months">How many were looked at.</param>
/// <param name="Lines">Months and professions that miss something, in order.</param>
public sealed record PoolDemandView(DateOnly FirstMonth, int Months, IReadOnlyList<PoolDemandMonthView> Lines);

/// <param name="Month">Its first day.</param>
/// <param name="ProfessionName">Whose half-days are missing.</param>
/// <param name="People">How many people's half-days they are.</param>
/// <param name="HalfDays">That nobody will serve.</param>
/// <param name="FullTime">Full-time equivalents of the pool that would serve them.</param>
/// <param name="Sites">Where, the most first.</param>
public sealed record PoolDemandMonthView(
    DateOnly Month, string ProfessionName, int People, Traced<decimal> HalfDays, Traced<decimal> FullTime, IReadOnlyList<SiteDemandView> Sites);

/// <param name="SiteId">Where.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="MemberName">Whose site it is.</param>
/// <param name="HalfDays">That nobody will serve there.</param>
/// <param name="Floor">What the law asks for in the month and would not have, or null.</param>
public sealed record SiteDemandView(Guid SiteId, string SiteName, string MemberName, Traced<decimal> HalfDays, MonthFloorView? Floor);

/// <param name="AtLeast">Half-days of the month that the law asks for.</param>
/// <param name="Left">Half-days of the plan that are left.</param>
/// <param name="Reference">The text.</param>
public sealed record MonthFloorView(decimal AtLeast, decimal Left, LegalReference Reference);
