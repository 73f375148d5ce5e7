using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Refuses a replacement. No reason is asked, and none is kept.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class DeclineOffer(Work work) : IUseCase<OfferAnswer, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, OfferAnswer request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var solicitation = await request.FindAsync(scope, stop);
            if (solicitation.Status == SolicitationStatus.Accepted)
            {
                throw RefusedException.Of(Refusal.Invalid, CoverTexts.Of("offer.accepted-already"));
            }

            if (solicitation.Status == SolicitationStatus.Sent)
            {
                (solicitation.Status, solicitation.AnsweredAt) = (SolicitationStatus.Declined, scope.Now);
                scope.Subject = solicitation.OfferId;
            }

            return Nothing.More;
        },
        stop);
}
