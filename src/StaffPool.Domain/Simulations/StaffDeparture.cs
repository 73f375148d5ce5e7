using StaffPool.Domain.Calculations;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Simulations.Changes;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Simulations;

/// <summary>
/// What the staff of the others looks like once a member is gone: the posts that it employs and whose half-days the others
/// lose, the half-days that it received and sets free (mémoire EHESP 2018: orphaned posts, who loses cover).
/// </summary>
/// <param name="MemberId">The leaver.</param>
/// <param name="Posts">The professionals that it employs, in the order of the grouping.</param>
/// <param name="PostsGoOn">Whether the others keep them, as they keep the costs that it paid; somebody else must employ them.</param>
/// <param name="Freed">Half-days that professionals of other employers gave it.</param>
public sealed record StaffDeparture(string MemberId, IReadOnlyList<OrphanedPost> Posts, bool PostsGoOn, Traced<int> Freed)
{
    /// <param name="leaving">Who leaves, and what becomes of what it paid.</param>
    /// <param name="grouping">Who employs whom.</param>
    /// <param name="plan">Who serves whom before it leaves.</param>
    public static StaffDeparture Of(MemberLeaves leaving, Grouping grouping, AllocationPlan plan)
    {
        var memberId = leaving.MemberId;
        var received = plan.Assignments.Where(a => a.Site.Member.Id == memberId && a.Professional.Employer.Id != memberId).ToList();
        var freed = received.Sum(a => a.HalfDays);
        return new(
            memberId,
            [.. grouping.Professionals.Where(p => p.Employer.Id == memberId).Select(p => PostOf(p, plan))],
            leaving.PaidCosts == CostsOfLeaver.GoOn,
            new(freed,
            [
                .. received.Select(a => SimulationTexts.Of(a)),
                SimulationTexts.Of("simulations.step.freed", freed, plan.Period.Start, plan.Period.End),
            ]));
    }

    private static OrphanedPost PostOf(Professional professional, AllocationPlan plan)
    {
        var lost = plan.Of(professional)
            .Where(a => !a.Site.Member.Equals(professional.Employer))
            .GroupBy(a => a.Site.Member)
            .OrderBy(g => g.Key.Id, StringComparer.Ordinal)
            .Select(g => new LostHalfDays(g.Key.Id, g.Key.Name, new(
                g.Sum(a => a.HalfDays),
                [.. g.Select(a => SimulationTexts.Of(a))])))
            .ToList();
        return new(professional, lost);
    }
}

/// <param name="Professional">Who holds the post.</param>
/// <param name="Lost">What each other member received of it, by identifier.</param>
public sealed record OrphanedPost(Professional Professional, IReadOnlyList<LostHalfDays> Lost)
{
    /// <summary>Half-days of the period that the others lose.</summary>
    public int Total => Lost.Sum(l => l.HalfDays.Value);
}

/// <param name="MemberId">Who loses them.</param>
/// <param name="Name">Its name.</param>
/// <param name="HalfDays">Half-days of the period.</param>
public sealed record LostHalfDays(string MemberId, string Name, Traced<int> HalfDays);
