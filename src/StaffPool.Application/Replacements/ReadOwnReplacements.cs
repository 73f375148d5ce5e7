using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>What a professional said of replacements, the times that they gave, the offers made to them and their missions.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class ReadOwnReplacements(Work work) : IUseCase<Nothing, OwnReplacementsView>
{
    private const int MostOffers = 50;

    public Task<OwnReplacementsView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<OwnReplacementsView> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var self = scope.Caller.Professionals;
        if (self.Count == 0)
        {
            throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.professional"));
        }

        var db = scope.Db;
        var id = self[0];
        var profile = await db.PoolProfiles.SingleOrDefaultAsync(p => p.ProfessionalId == id, stop);
        return new OwnReplacementsView(
            id,
            profile?.Version ?? 0,
            new PoolAnswer(profile?.AcceptsRestDays == true, profile?.Email, profile?.Phone),
            await db.Availabilities.Where(a => a.ProfessionalId == id && a.LastDay >= scope.Today).OrderBy(a => a.FirstDay)
                .Select(a => new AvailabilityView(a.Id, a.Version, a.FirstDay, a.LastDay, a.Kind)).ToListAsync(stop),
            await db.Solicitations.Where(s => s.ProfessionalId == id && s.SentAt != null).OrderByDescending(s => s.SentAt).Take(MostOffers)
                .Select(s => new OwnOfferView(
                    s.Id, s.Offer!.Site!.Name, s.Offer.Duties.OrderBy(d => d.Day).ThenBy(d => d.Part).Select(d => new AskedDuty(d.Day, d.Part)).ToList(),
                    s.SentAt!.Value, s.Offer.ExpiresAt, s.Status, s.Offer.Status)).ToListAsync(stop),
            await MissionView.ReadAsync(db.MissionOrders.Where(m => m.ProfessionalId == id), stop));
    }
}

/// <param name="ProfessionalId">Who.</param>
/// <param name="Version">To send back with a change; 0 while nothing was said.</param>
/// <param name="Answer">What they said.</param>
/// <param name="Times">Times that they gave.</param>
/// <param name="Offers">Made to them, the latest first.</param>
/// <param name="Missions">Theirs, the latest first.</param>
public sealed record OwnReplacementsView(
    Guid ProfessionalId, int Version, PoolAnswer Answer, IReadOnlyList<AvailabilityView> Times, IReadOnlyList<OwnOfferView> Offers,
    IReadOnlyList<MissionView> Missions);

public sealed record AvailabilityView(Guid Id, int Version, DateOnly FirstDay, DateOnly LastDay, AvailabilityKind Kind);

/// <summary>An offer made to oneself; instants are UTC.</summary>
public sealed record OwnOfferView(
    Guid Id, string SiteName, IReadOnlyList<AskedDuty> Duties, DateTime SentAt, DateTime ExpiresAt, SolicitationStatus Status, OfferStatus OfferStatus);
