using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Testing;

/// <summary>
/// Builds small allocation problems for tests: sites lie on a straight road at a given kilometre, capacities are given
/// in half-days, the period is one year, every need is in half-days a year, and no rule limits anything until asked.
/// </summary>
public sealed class ProblemBuilder
{
    private static readonly LegalReference Test = new("test", Confidence.Choice);
    private static readonly DateOnly Always = new(2000, 1, 1);

    private readonly List<(Site Site, decimal Kilometre)> sites = [];
    private readonly List<Profession> professions = [];
    private readonly List<Professional> professionals = [];
    private readonly List<NeedDeclaration> needs = [];
    private readonly List<DatedSetting> settings = [];
    private readonly List<Pin> pins = [];
    private readonly List<DistanceWaiver> waivers = [];
    private readonly List<(string Professional, string Need, int HalfDays)> inForce = [];
    private Period period = Period.Year(2026);

    public ProblemBuilder()
    {
        Set(AgreementSettings.MaxSitesPerProfessional, 1000);
        Set(AgreementSettings.SmallestBlockPerYear, 1);
    }

    public ProblemBuilder Set<T>(SettingDefinition<T> definition, T value)
        where T : notnull
    {
        settings.RemoveAll(s => s.Definition == definition);
        settings.Add(new DatedSetting(definition, Always, value, Test));
        return this;
    }

    public ProblemBuilder In(Period planned)
    {
        period = planned;
        return this;
    }

    /// <summary>A site alone in its member.</summary>
    public ProblemBuilder Site(string id, decimal kilometre = 0, int? quotaPerYear = null, Func<Site, Site>? also = null)
    {
        var member = new Member { Id = $"m-{id}", Name = $"Membre {id}", Kind = MemberKind.PublicEstablishment, IsEmployer = true, QuotaPerYear = quotaPerYear };
        var place = new GeoPoint(45 + ((double)kilometre / 111.195), 2.9);
        var site = new Site
        {
            Id = id,
            Name = $"Site {id}",
            Member = member,
            Commune = new Commune($"C{id}", $"Commune {id}", ["80000"], place),
            Location = place,
            Kind = SiteKind.Ehpad,
        };
        sites.Add((also?.Invoke(site) ?? site, kilometre));
        return this;
    }

    public ProblemBuilder Profession(string id, string? service = null)
    {
        professions.Add(new Profession { Id = id, Name = id, Service = service });
        return this;
    }

    public ProblemBuilder Professional(string id, string profession, string @base, int capacity, Func<Professional, Professional>? also = null)
    {
        var home = SiteOf(@base);
        var professional = new Professional
        {
            Id = id,
            Name = $"Pro {id}",
            Profession = professions.Single(p => p.Id == profession),
            Employer = home.Member,
            Base = home,
            FullTimeEquivalent = 1,
            WorkingTime = new WorkingTimeRuleSet("test", "test", capacity * 3.5m, 35m, Test),
        };
        professionals.Add(also?.Invoke(professional) ?? professional);
        return this;
    }

    public ProblemBuilder Need(string site, string profession, int halfDays, Func<NeedDeclaration, NeedDeclaration>? also = null)
    {
        var need = new NeedDeclaration
        {
            Id = $"{site}/{profession}",
            Site = SiteOf(site),
            Profession = professions.Single(p => p.Id == profession),
            Quantity = new NeedQuantity(halfDays, NeedUnit.HalfDaysPerYear),
        };
        needs.Add(also?.Invoke(need) ?? need);
        return this;
    }

    public ProblemBuilder LegalMinimum(string need, int halfDays)
    {
        var i = needs.FindIndex(n => n.Id == need);
        needs[i] = needs[i] with { LegalMinimum = new LegalMinimum(new NeedQuantity(halfDays, NeedUnit.HalfDaysPerYear), Test) };
        return this;
    }

    public ProblemBuilder Pin(string professional, string need, int halfDays)
    {
        pins.Add(new Pin(Find(professional), FindNeed(need), halfDays));
        return this;
    }

    public ProblemBuilder Waive(string professional, string site)
    {
        waivers.Add(new DistanceWaiver(Find(professional), SiteOf(site), "test"));
        return this;
    }

    public ProblemBuilder InForce(string professional, string need, int halfDays)
    {
        inForce.Add((professional, need, halfDays));
        return this;
    }

    public Site SiteOf(string id) => sites.Single(s => s.Site.Id == id).Site;

    public AllocationProblem Build()
    {
        var grouping = new Grouping
        {
            Name = "Groupement d’essai",
            Agreement = new FoundingAgreement { Name = "Convention d’essai", Seat = sites[0].Site, Settings = [.. settings] },
            Members = [.. sites.Select(s => s.Site.Member)],
            Sites = [.. sites.Select(s => s.Site)],
            Professions = [.. professions],
            Professionals = [.. professionals],
            Needs = [.. needs],
        };
        var road =
            from a in sites
            from b in sites
            where string.CompareOrdinal(a.Site.Id, b.Site.Id) < 0
            select (a.Site, b.Site, new Distance((long)(Math.Abs(a.Kilometre - b.Kilometre) * 1000), DistanceMethod.KnownRoad, "test"));
        var plan = inForce.Count == 0
            ? null
            : new AllocationPlan(period, [.. inForce.Select(c => new Assignment(Find(c.Professional), FindNeed(c.Need), c.HalfDays))]);
        return new AllocationProblem(grouping, period, new DistanceMatrix(road, 1m), [.. pins], [.. waivers], plan);
    }

    private Professional Find(string id) => professionals.Single(p => p.Id == id);

    private NeedDeclaration FindNeed(string id) => needs.Single(n => n.Id == id);
}

public static class ProblemExtensions
{
    /// <summary>A plan of the problem from (professional, need, half-days).</summary>
    public static AllocationPlan Plan(this AllocationProblem problem, params (string Professional, string Need, int HalfDays)[] cells) => new(
        problem.Period,
        [.. cells.Select(c => new Assignment(
            problem.Grouping.Professionals.Single(p => p.Id == c.Professional),
            problem.Grouping.Needs.Single(n => n.Id == c.Need),
            c.HalfDays))]);

    /// <summary>Cells as "professional need half-days", sorted, for assertions.</summary>
    public static IEnumerable<string> Cells(this AllocationPlan plan) => plan.Assignments
        .Select(a => FormattableString.Invariant($"{a.Professional.Id} {a.Need.Id} {a.HalfDays}"))
        .Order(StringComparer.Ordinal);
}
