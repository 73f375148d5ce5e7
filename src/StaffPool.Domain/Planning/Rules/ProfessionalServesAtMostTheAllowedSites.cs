using StaffPool.Domain.Governance;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Planning.Rules;

/// <summary>
/// At most so many distinct sites for one professional, except in the exempt services (three, and the equipment and
/// information systems service, in Picardie).
/// </summary>
public sealed class ProfessionalServesAtMostTheAllowedSites : IAllocationRule
{
    public string Code => "planning.site-limit";

    public IEnumerable<Violation> Assess(AllocationProblem problem, AllocationPlan plan) =>
        from a in plan.Assignments
        where a.HalfDays > 0 && problem.IsSiteLimited(a.Professional) && problem.CountsAsSite(a.Professional, a.Site)
        group a.Site by a.Professional into served
        let sites = served.Distinct().ToList()
        let most = problem.MaxSitesOf(served.Key)
        where sites.Count > most
        select new Violation(
            Code,
            Severity.Blocking,
            PlanningTexts.Of("planning.site-limit", served.Key.Name, sites.Count, most, string.Join(", ", sites.Select(s => s.Name))),
            [served.Key.Id, .. sites.Select(s => s.Id)],
            problem.ReferenceOf(AgreementSettings.MaxSitesPerProfessional));
}
