using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Explanations;

/// <summary>
/// The questions of the funnel of one need. What a rule decides is asked of that rule, on the plan that would send the
/// person there for the smallest block; only the sentence is the funnel's own, for it says where the person is instead.
/// </summary>
internal sealed class FunnelQuestions(AllocationProblem problem, AllocationPlan plan, Demand demand)
{
    private static readonly ProfessionalServesAtMostTheAllowedSites SiteLimit = new();
    private static readonly SitesOfAProfessionalAreCloseToEachOther SitesApart = new();
    private static readonly ProfessionalStaysWithinCapacity Capacity = new();
    private static readonly BlocksAreViable Blocks = new();
    private static readonly MemberQuotaIsRespected Quota = new();
    private static readonly PinnedCellsAreKept Pins = new();

    private readonly int least = problem.SmallestBlockOn(demand);
    private readonly int unmet = plan.UnmetOf(demand);

    private readonly int quotaLeft = problem.QuotaOf(demand.Need.Site.Member) is { } quota
        ? quota - plan.Assignments.Where(a => a.Site.Member == demand.Need.Site.Member).Sum(a => a.HalfDays)
        : int.MaxValue;

    /// <summary>Why the person fails the question, or null.</summary>
    public Violation? Ask(FunnelStep step, Professional person) => step switch
    {
        FunnelStep.Profession => person.Profession == demand.Need.Profession ? null : Pair(step, person),
        FunnelStep.Qualification or FunnelStep.Consent or FunnelStep.Status or FunnelStep.Distance => Pair(step, person),
        FunnelStep.Pin => Pinned(person),
        FunnelStep.SiteLimit => TooManySites(person),
        FunnelStep.SitesApart => TooFarFromTheOthers(person),
        FunnelStep.Capacity => CapacityLeft(person) > 0 ? null : Full(person),
        FunnelStep.SmallestBlock => TooSmall(person),
        FunnelStep.Quota => quotaLeft >= least ? null : Violation(Quota.Code, person, QuotaReached()),
        _ => throw new ArgumentOutOfRangeException(nameof(step), step, null),
    };

    /// <summary>What keeps somebody who serves the need from giving one half-day more, or null.</summary>
    public Text? WhyNoMore(Professional person)
    {
        if (problem.PinOf(person, demand.Need) is { } pin)
        {
            return ExplanationTexts.Of("serving.pinned", ExplanationTexts.HalfDays(pin.HalfDays));
        }

        return CapacityLeft(person) <= 0 ? ServingInFull(person)
            : quotaLeft <= 0 ? QuotaReached()
            : null;
    }

    private Violation? Pair(FunnelStep step, Professional person) => AllocationRules.Pairs
        .Where(rule => StepOf(rule) == (step == FunnelStep.Profession ? FunnelStep.Qualification : step))
        .Select(rule => rule.Assess(problem, person, demand.Need))
        .FirstOrDefault(v => v is { Severity: Severity.Blocking });

    /// <summary>The question that a rule on pairs answers. A profession is asked first, by the rule on qualifications.</summary>
    private static FunnelStep StepOf(PairRule rule) => rule switch
    {
        ProfessionalIsQualifiedForTheNeed => FunnelStep.Qualification,
        ProfessionalConsentsToTheSite => FunnelStep.Consent,
        SiteAcceptsTheEmploymentStatus => FunnelStep.Status,
        SiteIsWithinReachOfTheBase or SiteIsWithinReachOfTheSeat => FunnelStep.Distance,
        _ => throw new NotSupportedException($"The funnel asks no question for the rule {rule.Code}."),
    };

