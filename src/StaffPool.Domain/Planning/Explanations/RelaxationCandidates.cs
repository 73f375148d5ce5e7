using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning.Explanations;

/// <summary>
/// What could be changed for a need, one thing at a time. The people asked about are the nearest few of the profession:
/// a grouping of thousands is not searched through for somebody a hundred kilometres away.
/// </summary>
public static class RelaxationCandidates
{
    // The nearest few for each kind of change; a larger contract helps much the same whoever has it.
    private const int MostPeople = 8;
    private const int MostContracts = 3;

    // Contracts are made in twentieths of a post.
    private const decimal PostStep = 0.05m;

    private static readonly decimal[] ExtraTime = [0.1m, 0.2m];

    /// <param name="problem">As planned.</param>
    /// <param name="plan">The plan at hand.</param>
    /// <param name="funnel">Of the need.</param>
    public static IReadOnlyList<Relaxation> For(AllocationProblem problem, AllocationPlan plan, NeedFunnel funnel)
    {
        var need = funnel.Demand.Need;
        var allowed = Nearest(problem, need.Site, problem.Grouping.Professionals
            .Where(p => p.Profession == need.Profession && AllocationRules.Allow(problem, p, need)));
        return
        [
            .. ExtraSites(problem, plan, funnel, allowed),
            .. Distances(problem, funnel),
            .. Consents(problem, funnel),
            .. Blocks(problem, funnel),
            .. Quota(problem, funnel),
            .. Pins(problem, funnel),
            NewPost(problem, funnel.Demand, funnel.Unmet),
            .. Time(problem, allowed.Where(p => p.FullTimeEquivalent < 1).Take(MostContracts)),
        ];
    }

    /// <summary>Nothing but a new plan: what a plan that is not proven best may still leave on the table.</summary>
    public static Relaxation Replan { get; } =
        new(RelaxationKind.Replan, ExplanationTexts.Of("relaxation.replan"), [], 0, problem => problem);

    /// <summary>The smallest post, in twentieths of a full-time one, with so many half-days; at most a full-time post.</summary>
    public static Relaxation NewPost(AllocationProblem problem, Demand demand, int halfDays)
    {
        var need = demand.Need;
        var post = PostOf(PostStep);
        while (post.FullTimeEquivalent < 1 && post.CapacityIn(problem.Period) < halfDays)
        {
            post = PostOf(post.FullTimeEquivalent + PostStep);
        }

        var capacity = post.CapacityIn(problem.Period);
        return new Relaxation(
            RelaxationKind.NewPost,
            ExplanationTexts.Of("relaxation.new-post", post.FullTimeEquivalent, ExplanationTexts.HalfDays(capacity), need.Profession.Name, need.Site.Name),
            [need.Site.Id, need.Profession.Id],
            capacity,
            p => p.WithProfessional(post));

        Professional PostOf(decimal fullTimeEquivalent) => new()
        {
            Id = $"new:{need.Id}",
            Name = need.Profession.Name,
            Profession = need.Profession,
            Employer = need.Site.Member,
            Base = need.Site,
            FullTimeEquivalent = fullTimeEquivalent,
            Status = need.Site.AcceptedStatuses is [var accepted, ..] ? accepted : EmploymentStatus.CivilServant,
            Qualifications = need.RequiredQualifications,
        };
    }

    private static IEnumerable<Relaxation> ExtraSites(
        AllocationProblem problem, AllocationPlan plan, NeedFunnel funnel, IEnumerable<Professional> allowed) =>
        from person in allowed
        let most = problem.MaxSitesOf(person)
        where problem.IsSiteLimited(person)
            && problem.CountsAsSite(person, funnel.Demand.Need.Site)
            && plan.Of(person).Select(a => a.Site).Distinct().Count(s => problem.CountsAsSite(person, s)) >= most
        select new Relaxation(
            RelaxationKind.ExtraSite,
            ExplanationTexts.Of("relaxation.extra-site", person.Name, ExplanationTexts.Sites(most + 1), most),
            [person.Id],
            0,
            p => p.WithExtraSites(person, 1));

