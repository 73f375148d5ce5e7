using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Planning;

/// <summary>
/// Everything that decides an allocation: the grouping, the period, what is fixed in advance. Read by the solver,
/// by the checker and by the explanations alike. Settings are taken as in force on the first day of the period.
/// </summary>
public sealed class AllocationProblem
{
    private readonly HashSet<(Professional, Site)> waived;
    private readonly Dictionary<(Professional, NeedDeclaration), Pin> pinned;
    private readonly Dictionary<Professional, int> capacities;
    private readonly HashSet<NeedDeclaration> needs;
    private readonly Lazy<Reach> reach;

    public AllocationProblem(
        Grouping grouping,
        Period period,
        DistanceMatrix distances,
        IReadOnlyList<Pin> pins,
        IReadOnlyList<DistanceWaiver> waivers,
        AllocationPlan? planInForce)
    {
        Grouping = grouping;
        Seat = grouping.Agreement.Seat ?? throw new DomainException("What is planned has a seat.");
        Period = period;
        Pins = pins;
        Waivers = waivers;
        PlanInForce = planInForce;
        Distances = distances;
        var conversion = new NeedConversion(
            Setting(AgreementSettings.HoursPerHalfDay), Setting(AgreementSettings.HoursPerFullTime));
        Demands = [.. grouping.Needs.Select(need => DemandOf(need, conversion))];
        needs = [.. grouping.Needs];
        waived = [.. waivers.Select(w => (w.Professional, w.Site))];
        pinned = pins.ToDictionary(p => (p.Professional, p.Need));
        capacities = grouping.Professionals.ToDictionary(p => p, p => p.CapacityIn(period));
        SmallestBlock = Math.Max(
            1, (int)decimal.Ceiling(Setting(AgreementSettings.SmallestBlockPerYear) * period.YearFraction));
        DistanceFromBase = Setting(AgreementSettings.DistanceFromBase);
        DistanceBetweenSites = Setting(AgreementSettings.DistanceBetweenSites);
        DistanceFromSeat = Setting(AgreementSettings.DistanceFromSeat);
        MaxSites = Setting(AgreementSettings.MaxSitesPerProfessional);
        BaseSiteCounts = Setting(AgreementSettings.BaseSiteCounts);
        ExemptServices = Setting(AgreementSettings.ExemptServices);
        reach = new Lazy<Reach>(() => Reach.Of(this));
    }

    public Grouping Grouping { get; }

    /// <summary>Centre of the territory.</summary>
    public Site Seat { get; }

    public Period Period { get; }

    /// <summary>One per declared need, in the order of the declarations.</summary>
    public IReadOnlyList<Demand> Demands { get; }

    public DistanceMatrix Distances { get; }

    /// <summary>Who can serve what; computed once, on first use.</summary>
    public Reach Reach => reach.Value;

    public IReadOnlyList<Pin> Pins { get; }

    public IReadOnlyList<DistanceWaiver> Waivers { get; }

    /// <summary>The plan that people live by today, to be disturbed as little as possible; null at the start.</summary>
    public AllocationPlan? PlanInForce { get; }

    public DistanceLimit DistanceFromBase { get; }

    public DistanceLimit DistanceBetweenSites { get; }

    public DistanceLimit DistanceFromSeat { get; }

    public int MaxSites { get; }

    public bool BaseSiteCounts { get; }

    public IReadOnlyList<string> ExemptServices { get; }

    /// <summary>Fewest half-days of one professional on one site in the period.</summary>
    public int SmallestBlock { get; }

    /// <summary>People who may serve more sites than the agreement allows the others.</summary>
    public IReadOnlyList<SiteLimitWaiver> SiteLimitWaivers { get; init; } = [];

    /// <summary>The value of a setting in force on the first day of the period.</summary>
    public T Setting<T>(SettingDefinition<T> definition) => Grouping.Agreement.ValueOf(definition, Period.Start);

    public LegalReference ReferenceOf(SettingDefinition definition) =>
        Grouping.Agreement.ReferenceOf(definition, Period.Start);

