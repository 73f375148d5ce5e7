using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>
/// Offers a replacement to those who can serve all of it, in waves and in the published order. Whoever the law stops is not
/// among them; part of an absence is offered by asking for part of its half-days.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class StartOffer(Work work, PoolLoader pools, OfferWaves waves, OfferPost post) : IUseCase<NewOffer, OfferStarted>
{
    public async Task<OfferStarted> RunAsync(Guid groupingId, NewOffer request, CancellationToken stop)
    {
        var (offer, notices, quietUntil) = await work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);
        return new OfferStarted(offer, notices.Count, await post.SendAsync(groupingId, notices, stop), quietUntil);
    }

    private async Task<(Guid Offer, IReadOnlyList<OfferNotice> Notices, DateTime? QuietUntil)> WriteAsync(
        WorkScope scope, NewOffer request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var loaded = await pools.GroupingAsync(scope, stop);
        var resolved = await request.Need.ResolveAsync(scope, loaded, stop);
        var pool = await PoolLoader.LoadAsync(scope, loaded, resolved.Asked(request.Need.SiteId), stop);
        var ranked = ReplacementSearch.Run(pool.Pool, resolved.Need).Ranked.Where(c => c.Left.Count == 0).ToList();
        RefusedException.IfAny([.. Assess(scope, request, ranked.Count), .. await TwiceAsync(scope, request, resolved, stop)]);
        var agreement = loaded.Scenario.Grouping.Agreement;
        var offer = new OfferRow
        {
            SiteId = request.Need.SiteId,
            AbsenceId = resolved.AbsenceId,
            Professions = [.. resolved.Need.Professions.Select(p => p.Id)],
            IsSeconded = request.Need.IsSeconded,
            StartedAt = scope.Now,
            ExpiresAt = request.ExpiresAt,
            WaveSize = request.WaveSize ?? agreement.ValueOf(ReplacementSettings.WaveSize, scope.Today),
            WaveMinutes = request.WaveMinutes ?? agreement.ValueOf(ReplacementSettings.WaveMinutes, scope.Today),
            StartedBy = scope.Caller.Name,
        };
        offer.Duties.AddRange(resolved.Need.Duties.Select(AskedDuty.Of).Select(d => new OfferDutyRow { Day = d.Day, Part = d.Part }));
        offer.Solicitations.AddRange(ranked.Select((c, i) => new SolicitationRow { ProfessionalId = pool.Ids[c.Person.Professional.Id], Rank = i + 1 }));
        scope.Db.Offers.Add(offer);
        scope.Subject = offer.Id;
        return (offer.Id, await waves.AdvanceAsync(scope, offer, stop), OfferWaves.QuietUntil(loaded, scope));
    }

    private static IEnumerable<Violation> Assess(WorkScope scope, NewOffer request, int able)
    {
        if (able == 0)
        {
            yield return CoverTexts.Blocking("offer.nobody");
        }

        if (request.ExpiresAt <= scope.Now)
        {
            yield return CoverTexts.Blocking("offer.expires-past");
        }

        if (request.WaveSize is < 1 or > NewOffer.MostAtOnce || request.WaveMinutes is < 1 or > NewOffer.MostMinutes)
        {
            yield return CoverTexts.Blocking("offer.waves", NewOffer.MostAtOnce, NewOffer.MostMinutes);
        }
    }

    // One place is offered once at a time: two offers could both be accepted.
    private static async Task<IEnumerable<Violation>> TwiceAsync(WorkScope scope, NewOffer request, ResolvedNeed resolved, CancellationToken stop)
    {
        var (from, to) = (resolved.Need.Duties[0].Day, resolved.Need.Duties[^1].Day);
        var open = await scope.Db.Offers.AsNoTracking().Include(o => o.Duties)
            .Where(o => o.SiteId == request.Need.SiteId && o.Status == OfferStatus.Open && o.AbsenceId == resolved.AbsenceId
                && o.Duties.Any(d => d.Day >= from && d.Day <= to))
            .ToListAsync(stop);
        return open
            .Where(o => o.Professions[0] == resolved.Need.Professions[0].Id
                && o.Duties.Any(d => resolved.Need.Duties.Contains(new AskedDuty(d.Day, d.Part).ToDuty())))
            .Select(o => CoverTexts.Blocking("offer.twice", o.StartedBy, ParisTime.Of(o.StartedAt)));
    }
}

/// <param name="Need">What is offered.</param>
/// <param name="ExpiresAt">UTC; nobody accepts from then on.</param>
/// <param name="WaveSize">People asked at a time; null for the setting of the agreement.</param>
/// <param name="WaveMinutes">Before the next are asked too; null for the setting of the agreement.</param>
public sealed record NewOffer(CandidatesAsked Need, DateTime ExpiresAt, int? WaveSize, int? WaveMinutes)
{
    internal const int MostAtOnce = 500;
    internal const int MostMinutes = 10_000;
}

/// <param name="OfferId">The offer.</param>
/// <param name="Asked">How many people are written to now; none in quiet hours.</param>
/// <param name="Unsent">Links to be handed over by other means.</param>
/// <param name="QuietUntil">UTC, in quiet hours: when the first are written to; else null.</param>
public sealed record OfferStarted(Guid OfferId, int Asked, IReadOnlyList<UnsentLink> Unsent, DateTime? QuietUntil);
