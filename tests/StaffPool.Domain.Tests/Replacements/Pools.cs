using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Replacements;

/// <summary>Small pools for tests: sites a few kilometres apart, Monday 1 March 2027 and the days around it.</summary>
internal static class Pools
{
    public static readonly DateOnly Monday = new(2027, 3, 1);

    public static readonly Profession Psychologist = new() { Id = "psychologue", Name = "Psychologue" };

    public static readonly Profession Dietician = new() { Id = "dieteticien", Name = "Diététicien" };

    /// <summary>Four sites, 0, 20, 40 and 60 km north of the first.</summary>
    public static readonly IReadOnlyList<Site> Sites = [.. Enumerable.Range(0, 4).Select(i => Samples.Site($"s{i}", new GeoPoint(49.7588 + (i * 20 / 1.3 / 111.195), 2.9165)))];

    public static readonly DistanceMatrix Distances = new([], 1.3m);

    public static Duty At(int day, DutyPart part = DutyPart.Morning) => new(Monday.AddDays(day), part);

    public static PoolPerson Person(string id, Profession? profession = null, int site = 0, WorkingTimeRuleSet? rules = null, decimal fte = 1) => new()
    {
        Professional = new Professional
        {
            Id = id, Name = $"Agent {id}", Profession = profession ?? Psychologist, Employer = Samples.Member, Base = Sites[site],
            FullTimeEquivalent = fte, WorkingTime = rules ?? WorkingTimeRuleSet.PublicHospital,
        },
    };

    public static PoolPerson Busy(this PoolPerson person, params Engagement[] engagements) =>
        person with { Engagements = [.. person.Engagements, .. engagements] };

    public static CoverNeed Need(int site, params Duty[] duties) => new()
    {
        Id = "need", Site = Sites[site], Professions = [Psychologist], Duties = [.. duties.Order()],
    };

    public static ReplacementTerms Terms(params DatedSetting[] settings) =>
        ReplacementTerms.On(new FoundingAgreement { Name = "Essai", Settings = settings }, Monday);

    public static ReplacementPool Pool(IReadOnlyList<PoolPerson> people, ReplacementTerms? terms = null, LegalCheck? legal = null)
    {
        terms ??= Terms();
        return new ReplacementPool(people, Distances, terms, legal ?? new LegalLimits(terms, Distances).Check, []);
    }

    public static IEnumerable<string> Ids(this IEnumerable<RankedCandidate> ranked) => ranked.Select(c => c.Person.Professional.Id);
}