    private static IEnumerable<Relaxation> Distances(AllocationProblem problem, NeedFunnel funnel)
    {
        var site = funnel.Demand.Need.Site;
        foreach (var person in Nearest(problem, site, funnel.FallenAt(FunnelStep.Distance).Select(f => f.Professional)))
        {
            var fromBase = problem.Distances.Between(person.Base, site);
            var (distance, from, limit) = problem.DistanceFromBase is { Mode: LimitMode.Hard } hard && hard.IsExceededBy(fromBase)
                ? (fromBase, person.Base, hard)
                : (SiteIsWithinReachOfTheSeat.Radius(problem.Seat, site), problem.Seat, problem.DistanceFromSeat);
            var what = ExplanationTexts.Of(
                "relaxation.distance", person.Name, site.Name, distance.Kilometres, from.Name, distance.Kilometres - limit.Kilometres, limit.Kilometres);
            yield return Waiver(person, site, what);
        }

        foreach (var person in Nearest(problem, site, funnel.FallenAt(FunnelStep.SitesApart).Select(f => f.Professional)))
        {
            yield return Waiver(
                person, site, ExplanationTexts.Of("relaxation.sites-apart", person.Name, site.Name, problem.DistanceBetweenSites.Kilometres));
        }

        static Relaxation Waiver(Professional person, Site site, Texts.Text what) => new(
            RelaxationKind.DistanceLifted, what, [person.Id, site.Id], 0,
            p => p.WithWaiver(new DistanceWaiver(person, site, "what if")));
    }

    private static IEnumerable<Relaxation> Consents(AllocationProblem problem, NeedFunnel funnel)
    {
        var site = funnel.Demand.Need.Site;
        return Nearest(problem, site, funnel.FallenAt(FunnelStep.Consent).Select(f => f.Professional)).Select(person =>
        {
            var refused = person.Consent.Refused.Contains(site);
            var consent = person.Consent with
            {
                Granted = person.Consent.Granted is { } granted ? [.. granted, site] : null,
                Refused = [.. person.Consent.Refused.Where(s => s != site)],
            };
            return new Relaxation(
                refused ? RelaxationKind.RefusalWithdrawn : RelaxationKind.ConsentGiven,
                ExplanationTexts.Of(refused ? "relaxation.refusal" : "relaxation.consent", person.Name, site.Name),
                [person.Id, site.Id],
                0,
                p => p.WithProfessionals(x => x == person ? x with { Consent = consent } : x));
        });
    }

    private static IEnumerable<Relaxation> Time(AllocationProblem problem, IEnumerable<Professional> allowed) =>
        from person in allowed
        from extra in ExtraTime
        let larger = person with { FullTimeEquivalent = person.FullTimeEquivalent + extra }
        where larger.FullTimeEquivalent <= 1
        let halfDays = larger.CapacityIn(problem.Period) - problem.CapacityOf(person)
        where halfDays > 0
        select new Relaxation(
            RelaxationKind.MoreTime,
            ExplanationTexts.Of("relaxation.more-time", person.Name, person.FullTimeEquivalent, larger.FullTimeEquivalent, ExplanationTexts.HalfDays(halfDays)),
            [person.Id],
            halfDays,
            p => p.WithProfessionals(x => x == person ? larger : x));

    private static IEnumerable<Relaxation> Blocks(AllocationProblem problem, NeedFunnel funnel)
    {
        var demand = funnel.Demand;
        var least = problem.SmallestBlockOn(demand);
        return least == 1
            ? []
            : [new Relaxation(
                RelaxationKind.SmallerBlocks,
                ExplanationTexts.Of("relaxation.small-blocks", demand.Need.Site.Name, ExplanationTexts.HalfDays(least)),
                [demand.Need.Id],
                0,
                p => p.WithNeeds(n => n == demand.Need ? n with { AcceptsSmallBlocks = true } : n))];
    }

    private static IEnumerable<Relaxation> Quota(AllocationProblem problem, NeedFunnel funnel)
    {
        var member = funnel.Demand.Need.Site.Member;
        if (problem.QuotaOf(member) is not { } quota)
        {
            return [];
        }

        var raised = quota + funnel.Unmet;
        return [new Relaxation(
            RelaxationKind.QuotaRaised,
            ExplanationTexts.Of("relaxation.quota", member.Name, ExplanationTexts.HalfDays(quota), ExplanationTexts.HalfDays(raised)),
            [member.Id],
            0,
            p => p.WithQuota(member, problem.Period.PerYear(raised)))];
    }

    private static IEnumerable<Relaxation> Pins(AllocationProblem problem, NeedFunnel funnel) =>
        from pin in problem.Pins
        where pin.Need.Profession == funnel.Demand.Need.Profession && (pin.HalfDays > 0 || pin.Need == funnel.Demand.Need)
        select new Relaxation(
            RelaxationKind.PinReleased,
            ExplanationTexts.Of(
                pin.HalfDays == 0 ? "relaxation.pin-forbidden" : "relaxation.pin",
                pin.Professional.Name, pin.Need.Site.Name, ExplanationTexts.HalfDays(pin.HalfDays)),
            [pin.Professional.Id, pin.Need.Id],
            0,
            p => p.WithPins([.. p.Pins.Where(x => x != pin)]));

    private static List<Professional> Nearest(AllocationProblem problem, Site site, IEnumerable<Professional> people) =>
        [.. people.OrderBy(p => problem.Distances.Between(p.Base, site).Metres).Take(MostPeople)];
}
