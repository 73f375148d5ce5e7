using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>A member receives no more half-days over all professions than the quota that it declared.</summary>
public sealed class MemberQuotaIsRespected : IAllocationRule
{
    public string Code => "planning.member-quota";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from member in problem.Grouping.Members
        let quota = problem.QuotaOf(member)
        where quota is not null
        let received = plan.Assignments.Where(a => a.Site.Member == member).Sum(a => a.HalfDays)
        where received > quota
        select new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of("planning.member-quota", member.Name, received, quota),
            [member.Id]);
}