    private Violation? Pinned(Professional person)
    {
        if (problem.PinOf(person, demand.Need) is { HalfDays: 0 })
        {
            return Violation(Pins.Code, person, ExplanationTexts.Of("funnel.forbidden", person.Name, demand.Need.Site.Name));
        }

        var fixedElsewhere = problem.Pins
            .Where(p => p.Professional == person && p.HalfDays > 0)
            .Select(p => new Assignment(person, p.Need, p.HalfDays))
            .ToList();
        return fixedElsewhere.Count > 0 && (Breaks(SiteLimit, fixedElsewhere, person) || Breaks(Capacity, fixedElsewhere, person))
            ? Violation(Pins.Code, person, ExplanationTexts.Of("funnel.pinned-elsewhere", person.Name, ExplanationTexts.Places(fixedElsewhere)))
            : null;
    }

    private Violation? TooManySites(Professional person)
    {
        var elsewhere = plan.Of(person).ToList();
        if (!problem.CountsAsSite(person, demand.Need.Site) || !Breaks(SiteLimit, elsewhere, person))
        {
            return null;
        }

        var left = CapacityLeft(person);
        return Violation(
            SiteLimit.Code,
            person,
            ExplanationTexts.Of(
                left > 0 ? "funnel.site-limit.with-time" : "funnel.site-limit.full",
                person.Name,
                ExplanationTexts.Sites(problem.MaxSitesOf(person)),
                ExplanationTexts.Places(elsewhere),
                ExplanationTexts.HalfDays(left)),
            problem.ReferenceOf(AgreementSettings.MaxSitesPerProfessional));
    }

    private Violation? TooFarFromTheOthers(Professional person)
    {
        return SitesApart.Assess(problem, WithBlock(plan.Of(person), person))
            .FirstOrDefault(v => v.Severity == Severity.Blocking && v.Subjects.Contains(demand.Need.Site.Id, StringComparer.Ordinal));
    }

    private Violation Full(Professional person) => Violation(
        Capacity.Code,
        person,
        problem.CapacityOf(person) == 0
            ? ExplanationTexts.Of("funnel.no-capacity", person.Name)
            : ExplanationTexts.Of(
                "funnel.full", person.Name, ExplanationTexts.HalfDays(problem.CapacityOf(person)), ExplanationTexts.Places(plan.Of(person))),
        person.WorkingTime.Reference);

    private Violation? TooSmall(Professional person)
    {
        var left = CapacityLeft(person);
        if (Math.Min(left, unmet) >= least)
        {
            return null;
        }

        return Violation(
            Blocks.Code,
            person,
            left < least
                ? ExplanationTexts.Of("funnel.block", person.Name, ExplanationTexts.HalfDays(left), ExplanationTexts.HalfDays(least), ExplanationTexts.Places(plan.Of(person)))
                : ExplanationTexts.Of("funnel.little-missing", person.Name, ExplanationTexts.HalfDays(unmet), ExplanationTexts.HalfDays(least)),
            problem.ReferenceOf(AgreementSettings.SmallestBlockPerYear));
    }

    private Text QuotaReached()
    {
        var member = demand.Need.Site.Member;
        return ExplanationTexts.Of(
            "funnel.quota", member.Name, ExplanationTexts.HalfDays(problem.QuotaOf(member)!.Value), problem.QuotaOf(member) - quotaLeft);
    }

    private Text ServingInFull(Professional person)
    {
        var elsewhere = plan.Of(person).Where(a => a.Need != demand.Need).ToList();
        return elsewhere.Count == 0
            ? ExplanationTexts.Of("serving.full-here")
            : ExplanationTexts.Of("serving.full", ExplanationTexts.Places(elsewhere));
    }

    private bool Breaks(IAllocationRule rule, IEnumerable<Assignment> assignments, Professional person) =>
        rule.Assess(problem, WithBlock(assignments, person)).Any();

    private AllocationPlan WithBlock(IEnumerable<Assignment> assignments, Professional person) =>
        new(problem.Period, [.. assignments, new Assignment(person, demand.Need, least)]);

    private int CapacityLeft(Professional person) => problem.CapacityOf(person) - plan.Of(person).Sum(a => a.HalfDays);

    private Violation Violation(string code, Professional person, Text message, LegalReference? reference = null) =>
        new(code, Severity.Blocking, message, [person.Id, demand.Need.Id], reference);
}
