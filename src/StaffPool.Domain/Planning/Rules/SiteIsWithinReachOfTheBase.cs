using StaffPool.Domain.Governance;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>The site is near enough to the professional's base, unless the limit was lifted for this pair.</summary>
public sealed class SiteIsWithinReachOfTheBase : PairRule
{
    public override string Code => "planning.distance-from-base";

    public override Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need)
    {
        var distance = problem.Distances.Between(professional.Base, need.Site);
        var limit = problem.DistanceFromBase;
        return !limit.IsExceededBy(distance) || problem.IsDistanceWaived(professional, need.Site)
            ? null
            : new Violation(
                Code,
                limit.Mode == LimitMode.Hard ? Severity.Blocking : Severity.Warning,
                PlanningTexts.Of("planning.distance-from-base", professional.Name, need.Site.Name, distance.Kilometres, professional.Base.Name, limit.Kilometres),
                [professional.Id, need.Id],
                problem.ReferenceOf(AgreementSettings.DistanceFromBase));
    }
}
