using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// The site can host the professional's status. Picardie imposed one public status on all shared staff to simplify
/// pay (Guide ANAP 2011); a grouping that did not leaves every status accepted.
/// </summary>
public sealed class SiteAcceptsTheEmploymentStatus : PairRule
{
    private static readonly LegalReference Reference = new("Guide ANAP 2011, GCSMS du Centre de Picardie");

    public override string Code => "planning.status";

    public override Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need) =>
        need.Site.AcceptedStatuses.Contains(professional.Status)
            ? null
            : new Violation(
                Code,
                Severity.Blocking,
                PlanningTexts.Of("planning.status", professional.Name, need.Site.Name, PlanningTexts.Of($"status.{professional.Status}")),
                [professional.Id, need.Id],
                Reference);
}
