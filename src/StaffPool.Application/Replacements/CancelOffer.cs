using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Withdraws an offer that nobody has accepted yet.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class CancelOffer(Work work) : IUseCase<OfferAsked, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, OfferAsked request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var offer = WorkScope.Found(
                await scope.Db.Offers.Include(o => o.Solicitations).SingleOrDefaultAsync(o => o.Id == request.OfferId, stop), "not-found.offer");
            if (offer.Status != OfferStatus.Open)
            {
                throw RefusedException.Of(Refusal.Invalid, CoverTexts.Of("offer.over"));
            }

            scope.Subject = offer.Id;
            OfferWaves.End(offer, OfferStatus.Cancelled, scope.Now);
            return Nothing.More;
        },
        stop);
}

/// <param name="OfferId">Which.</param>
public sealed record OfferAsked(Guid OfferId);
