using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>The professional has the profession of the need and every qualification that it asks for.</summary>
public sealed class ProfessionalIsQualifiedForTheNeed : PairRule
{
    public override string Code => "planning.qualification";

    public override Violation? Assess(AllocationProblem problem, Professional professional, NeedDeclaration need)
    {
        if (professional.Profession != need.Profession)
        {
            return new Violation(
                Code,
                Severity.Blocking,
                PlanningTexts.Of("planning.profession", professional.Name, professional.Profession.Name, need.Site.Name, need.Profession.Name),
                [professional.Id, need.Id]);
        }

        var missing = need.RequiredQualifications.Except(professional.Qualifications, StringComparer.Ordinal).ToList();
        return missing.Count == 0
            ? null
            : new Violation(
                Code,
                Severity.Blocking,
                PlanningTexts.Of("planning.qualification", professional.Name, need.Site.Name, string.Join(", ", missing)),
                [professional.Id, need.Id]);
    }
}
