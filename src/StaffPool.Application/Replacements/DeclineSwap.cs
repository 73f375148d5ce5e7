using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Says no to a swap, or withdraws it: nothing changes, and no reason is asked.</summary>
[Permits(Role.Professional, Role.Administrator, Role.Coordinator)]
[Limits("oneself", Role.Professional)]
public sealed class DeclineSwap(Work work) : IUseCase<SwapAsked, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, SwapAsked request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            await scope.TakeTurnAsync(stop);
            var row = await SwapDeal.FindOpenAsync(scope, request.SwapId, stop);
            var isOwn = row.Sides.Any(s => scope.Caller.Professionals.Contains(s.ProfessionalId));
            SwapDeal.End(row, isOwn ? SwapStatus.Declined : SwapStatus.Refused, scope);
            return Nothing.More;
        },
        stop);
}

/// <param name="SwapId">Which.</param>
public sealed record SwapAsked(Guid SwapId);
