using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;

namespace StaffPool.Application.Rosters;

/// <summary>The calls of a zone between two days, and what they add up to, site by site.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Professional, Role.Auditor, Role.Funder)]
[Limits("oneself", Role.Professional)]
public sealed class ListZoneCalls(Work work) : IUseCase<ZoneCallsBetween, ZoneCallsView>
{
    public Task<ZoneCallsView> RunAsync(Guid groupingId, ZoneCallsBetween request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            WorkScope.Found(await scope.Db.Zones.SingleOrDefaultAsync(z => z.Id == request.ZoneId, stop), "not-found.zone");
            var (from, to) = (ParisTime.StartOf(request.From), ParisTime.StartOf(request.To.AddDays(1)));
            var calls = scope.Db.ZoneCalls.Where(c => c.ZoneId == request.ZoneId && c.At >= from && c.At < to);
            var sites = await calls
                .GroupBy(c => c.Site!.Name)
                .Select(g => new ZoneCallFigures(
                    g.Key, g.Count(), g.Count(c => c.Outcome == ZoneCallOutcome.Intervention), g.Count(c => c.AvoidedHospitalisation),
                    g.Sum(c => c.Minutes), g.Sum(c => c.TravelMinutes)))
                .ToListAsync(stop);
            // Who was called when is for those who plan, and for the person.
            var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
            var self = scope.Caller.Professionals;
            var lines = await calls.Where(c => seesAll || self.Contains(c.ProfessionalId))
                .OrderByDescending(c => c.At)
                .Select(c => new ZoneCallLine(
                    c.Id, c.Version, c.At, c.Site!.Name, c.Professional!.Name, c.Outcome, c.Minutes, c.TravelMinutes, c.AvoidedHospitalisation))
                .ToListAsync(stop);
            return new ZoneCallsView(lines, [.. sites.OrderBy(s => s.Site, StringComparer.Ordinal)]);
        }, stop);
}

/// <param name="ZoneId">Of which zone.</param>
/// <param name="From">First day, in Paris.</param>
/// <param name="To">Last day.</param>
public sealed record ZoneCallsBetween(Guid ZoneId, DateOnly From, DateOnly To);

/// <param name="Calls">Last first; one's own for a professional, none for a member or a funder.</param>
/// <param name="Sites">What they add up to, by site.</param>
public sealed record ZoneCallsView(IReadOnlyList<ZoneCallLine> Calls, IReadOnlyList<ZoneCallFigures> Sites);

/// <summary>A call: see <see cref="ZoneCallRow"/>; its moment in UTC.</summary>
public sealed record ZoneCallLine(
    Guid Id, int Version, DateTime At, string SiteName, string ProfessionalName, ZoneCallOutcome Outcome, int Minutes, int TravelMinutes, bool AvoidedHospitalisation);

/// <param name="Site">Name of the site.</param>
/// <param name="Calls">All of them.</param>
/// <param name="Interventions">Those for which somebody came.</param>
/// <param name="AvoidedHospitalisations">As the site declares them.</param>
/// <param name="Minutes">At work.</param>
/// <param name="TravelMinutes">On the road.</param>
public sealed record ZoneCallFigures(string Site, int Calls, int Interventions, int AvoidedHospitalisations, int Minutes, int TravelMinutes);
