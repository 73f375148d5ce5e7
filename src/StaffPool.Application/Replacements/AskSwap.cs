using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>
/// Proposes that two people exchange a half-day each. Both are checked before anyone is asked; who asks for themselves has
/// accepted, a coordinator who asks has approved.
/// </summary>
[Permits(Role.Professional, Role.Administrator, Role.Coordinator)]
[Limits("own-half-day", Role.Professional)]
public sealed class AskSwap(Work work, PoolLoader pools, SwapPost post) : IUseCase<NewSwap, Added>
{
    public async Task<Added> RunAsync(Guid groupingId, NewSwap request, CancellationToken stop)
    {
        var (id, notices) = await work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);
        await post.SendAsync(notices, stop);
        return new Added(id);
    }

    private async Task<(Guid Id, IReadOnlyList<SwapNotice> Notices)> WriteAsync(WorkScope scope, NewSwap request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var self = scope.Caller.Professionals;
        var (first, second) = (await request.First.FindOwnAsync(scope, stop), await request.Second.FindAsync(scope, stop));
        var row = new SwapRow
        {
            AskedBy = scope.Caller.Name, AskedAt = scope.Now, ApprovedAt = scope.Caller.Is(Role.Administrator, Role.Coordinator) ? scope.Now : null, Justification = TextField.Kept(request.Justification),
        };
        row.Sides.AddRange(new[] { first, second }.Select(b => new SwapSideRow
        {
            ProfessionalId = b.ProfessionalId, Day = b.Day, Part = b.Part, SiteId = b.SiteId, AcceptedAt = self.Contains(b.ProfessionalId) ? scope.Now : null,
        }));
        var deal = new SwapDeal(row, first, second, await pools.GroupingAsync(scope, stop));
        await deal.CheckAsync(scope, stop);
        if (await IsAskedAlreadyAsync(scope, first, second, stop))
        {
            throw RefusedException.Of(Refusal.Taken, CoverTexts.Of("swap.twice"));
        }

        scope.Db.Swaps.Add(row);
        scope.Subject = row.Id;
        return (row.Id, await SwapPost.NoticesAsync(scope, deal, stop));
    }

    private static Task<bool> IsAskedAlreadyAsync(WorkScope scope, BookingRow first, BookingRow second, CancellationToken stop) => scope.Db.Swaps.AnyAsync(
        s => s.Status == SwapStatus.Open
            && s.Sides.Any(i => i.ProfessionalId == first.ProfessionalId && i.Day == first.Day && i.Part == first.Part)
            && s.Sides.Any(i => i.ProfessionalId == second.ProfessionalId && i.Day == second.Day && i.Part == second.Part),
        stop);
}

/// <param name="First">Of who asks, where a professional does.</param>
/// <param name="Second">What is wanted for it.</param>
/// <param name="Justification">Needed where the notice is short.</param>
public sealed record NewSwap(SwapHalfDay First, SwapHalfDay Second, string? Justification = null);
