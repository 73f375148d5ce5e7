using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>What is offered, to whoever holds the link or to the professional who is signed in. Reading it answers nothing.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class ReadSolicitation(Work work) : IUseCase<OfferAnswer, OfferedMission>
{
    public Task<OfferedMission> RunAsync(Guid groupingId, OfferAnswer request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope =>
        {
            var solicitation = await request.FindAsync(scope, stop);
            var offer = solicitation.Offer!;
            var names = await scope.Db.Professions.Where(p => offer.Professions.Contains(p.Code)).Select(p => p.Name).ToListAsync(stop);
            var mission = solicitation.Status == SolicitationStatus.Accepted
                ? await scope.Db.MissionOrders.Where(m => m.OfferId == offer.Id).Select(m => m.Number).SingleOrDefaultAsync(stop)
                : null;
            return new OfferedMission(
                solicitation.Id,
                await scope.Db.Groupings.Select(g => g.Name).SingleAsync(stop),
                solicitation.Professional!.Name,
                offer.Site!.Name,
                offer.Site.Member!.Name,
                names,
                [.. offer.Duties.OrderBy(d => d.Day).ThenBy(d => d.Part).Select(d => new AskedDuty(d.Day, d.Part))],
                offer.ExpiresAt,
                solicitation.Status,
                offer.Status == OfferStatus.Open && scope.Now >= offer.ExpiresAt ? OfferStatus.Expired : offer.Status,
                mission);
        },
        stop);
}

/// <param name="SolicitationId">To answer it when signed in.</param>
/// <param name="Grouping">As shown.</param>
/// <param name="Name">Of the person.</param>
/// <param name="SiteName">Where.</param>
/// <param name="MemberName">For whom.</param>
/// <param name="ProfessionNames">As what.</param>
/// <param name="Duties">When.</param>
/// <param name="ExpiresAt">UTC.</param>
/// <param name="Status">What they answered.</param>
/// <param name="OfferStatus">Whether it can still be accepted.</param>
/// <param name="MissionNumber">Of the mission order, once it is theirs.</param>
public sealed record OfferedMission(
    Guid SolicitationId, string Grouping, string Name, string SiteName, string MemberName, IReadOnlyList<string> ProfessionNames,
    IReadOnlyList<AskedDuty> Duties, DateTime ExpiresAt, SolicitationStatus Status, OfferStatus OfferStatus, string? MissionNumber)
{
    public bool CanAnswer => OfferStatus == OfferStatus.Open && Status is (SolicitationStatus.Sent or SolicitationStatus.Declined);
}
