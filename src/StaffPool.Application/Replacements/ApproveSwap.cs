using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Approves a swap that two people agreed on, or are still to agree on. The last who says yes has it done.</summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class ApproveSwap(Work work, PoolLoader pools) : IUseCase<SwapAnswer, SwapAnswered>
{
    public Task<SwapAnswered> RunAsync(Guid groupingId, SwapAnswer request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var deal = await SwapDeal.FindAsync(scope, pools, request.SwapId, stop);
            deal.Row.ApprovedAt ??= scope.Now;
            return await deal.AgreeAsync(scope, request.Justification, stop);
        },
        stop);
}
