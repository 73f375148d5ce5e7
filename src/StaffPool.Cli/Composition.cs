using StaffPool.Application.Planning;
using StaffPool.Solver.Planning;

namespace StaffPool.Cli;

/// <summary>The one place that knows which implementation serves what.</summary>
internal static class Composition
{
    public static UseCases Create()
    {
        var plan = new PlanAllocation(new AllocationPlanner());
        return new UseCases(
            _ => throw new NotSupportedException("The scenario reader is not wired yet."),
            plan.RunAsync,
            () => throw new NotSupportedException("The engine catalogue is not wired yet."));
    }
}
