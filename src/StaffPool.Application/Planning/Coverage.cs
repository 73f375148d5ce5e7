using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Planning;

/// <summary>Needs against served of one member in one profession, in half-days of the period.</summary>
public sealed record Coverage(int Asked, int Served, int Unmet)
{
    /// <summary>Every pair that asks for something or gets something.</summary>
    public static IReadOnlyDictionary<(Member Member, Profession Profession), Coverage> All(AllocationProblem problem, AllocationPlan plan) =>
        NeedServed.All(problem, plan)
            .Where(n => n.Asked > 0 || n.Served > 0)
            .GroupBy(n => (n.Demand.Need.Site.Member, n.Demand.Need.Profession))
            .ToDictionary(g => g.Key, g => new Coverage(g.Sum(n => n.Asked), g.Sum(n => n.Served), g.Sum(n => n.Unmet)));
}
