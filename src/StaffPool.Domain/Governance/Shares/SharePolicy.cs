using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Governance.Shares;

/// <summary>
/// What social rights follow. The agreement chooses: needs, detachments, places or strict equality
/// (Guide ANAP 2011, enseignements, les parts sociales), contributions, or no capital at all.
/// </summary>
public abstract record SharePolicy
{
    /// <summary>Rights of every member in <paramref name="facts"/> on a day, in their order.</summary>
    public abstract Traced<ShareTable> Count(RightsFacts facts, DateOnly day);

    /// <summary>What in the facts, or in the policy itself, makes the count impossible or inexact.</summary>
    public virtual IEnumerable<Violation> Assess(RightsFacts facts, DateOnly day) => [];
}
