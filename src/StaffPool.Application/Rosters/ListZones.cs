using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Rosters.OnCall;

namespace StaffPool.Application.Rosters;

/// <summary>The zones, with their sites, who takes turns, and the rotas made for them.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Professional, Role.Auditor)]
public sealed class ListZones(Work work) : IUseCase<Nothing, IReadOnlyList<ZoneView>>
{
    public Task<IReadOnlyList<ZoneView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<ZoneView>>(this, groupingId, async scope =>
        {
            var makes = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
            var rotas = (await scope.Db.Rotas
                .Where(r => makes || r.Status == RotaStatus.Published)
                .OrderByDescending(r => r.FirstDay).ThenByDescending(r => r.CreatedAt)
                .Select(r => new { r.ZoneId, View = new RotaLine(r.Id, r.FirstDay, r.LastDay, r.Status, r.CreatedAt, r.Turns.Count, r.Turns.Count(t => t.ProfessionalId == null)) })
                .ToListAsync(stop))
                .ToLookup(r => r.ZoneId, r => r.View);
            var zones = await scope.Db.Zones.AsSplitQuery()
                .OrderBy(z => z.Name)
                .Select(z => new ZoneView(
                    z.Id, z.Version, z.Name, z.Duty, z.Turn, z.StartsAt, z.EndsAt,
                    z.Sites.OrderBy(s => s.Site!.Name).Select(s => new ZoneSite(s.SiteId, s.Site!.Name, s.Site.Places)).ToList(),
                    z.People.OrderBy(p => p.Professional!.Name).Select(p => new ZonePerson(p.ProfessionalId, p.Professional!.Name)).ToList(),
                    Array.Empty<RotaLine>()))
                .ToListAsync(stop);
            return [.. zones.Select(z => z with { Rotas = [.. rotas[z.Id]] })];
        }, stop);
}

/// <summary>A zone; see <see cref="ZoneRow"/>.</summary>
public sealed record ZoneView(
    Guid Id,
    int Version,
    string Name,
    ZoneDuty Duty,
    ZoneTurn Turn,
    TimeOnly StartsAt,
    TimeOnly EndsAt,
    IReadOnlyList<ZoneSite> Sites,
    IReadOnlyList<ZonePerson> People,
    IReadOnlyList<RotaLine> Rotas);

/// <param name="Id">The site.</param>
/// <param name="Name">As shown.</param>
/// <param name="Places">Authorised places, where known.</param>
public sealed record ZoneSite(Guid Id, string Name, int? Places);

/// <param name="Id">The professional.</param>
/// <param name="Name">As shown.</param>
public sealed record ZonePerson(Guid Id, string Name);

/// <param name="Id">The rota.</param>
/// <param name="FirstDay">First day on which a turn may start.</param>
/// <param name="LastDay">Last one.</param>
/// <param name="Status">Draft, published, or replaced by a later one.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="Turns">All of them.</param>
/// <param name="Uncovered">Those that nobody has.</param>
public sealed record RotaLine(Guid Id, DateOnly FirstDay, DateOnly LastDay, RotaStatus Status, DateTime CreatedAt, int Turns, int Uncovered);
