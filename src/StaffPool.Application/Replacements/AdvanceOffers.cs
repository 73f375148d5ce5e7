using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Takes every open offer one step further: next wave, expiry. A job does it each minute; doing it twice harms nobody.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class AdvanceOffers(Work work, OfferWaves waves, OfferPost post) : IUseCase<Nothing, OffersAdvanced>
{
    public async Task<OffersAdvanced> RunAsync(Guid groupingId, Nothing request, CancellationToken stop)
    {
        var notices = await work.WriteAsync(this, groupingId, scope => WriteAsync(scope, stop), stop);
        return new OffersAdvanced(notices.Count, await post.SendAsync(groupingId, notices, stop));
    }

    private async Task<IReadOnlyList<OfferNotice>> WriteAsync(WorkScope scope, CancellationToken stop)
    {
        // Two clocks at once must not both send a wave.
        await scope.TakeTurnAsync(stop);
        var notices = new List<OfferNotice>();
        foreach (var offer in await scope.Db.Offers.Include(o => o.Duties).Include(o => o.Solicitations).AsSplitQuery()
            .Where(o => o.Status == OfferStatus.Open).OrderBy(o => o.StartedAt).ToListAsync(stop))
        {
            notices.AddRange(await waves.AdvanceAsync(scope, offer, stop));
        }

        return notices;
    }
}

/// <param name="Asked">How many people were written to.</param>
/// <param name="Unsent">Links to be handed over by other means.</param>
public sealed record OffersAdvanced(int Asked, IReadOnlyList<UnsentLink> Unsent);
