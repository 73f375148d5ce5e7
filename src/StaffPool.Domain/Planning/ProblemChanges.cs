using StaffPool.Domain.Calendar;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning;

/// <summary>
/// The same problem with one thing changed, for the questions that begin with "what if". People, needs and members are
/// known by their identifiers, so a changed one takes the place of the former everywhere.
/// </summary>
public static class ProblemChanges
{
    public static AllocationProblem WithPlanInForce(this AllocationProblem problem, AllocationPlan? plan) =>
        Copy(problem, problem.Grouping, plan: plan);

    public static AllocationProblem WithWaiver(this AllocationProblem problem, DistanceWaiver waiver) =>
        Copy(problem, problem.Grouping, waivers: [.. problem.Waivers, waiver], plan: problem.PlanInForce);

    public static AllocationProblem WithPins(this AllocationProblem problem, IReadOnlyList<Pin> pins) =>
        Copy(problem, problem.Grouping, pins: pins, plan: problem.PlanInForce);

    public static AllocationProblem WithExtraSites(this AllocationProblem problem, Professional professional, int sites) =>
        Copy(
            problem, problem.Grouping, plan: problem.PlanInForce,
            siteLimits: [.. problem.SiteLimitWaivers, new SiteLimitWaiver(professional, sites)]);

    /// <summary>Changes the people; a person that <paramref name="change"/> returns must keep the identifier.</summary>
    public static AllocationProblem WithProfessionals(this AllocationProblem problem, Func<Professional, Professional> change) =>
        With(problem, problem.Grouping with { Professionals = [.. problem.Grouping.Professionals.Select(change)] });

    public static AllocationProblem WithProfessional(this AllocationProblem problem, Professional newcomer) =>
        With(problem, problem.Grouping with { Professionals = [.. problem.Grouping.Professionals, newcomer] });

    public static AllocationProblem WithNeeds(this AllocationProblem problem, Func<NeedDeclaration, NeedDeclaration> change) =>
        With(problem, problem.Grouping with { Needs = [.. problem.Grouping.Needs.Select(change)] });

    /// <summary>Sets the most half-days a year of a member, null for no limit.</summary>
    public static AllocationProblem WithQuota(this AllocationProblem problem, Member member, int? perYear)
    {
        // The member is reached through its sites and through their needs too.
        var changed = member with { QuotaPerYear = perYear };
        return With(problem, problem.Grouping with
        {
            Members = [.. problem.Grouping.Members.Select(m => m == member ? changed : m)],
            Sites = [.. problem.Grouping.Sites.Select(Of)],
            Needs = [.. problem.Grouping.Needs.Select(n => n with { Site = Of(n.Site) })],
        });

        Site Of(Site site) => site.Member == member ? site with { Member = changed } : site;
    }

    /// <summary>The setting takes the value for the period planned; who decided it stays as it was.</summary>
    public static AllocationProblem WithSetting<T>(this AllocationProblem problem, SettingDefinition<T> definition, T value)
        where T : notnull
    {
        var agreement = problem.Grouping.Agreement;
        var setting = new DatedSetting(definition, problem.Period.Start, value, problem.ReferenceOf(definition));
        return With(problem, problem.Grouping with
        {
            Agreement = agreement with { Settings = [.. agreement.Settings.Where(s => s.Definition != definition), setting] },
        });
    }

    /// <summary>The year's figure that gives at least so many half-days in the period.</summary>
    public static int PerYear(this Period period, int halfDays) => (int)decimal.Ceiling(halfDays / period.YearFraction);

    internal static AllocationProblem Copy(
        AllocationProblem problem,
        Grouping grouping,
        AllocationPlan? plan,
        IReadOnlyList<Pin>? pins = null,
        IReadOnlyList<DistanceWaiver>? waivers = null,
        IReadOnlyList<SiteLimitWaiver>? siteLimits = null) =>
        new(grouping, problem.Period, problem.Distances, pins ?? problem.Pins, waivers ?? problem.Waivers, plan)
        {
            SiteLimitWaivers = siteLimits ?? problem.SiteLimitWaivers,
        };

    private static AllocationProblem With(AllocationProblem problem, Grouping grouping) =>
        Copy(problem, grouping, plan: problem.PlanInForce);
}
