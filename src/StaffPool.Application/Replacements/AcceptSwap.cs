using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Accepts a swap in which one takes part. The law is asked once more, and the last who accepts has it done, exactly once.</summary>
[Permits(Role.Professional)]
[Limits("oneself", Role.Professional)]
public sealed class AcceptSwap(Work work, PoolLoader pools) : IUseCase<SwapAnswer, SwapAnswered>
{
    public Task<SwapAnswered> RunAsync(Guid groupingId, SwapAnswer request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var deal = await SwapDeal.FindAsync(scope, pools, request.SwapId, stop);
            var own = WorkScope.Found(deal.Row.Sides.FirstOrDefault(s => scope.Caller.Professionals.Contains(s.ProfessionalId)), "not-found.swap");
            own.AcceptedAt ??= scope.Now;
            return await deal.AgreeAsync(scope, request.Justification, stop);
        },
        stop);
}

/// <param name="SwapId">Which.</param>
/// <param name="Justification">Needed where the notice has become short since it was asked.</param>
public sealed record SwapAnswer(Guid SwapId, string? Justification = null);

/// <param name="IsDone">Whether the half-days have changed hands; else somebody is still to answer.</param>
public sealed record SwapAnswered(bool IsDone);
