using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Planning;

/// <summary>Throws a draft away.</summary>
[Permits(Role.Administrator)]
public sealed class DiscardPlan(Work work) : IUseCase<PlanVersion, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, PlanVersion request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            scope.Db.Plans.Remove(await PlanDrafts.OfAsync(scope, request.PlanId, request.Version, stop));
            return Nothing.More;
        }, stop);
}

/// <param name="PlanId">The plan.</param>
/// <param name="Version">As read.</param>
public sealed record PlanVersion(Guid PlanId, int Version);
