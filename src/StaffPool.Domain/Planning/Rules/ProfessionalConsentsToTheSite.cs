using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// Nobody is sent without consent (Code du travail L.8241-2 for private staff, CGFP L.512-7 for civil servants),
/// except on a mission transferred to the grouping (CASF L.312-7).
/// </summary>
public sealed class ProfessionalConsentsToTheSite : PairRule
{
    private static readonly LegalReference Reference = new("Code du travail L.8241-2 ; CGFP L.512-7 ; CASF L.312-7");

    public override string Code => "planning.consent";

    public override Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need) =>
        professional.Consent.Allows(need.Site)
            ? null
            : new Violation(
                Code,
                Severity.Blocking,
                PlanningTexts.Of(
                    professional.Consent.Refused.Contains(need.Site) ? "planning.refused" : "planning.consent",
                    professional.Name,
                    need.Site.Name),
                [professional.Id, need.Id],
                Reference);
}
