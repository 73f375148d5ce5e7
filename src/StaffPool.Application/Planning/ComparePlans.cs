using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Planning;

/// <summary>What changes from one plan to another, and for whom.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ComparePlans(Work work, GroupingLoader loader) : IUseCase<TwoPlans, StoredComparison>
{
    public Task<StoredComparison> RunAsync(Guid groupingId, TwoPlans request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var before = await StoredPlan.LoadAsync(loader, scope, request.Before, stop);
            var after = await StoredPlan.LoadAsync(loader, scope, request.After, stop);
            return new StoredComparison(before.Row, after.Row, PlanComparison.Of(before.Answered, after.Answered));
        }, stop);
}

public sealed record TwoPlans(Guid Before, Guid After);

public sealed record StoredComparison(PlanRow Before, PlanRow After, PlanComparison Changes);
