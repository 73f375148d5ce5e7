using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>What an absence does on every site at once: half-days that nobody serves, promises not kept, legal floors broken. Never why.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Auditor)]
[Limits("own-people-or-sites", Role.MemberRepresentative)]
public sealed class ReadAbsenceEffect(Work work, PoolLoader pools) : IUseCase<AbsenceAsked, AbsenceEffectView>
{
    public Task<AbsenceEffectView> RunAsync(Guid groupingId, AbsenceAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<AbsenceEffectView> ReadAsync(WorkScope scope, AbsenceAsked request, CancellationToken stop)
    {
        var absence = WorkScope.Found(
            await scope.Db.Absences.Include(a => a.Professional).SingleOrDefaultAsync(a => a.Id == request.AbsenceId, stop), "not-found.absence");
        var loaded = await pools.GroupingAsync(scope, stop);
        var grouping = loaded.Scenario.Grouping;
        var people = loaded.Rows.Professionals.Join(grouping.Professionals, r => r.Code, p => p.Id, (r, p) => (r.Id, p)).ToDictionary(x => x.Id, x => x.p);
        var sites = loaded.Rows.Sites.Join(grouping.Sites, r => r.Code, s => s.Id, (r, s) => (Row: r, Site: s)).ToDictionary(x => x.Row.Id, x => x.Site);
        var ids = sites.ToDictionary(s => s.Value, s => s.Key);
        var professional = people[absence.ProfessionalId];
        var span = CandidatesAsked.SpanOf(absence.FirstDay, absence.FirstPart, absence.LastDay, absence.LastPart);
        var (from, to) = (Days.MondayOf(absence.FirstDay), Days.MondayOf(absence.LastDay).AddDays(6));
        var bookings = await scope.Db.ServedHalfDays
            .Where(b => b.Day >= from && b.Day <= to && b.Professional!.ProfessionId == absence.Professional!.ProfessionId)
            .Select(b => new { b.ProfessionalId, b.Day, b.Part, b.SiteId })
            .ToListAsync(stop);
        var covered = (await (
            from mission in scope.Db.MissionOrders
            join duty in scope.Db.OfferDuties on mission.OfferId equals duty.OfferId
            where mission.Offer!.AbsenceId == absence.Id
            select new { mission.SiteId, duty.Day, duty.Part }).ToListAsync(stop)).Select(c => (c.SiteId, c.Day, c.Part)).ToHashSet();
        var engagements = bookings
            .Where(b => b.ProfessionalId != absence.ProfessionalId || !covered.Contains((b.SiteId, b.Day, b.Part)))
            .Select(b => (people[b.ProfessionalId], new Engagement(new AskedDuty(b.Day, b.Part).ToDuty(), sites[b.SiteId]))).ToList();
        var problem = ProblemOf(loaded, absence);
        var effect = AbsenceEffect.Of(professional, span, engagements, problem, problem.PlanInForce);

        var own = scope.Caller.MembersAs(Role.MemberRepresentative);
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor) || own.Contains(absence.Professional!.EmployerId);
        var memberOf = loaded.Rows.Sites.ToDictionary(s => s.Id, s => s.MemberId);
        var seen = effect.Sites.Where(s => seesAll || own.Contains(memberOf[ids[s.Site]])).ToList();
        if (!seesAll && seen.Count == 0)
        {
            throw RefusedException.Of(Refusal.NotPermitted, UseCaseTexts.Of("not-permitted"));
        }

        return new AbsenceEffectView(
            absence.Id,
            absence.ProfessionalId,
            professional.Name,
            professional.Profession.Name,
            absence.FirstDay,
            absence.LastDay,
            [.. seen.Select(s => new SiteEffectView(
                ids[s.Site], s.Site.Name, s.Site.Member.Name, [.. s.Lost.Select(AskedDuty.Of)], s.IsPriority, s.Promised, s.PromisedLost,
                [.. s.Floors.Select(f => new FloorView(f.Monday, f.AtLeast, f.Left, f.Reference))]))]);
    }

    // Without a campaign nothing is promised: what is dated is lost all the same.
    private static AllocationProblem ProblemOf(Scenarios.LoadedGrouping loaded, AbsenceRow absence)
    {
        var scenario = loaded.Scenario;
        return (scenario.Period is null ? scenario with { Period = new Period(absence.FirstDay, absence.LastDay) } : scenario).ToProblem();
    }
}

/// <param name="AbsenceId">Which.</param>
/// <param name="ProfessionalId">Who is away.</param>
/// <param name="ProfessionalName">Who is away.</param>
/// <param name="ProfessionName">Of which profession.</param>
/// <param name="FirstDay">First day away.</param>
/// <param name="LastDay">Last day away.</param>
/// <param name="Sites">Sites that lose something, the most half-days first.</param>
public sealed record AbsenceEffectView(
    Guid AbsenceId, Guid ProfessionalId, string ProfessionalName, string ProfessionName, DateOnly FirstDay, DateOnly LastDay, IReadOnlyList<SiteEffectView> Sites);

/// <param name="SiteId">Where.</param>
/// <param name="SiteName">As shown.</param>
/// <param name="MemberName">Whose site it is.</param>
/// <param name="Lost">Dated half-days that nobody serves now.</param>
/// <param name="IsPriority">Whether the need is served before others.</param>
/// <param name="Promised">Half-days of the whole period in the plan in force.</param>
/// <param name="PromisedLost">Those lost; an even share where none is dated.</param>
/// <param name="Floors">Weeks in which the law asks for more than is left.</param>
public sealed record SiteEffectView(
    Guid SiteId, string SiteName, string MemberName, IReadOnlyList<AskedDuty> Lost, bool IsPriority, int Promised, decimal PromisedLost,
    IReadOnlyList<FloorView> Floors);

/// <param name="Monday">First day of the week.</param>
/// <param name="AtLeast">Half-days that the law asks for.</param>
/// <param name="Left">Half-days left.</param>
/// <param name="Reference">The text.</param>
public sealed record FloorView(DateOnly Monday, decimal AtLeast, int Left, LegalReference Reference);