    /// <summary>Half-days that a professional can give in the period.</summary>
    public int CapacityOf(Professional professional) => capacities[professional];

    /// <summary>Whether the person and the need of an assignment belong to this problem.</summary>
    public bool Knows(Assignment assignment) =>
        capacities.ContainsKey(assignment.Professional) && needs.Contains(assignment.Need);

    /// <summary>
    /// Road metres of assignments: one round trip from the base for a day of two half-days, hence the one-way distance
    /// for each half-day.
    /// </summary>
    public long MetresOf(IEnumerable<Assignment> assignments) =>
        assignments.Sum(a => a.HalfDays * Distances.Between(a.Professional.Base, a.Site).Metres);

    public Pin? PinOf(Professional professional, NeedDeclaration need) =>
        pinned.GetValueOrDefault((professional, need));

    public bool IsDistanceWaived(Professional professional, Site site) => waived.Contains((professional, site));

    /// <summary>Whether this pair lies beyond a soft distance from the base: possible, but to be avoided.</summary>
    public bool IsBeyondSoftRadius(Professional professional, Site site) =>
        DistanceFromBase.Mode == LimitMode.Soft
        && DistanceFromBase.IsExceededBy(Distances.Between(professional.Base, site))
        && !IsDistanceWaived(professional, site);

    /// <summary>Whether the limit on the number of sites applies to this professional.</summary>
    public bool IsSiteLimited(Professional professional) =>
        professional.Profession.Service is not { } service || !ExemptServices.Contains(service, StringComparer.Ordinal);

    /// <summary>Most distinct sites for this professional, waivers included.</summary>
    public int MaxSitesOf(Professional professional) =>
        MaxSites + SiteLimitWaivers.Where(e => e.Professional == professional).Sum(e => e.ExtraSites);

    /// <summary>Whether this site takes one of the professional's places under the limit on the number of sites.</summary>
    public bool CountsAsSite(Professional professional, Site site) => BaseSiteCounts || site != professional.Base;

    /// <summary>
    /// Fewest half-days of one professional on this demand: the smallest viable block, less where the whole need is
    /// smaller, one where the member asks for small visits.
    /// </summary>
    public int SmallestBlockOn(Demand demand) =>
        demand.Need.AcceptsSmallBlocks ? 1 : Math.Min(SmallestBlock, Math.Max(1, demand.HalfDays));

    /// <summary>Half-days that a member accepts in the period over all professions, or null for no limit.</summary>
    public int? QuotaOf(Member member) =>
        member.QuotaPerYear is { } perYear ? (int)decimal.Floor(perYear * Period.YearFraction) : null;

    /// <summary>The same problem with part of the people and of the needs; pins and plan in force follow the people.</summary>
    public AllocationProblem Restrict(Func<Professional, bool> professionals, Func<NeedDeclaration, bool> needs) => ProblemChanges.Copy(
        this,
        Grouping with
        {
            Professionals = [.. Grouping.Professionals.Where(professionals)],
            Needs = [.. Grouping.Needs.Where(needs)],
        },
        PlanInForce is null
            ? null
            : new AllocationPlan(PlanInForce.Period, [.. PlanInForce.Assignments.Where(a => professionals(a.Professional))]),
        [.. Pins.Where(p => professionals(p.Professional) && needs(p.Need))]);

    private Demand DemandOf(NeedDeclaration need, NeedConversion conversion)
    {
        var asked = conversion.In(Period, need.Quantity, need.Site.Opening);
        var legal = need.LegalMinimum is { } minimum
            ? conversion.In(Period, minimum.Quantity, need.Site.Opening)
            : null;
        return legal is null || legal.Value <= asked.Value
            ? new Demand(need, asked.Value, legal?.Value ?? 0, asked.Trace)
            : new Demand(need, legal.Value, legal.Value, [.. legal.Trace, NeedTexts.Of("needs.raised-to-legal", asked.Value, legal.Value)]);
    }
}
