using System.Collections.Concurrent;
using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning.Explanations;

/// <summary>
/// What was planned again for one plan: two needs of one profession ask the same question of the same people. Kept for
/// the last plan explained only.
/// </summary>
internal sealed class RelaxationCache
{
    private readonly Lock gate = new();
    private (AllocationProblem Problem, AllocationPlan Plan, ConcurrentDictionary<string, AllocationResult> Known)? last;

    public ConcurrentDictionary<string, AllocationResult> For(AllocationProblem problem, AllocationPlan plan)
    {
        lock (gate)
        {
            if (last is not { } known || known.Problem != problem || known.Plan != plan)
            {
                last = known = (problem, plan, new ConcurrentDictionary<string, AllocationResult>(StringComparer.Ordinal));
            }

            return known.Known;
        }
    }
}
