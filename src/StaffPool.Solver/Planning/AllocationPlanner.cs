using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

public sealed class AllocationPlanner
{
    public Task<AllocationResult> PlanAsync(
        AllocationProblem problem, AllocationOptions options, IProgress<AllocationProgress>? progress, CancellationToken stop) =>
        throw new NotSupportedException();
}
