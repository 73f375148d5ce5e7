using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Explanations;

/// <summary>A rule of the grouping that could be lifted altogether, to know its price.</summary>
/// <param name="Code">Of the rule, as in its violations.</param>
/// <param name="Name">The rule in words, with its figure.</param>
/// <param name="Subjects">Identifiers concerned: the member of a quota, else nothing.</param>
/// <param name="Apply">The problem without the rule.</param>
public sealed record RuleLift(string Code, Text Name, IReadOnlyList<string> Subjects, Func<AllocationProblem, AllocationProblem> Apply)
{
    /// <summary>The rules that forbid anything at all in this problem; a soft limit forbids nothing.</summary>
    public static IReadOnlyList<RuleLift> For(AllocationProblem problem) =>
    [
        .. SiteLimit(problem),
        .. Distance(problem.DistanceFromBase, AgreementSettings.DistanceFromBase, new SiteIsWithinReachOfTheBase().Code, "rule.distance-from-base"),
        .. Distance(problem.DistanceFromSeat, AgreementSettings.DistanceFromSeat, new SiteIsWithinReachOfTheSeat().Code, "rule.distance-from-seat"),
        .. Distance(problem.DistanceBetweenSites, AgreementSettings.DistanceBetweenSites, new SitesOfAProfessionalAreCloseToEachOther().Code, "rule.distance-between-sites"),
        .. Blocks(problem),
        .. Quotas(problem),
        .. Consents(problem),
        .. Pins(problem),
    ];

    private static IEnumerable<RuleLift> SiteLimit(AllocationProblem problem) =>
        problem.Grouping.Professionals.Any(p => problem.IsSiteLimited(p) && problem.Reach.CellsOf(p).Count() > problem.MaxSitesOf(p))
            ? [new RuleLift(
                new ProfessionalServesAtMostTheAllowedSites().Code,
                ExplanationTexts.Of(problem.MaxSites == 1 ? "rule.site-limit.one" : "rule.site-limit.many", problem.MaxSites),
                [],
                p => p.WithSetting(AgreementSettings.MaxSitesPerProfessional, p.Grouping.Sites.Count))]
            : [];

    private static IEnumerable<RuleLift> Distance(DistanceLimit limit, SettingDefinition<DistanceLimit> setting, string code, string key) =>
        limit.Mode == LimitMode.Hard
            ? [new RuleLift(code, ExplanationTexts.Of(key, limit.Kilometres), [], p => p.WithSetting(setting, DistanceLimit.None))]
            : [];

    private static IEnumerable<RuleLift> Blocks(AllocationProblem problem) =>
        problem.SmallestBlock > 1
            ? [new RuleLift(
                new BlocksAreViable().Code,
                ExplanationTexts.Of("rule.block", ExplanationTexts.HalfDays(problem.SmallestBlock)),
                [],
                p => p.WithSetting(AgreementSettings.SmallestBlockPerYear, 1))]
            : [];

    private static IEnumerable<RuleLift> Quotas(AllocationProblem problem) =>
        from member in problem.Grouping.Members
        let quota = problem.QuotaOf(member)
        where quota is not null && quota < problem.Demands.Where(d => d.Need.Site.Member == member).Sum(d => d.HalfDays)
        select new RuleLift(
            new MemberQuotaIsRespected().Code,
            ExplanationTexts.Of("rule.quota", member.Name, ExplanationTexts.HalfDays(quota.Value)),
            [member.Id],
            p => p.WithQuota(member, null));

    private static IEnumerable<RuleLift> Consents(AllocationProblem problem)
    {
        var rule = new ProfessionalConsentsToTheSite();
        return problem.Demands.Any(d => problem.Grouping.Professionals.Any(p =>
            p.Profession == d.Need.Profession && rule.Assess(problem, p, d.Need) is not null))
            ? [new RuleLift(
                rule.Code,
                ExplanationTexts.Of("rule.consent"),
                [],
                p => p.WithProfessionals(x => x with { Consent = Consent.ToAll }))]
            : [];
    }

    private static IEnumerable<RuleLift> Pins(AllocationProblem problem) =>
        problem.Pins.Count > 0
            ? [new RuleLift(new PinnedCellsAreKept().Code, ExplanationTexts.Of("rule.pins"), [], p => p.WithPins([]))]
            : [];
}
