using StaffPool.Domain.Planning;

namespace StaffPool.Application.Planning;

/// <summary>Needs against served over one member, one profession or one site, in half-days of the period.</summary>
/// <param name="Id">Of the member, profession or site.</param>
/// <param name="Name">As shown.</param>
/// <param name="Asked">Sum of the needs.</param>
/// <param name="Served">Sum of what the plan gives.</param>
/// <param name="Unmet">Sum of what is missing need by need: nothing given elsewhere makes up for it.</param>
public sealed record NeedsServedByGroup(string Id, string Name, int Asked, int Served, int Unmet)
{
    /// <summary>Part served, from 0 to 1.</summary>
    public decimal Share => Asked == 0 ? 1 : (decimal)Served / Asked;

    /// <summary>One line per member of the grouping, in its order, also for those that ask for nothing.</summary>
    public static IReadOnlyList<NeedsServedByGroup> ByMember(AllocationProblem problem, AllocationPlan plan)
    {
        var needs = NeedServed.All(problem, plan).ToLookup(n => n.Demand.Need.Site.Member);
        return [.. problem.Grouping.Members.Select(m => Sum(m.Id, m.Name, needs[m]))];
    }

    /// <summary>One line per profession of the grouping, in its order.</summary>
    public static IReadOnlyList<NeedsServedByGroup> ByProfession(AllocationProblem problem, AllocationPlan plan)
    {
        var needs = NeedServed.All(problem, plan).ToLookup(n => n.Demand.Need.Profession);
        return [.. problem.Grouping.Professions.Select(p => Sum(p.Id, p.Name, needs[p]))];
    }

    /// <summary>One line per site of the grouping, in its order, also for those that ask for nothing.</summary>
    public static IReadOnlyList<NeedsServedByGroup> BySite(AllocationProblem problem, AllocationPlan plan)
    {
        var needs = NeedServed.All(problem, plan).ToLookup(n => n.Demand.Need.Site);
        return [.. problem.Grouping.Sites.Select(s => Sum(s.Id, s.Name, needs[s]))];
    }

    /// <summary>The whole grouping in one line.</summary>
    public static NeedsServedByGroup Whole(AllocationProblem problem, AllocationPlan plan) =>
        Sum("", problem.Grouping.Name, NeedServed.All(problem, plan));

    private static NeedsServedByGroup Sum(string id, string name, IEnumerable<NeedServed> needs)
    {
        var list = needs.ToList();
        return new NeedsServedByGroup(id, name, list.Sum(n => n.Asked), list.Sum(n => n.Served), list.Sum(n => n.Unmet));
    }
}
