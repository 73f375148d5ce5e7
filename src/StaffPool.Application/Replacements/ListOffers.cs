using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>The offers under way and the last that are over, with where each person asked stands.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ListOffers(Work work) : IUseCase<Nothing, IReadOnlyList<OfferView>>
{
    private const int MostOver = 100;

    public Task<IReadOnlyList<OfferView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<OfferView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        var names = await db.Professions.ToDictionaryAsync(p => p.Code, p => p.Name, stop);
        var missions = await db.MissionOrders.ToDictionaryAsync(m => m.OfferId, m => new { m.Id, m.Number }, stop);
        var offers = await db.Offers
            .Include(o => o.Duties).Include(o => o.Site).Include(o => o.Solicitations).ThenInclude(s => s.Professional).AsSplitQuery()
            .OrderBy(o => o.Status == OfferStatus.Open ? 0 : 1).ThenByDescending(o => o.StartedAt)
            .Take(MostOver)
            .ToListAsync(stop);
        return
        [
            .. offers.Select(o => new OfferView(
                o.Id,
                o.SiteId,
                o.Site!.Name,
                [.. o.Professions.Select(p => names.GetValueOrDefault(p) ?? p)],
                o.AbsenceId,
                [.. o.Duties.OrderBy(d => d.Day).ThenBy(d => d.Part).Select(d => new AskedDuty(d.Day, d.Part))],
                o.Status,
                o.StartedAt,
                o.ExpiresAt,
                o.WaveSize,
                o.WaveMinutes,
                o.StartedBy,
                missions.GetValueOrDefault(o.Id)?.Id,
                missions.GetValueOrDefault(o.Id)?.Number,
                [.. o.Solicitations.OrderBy(s => s.Rank).Select(s => new SolicitationView(
                    s.Rank, s.ProfessionalId, s.Professional!.Name, s.Status, s.SkippedBecause, s.SentAt, s.AnsweredAt))])),
        ];
    }
}

/// <summary>An offer as the coordinator follows it; instants are UTC.</summary>
public sealed record OfferView(
    Guid Id,
    Guid SiteId,
    string SiteName,
    IReadOnlyList<string> ProfessionNames,
    Guid? AbsenceId,
    IReadOnlyList<AskedDuty> Duties,
    OfferStatus Status,
    DateTime StartedAt,
    DateTime ExpiresAt,
    int WaveSize,
    int WaveMinutes,
    string StartedBy,
    Guid? MissionId,
    string? MissionNumber,
    IReadOnlyList<SolicitationView> People);

/// <param name="Rank">Place in the published order.</param>
/// <param name="ProfessionalId">Who.</param>
/// <param name="Name">As shown.</param>
/// <param name="Status">Where it stands with them.</param>
/// <param name="SkippedBecause">Why they were not written to: a key of <see cref="OfferCourse"/>, or null.</param>
/// <param name="SentAt">UTC.</param>
/// <param name="AnsweredAt">UTC.</param>
public sealed record SolicitationView(
    int Rank, Guid ProfessionalId, string Name, SolicitationStatus Status, string? SkippedBecause, DateTime? SentAt, DateTime? AnsweredAt);
