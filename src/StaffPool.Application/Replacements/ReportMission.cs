using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Calculations;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>
/// What was done on a mission: hours, kilometres and an outcome of a closed list, so that no resident can be named. The line
/// to invoice follows from it, with its surcharges; it can be corrected.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Professional)]
[Limits("own-missions", Role.MemberRepresentative)]
[Limits("oneself", Role.Professional)]
public sealed class ReportMission(Work work, PoolLoader pools) : IUseCase<MissionReport, MissionInvoiced>
{
    private const decimal MostHoursADay = 24;
    private const decimal MostKilometres = 10_000;

    public Task<MissionInvoiced> RunAsync(Guid groupingId, MissionReport request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<MissionInvoiced> WriteAsync(WorkScope scope, MissionReport request, CancellationToken stop)
    {
        // The kilometres of the year so far decide the rate: one report after the other.
        await scope.TakeTurnAsync(stop);
        var mission = WorkScope.Found(
            await MissionView.SeenBy(scope).Include(m => m.Offer).ThenInclude(o => o!.Duties).SingleOrDefaultAsync(m => m.Id == request.MissionId, stop),
            "not-found.mission");
        scope.Expect(mission, request.Version);
        var duties = mission.Offer!.Duties.Select(d => new AskedDuty(d.Day, d.Part).ToDuty()).Order().ToList();
        RefusedException.IfAny(Assess(scope, request, duties));
        var loaded = await pools.GroupingAsync(scope, stop);
        var site = loaded.Scenario.Grouping.Sites.Single(s => s.Id == loaded.Rows.Sites.Single(r => r.Id == mission.SiteId).Code);
        var terms = ReplacementTerms.On(loaded.Scenario.Grouping.Agreement, duties[0].Day) with { HourlyPrice = mission.HourlyCents / 100m };
        var price = InterventionPrice.Of(
            terms, duties, request.Hours, site.Opening.Holidays, await KilometresBeforeAsync(scope, mission, stop), request.Kilometres);
        (mission.ReportedAt, mission.ReportedBy, mission.Outcome) = (scope.Now, scope.Caller.Name, request.Outcome);
        (mission.WorkedHours, mission.Kilometres) = (request.Hours, request.Kilometres);
        (mission.WorkCents, mission.SurchargeCents, mission.TravelCents) = (price.Work.Value.Cents, price.Surcharge.Value.Cents, price.Travel.Value.Cents);
        return new MissionInvoiced(price.Work, price.Surcharge, price.Travel, price.Total.Cents);
    }

    private static IEnumerable<Violation> Assess(WorkScope scope, MissionReport request, List<Duty> duties)
    {
        if (duties[0].Day > scope.Today)
        {
            yield return CoverTexts.Blocking("mission.not-begun", duties[0].Day);
        }

        if (request.Hours < 0 || request.Hours > MostHoursADay * duties.Count)
        {
            yield return CoverTexts.Blocking("mission.hours", MostHoursADay * duties.Count);
        }

        if (request.Kilometres is < 0 or > MostKilometres)
        {
            yield return CoverTexts.Blocking("mission.kilometres", MostKilometres);
        }

        if (!Enum.IsDefined(request.Outcome) || (request.Outcome == MissionOutcome.NotDone && request.Hours > 0))
        {
            yield return CoverTexts.Blocking("mission.outcome");
        }
    }

    private static async Task<decimal> KilometresBeforeAsync(WorkScope scope, MissionOrderRow mission, CancellationToken stop)
    {
        var start = new DateOnly(mission.FirstDay.Year, 1, 1);
        var before = await scope.Db.MissionOrders.AsNoTracking()
            .Where(m => m.ProfessionalId == mission.ProfessionalId && m.Id != mission.Id && m.Kilometres != null && m.FirstDay >= start && m.FirstDay <= mission.FirstDay)
            .Select(m => m.Kilometres!.Value)
            .ToListAsync(stop);
        return before.Sum();
    }
}

/// <param name="MissionId">Which.</param>
/// <param name="Version">As read.</param>
/// <param name="Hours">Hours worked.</param>
/// <param name="Kilometres">Kilometres driven.</param>
/// <param name="Outcome">How it went.</param>
public sealed record MissionReport(Guid MissionId, int Version, decimal Hours, decimal Kilometres, MissionOutcome Outcome);

/// <summary>The line to invoice: three amounts, each with its steps, and their sum in cents.</summary>
public sealed record MissionInvoiced(Traced<Money> Work, Traced<Money> Surcharge, Traced<Money> Travel, long TotalCents);
