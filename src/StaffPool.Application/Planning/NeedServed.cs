using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>One need of the period and what the plan gives to it, in half-days.</summary>
public sealed record NeedServed(Demand Demand, int Served)
{
    public int Asked => Demand.HalfDays;

    /// <summary>Never negative: what a faulty plan gives too much is the checker's matter.</summary>
    public int Unmet => Math.Max(0, Asked - Served);

    /// <summary>Part served, from 0 to 1; a need of nothing is wholly served.</summary>
    public decimal Share => Asked == 0 ? 1 : (decimal)Served / Asked;

    /// <summary>Every need, in the order of the declarations.</summary>
    public static IReadOnlyList<NeedServed> All(AllocationProblem problem, AllocationPlan plan)
    {
        var served = plan.Assignments.GroupBy(a => a.Need).ToDictionary(g => g.Key, g => g.Sum(a => a.HalfDays));
        return [.. problem.Demands.Select(d => new NeedServed(d, served.GetValueOrDefault(d.Need)))];
    }
}
