using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>What the members asked for and do not get.</summary>
public static class UnmetNeeds
{
    /// <summary>The largest first; of equal size, the worst served first, then in the order of the declarations.</summary>
    public static IReadOnlyList<NeedServed> Of(AllocationProblem problem, AllocationPlan plan) =>
        [.. NeedServed.All(problem, plan)
            .Where(n => n.Unmet > 0)
            .OrderByDescending(n => n.Unmet)
            .ThenBy(n => n.Share)];
}
