using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// Takes a replacement: who comes first has it, exactly once. The half-days and the mission order are written together, and
/// the law is asked once more.
/// </summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class AcceptOffer(Work work, PoolLoader pools) : IUseCase<OfferAnswer, MissionAccepted>
{
    public Task<MissionAccepted> RunAsync(Guid groupingId, OfferAnswer request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<MissionAccepted> WriteAsync(WorkScope scope, OfferAnswer request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var solicitation = await request.FindAsync(scope, stop);
        var offer = solicitation.Offer!;
        CheckOpen(scope, offer, solicitation);
        var loaded = await pools.GroupingAsync(scope, stop);
        var resolved = await OfferWaves.AskedBy(loaded, offer).ResolveAsync(scope, loaded, stop);
        var pool = await PoolLoader.LoadAsync(scope, loaded, resolved.Asked(offer.SiteId), stop);
        var candidate = StillAble(pool, resolved.Need, solicitation.ProfessionalId);

        await scope.Db.Solicitations.Where(s => s.OfferId == offer.Id).LoadAsync(stop);
        solicitation.Status = SolicitationStatus.Accepted;
        solicitation.AnsweredAt = scope.Now;
        OfferWaves.End(offer, OfferStatus.Accepted, scope.Now);
        scope.Db.Bookings.AddRange(offer.Duties.Select(d => new BookingRow
        {
            ProfessionalId = solicitation.ProfessionalId, Day = d.Day, Part = d.Part, SiteId = offer.SiteId, BookedBy = solicitation.Professional!.Name,
        }));
        var mission = await MissionAsync(scope, offer, solicitation, candidate, pool.Pool.Terms, stop);
        scope.Db.MissionOrders.Add(mission);
        scope.Subject = mission.Id;
        scope.WhenTaken = _ => Task.FromResult(CoverTexts.Of("offer.half-day-taken"));
        return new MissionAccepted(mission.Id, mission.Number);
    }

    private static void CheckOpen(WorkScope scope, OfferRow offer, SolicitationRow solicitation)
    {
        if (solicitation.Status == SolicitationStatus.Accepted)
        {
            throw RefusedException.Of(Refusal.Taken, CoverTexts.Of("offer.yours-already"));
        }

        if (offer.Status == OfferStatus.Accepted)
        {
            throw RefusedException.Of(Refusal.Taken, CoverTexts.Of("offer.taken"));
        }

        RefusedException.IfAny(
            offer.Status == OfferStatus.Cancelled ? [CoverTexts.Blocking("offer.cancelled")]
            : offer.Status != OfferStatus.Open || scope.Now >= offer.ExpiresAt ? [CoverTexts.Blocking("offer.expired", ParisTime.Of(offer.ExpiresAt))]
            : []);
    }

    // What was lawful when they were asked may not be so any more.
    private static RankedCandidate StillAble(LoadedPool pool, CoverNeed need, Guid professionalId)
    {
        var list = ReplacementSearch.Run(pool.Pool, need);
        var code = pool.Ids.Single(i => i.Value == professionalId).Key;
        var candidate = list.Ranked.SingleOrDefault(c => c.Person.Professional.Id == code);
        var obstacles = candidate?.Obstacles ?? list.Others.Single(o => o.Person.Professional.Id == code).Obstacles;
        return candidate is { Left.Count: 0 }
            ? candidate
            : throw new RefusedException(Refusal.Invalid, ObstacleSentences.Of(pool.Pool, need, pool.Pool.Find(code)!, obstacles));
    }

    private static async Task<MissionOrderRow> MissionAsync(
        WorkScope scope, OfferRow offer, SolicitationRow solicitation, RankedCandidate candidate, ReplacementTerms terms, CancellationToken stop)
    {
        var prefix = FormattableString.Invariant($"OM-{scope.Today.Year}-");
        var issued = await scope.Db.MissionOrders.CountAsync(m => m.Number.StartsWith(prefix), stop);
        var days = offer.Duties.Select(d => d.Day).Distinct().Count();
        return new MissionOrderRow
        {
            Number = FormattableString.Invariant($"{prefix}{issued + 1:0000}"),
            OfferId = offer.Id,
            ProfessionalId = solicitation.ProfessionalId,
            SiteId = offer.SiteId,
            EmployerId = solicitation.Professional!.EmployerId,
            BorrowerId = offer.Site!.MemberId,
            IssuedAt = scope.Now,
            FirstDay = offer.Duties.Min(d => d.Day),
            LegalGround = LegalGround.Of(solicitation.Professional, offer.Site.MemberId),
            PlannedHours = offer.Duties.Sum(d => terms.Hours.Of((DutyPart)d.Part).Minutes / 60m),
            PlannedKilometres = days * 2 * candidate.Metres / 1000m,
            HourlyCents = decimal.ToInt64(decimal.Round(terms.HourlyPrice * 100)),
        };
    }
}

/// <param name="MissionId">The mission order.</param>
/// <param name="Number">As shown.</param>
public sealed record MissionAccepted(Guid MissionId, string Number);
