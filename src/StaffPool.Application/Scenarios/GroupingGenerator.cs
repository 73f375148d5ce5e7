using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Scenarios;

/// <summary>
/// Makes synthetic groupings of any size on real French communes, for benchmarks and demonstrations; described in
/// docs/benchmarks.md. The same size and seed give the same grouping.
/// </summary>
/// <param name="communes">Where sites may lie.</param>
public sealed class GroupingGenerator(CommuneDirectory communes)
{
    // One small establishment that shares staff for so many square kilometres: ten of them fill a circle of 17 km, as
    // around Nesle.
    private const double SquareKilometresPerSite = 90;
    private const double Load = 0.92;

    /// <summary>Occupations of the GCSMS du Centre de Picardie, with unequal numbers of posts (the weights are synthetic).</summary>
    private static readonly (string Name, decimal Weight)[] Occupations =
    [
        ("psychologue", 18), ("ergothérapeute", 14), ("diététicien", 10), ("psychomotricien", 10), ("animateur en arts plastiques", 8),
        ("préparateur en pharmacie", 7), ("musicothérapeute", 6), ("informaticien", 6), ("agent d’entretien", 6),
        ("hygiéniste", 4), ("ingénieur qualité", 4), ("préparateur physique", 3), ("chargé de sécurité", 2), ("infographiste", 2),
    ];

    private static readonly LegalReference Synthetic = new("Générateur de StaffPool", Confidence.Choice);

    /// <param name="professionals">Number of professionals.</param>
    /// <param name="sites">Number of sites, each of its own member.</param>
    /// <param name="seed">Chooses among the groupings of that size.</param>
    public AllocationProblem Make(int professionals, int sites, int seed)
    {
        var random = new Random(seed);
        var places = Places(sites, random);
        var perOccupation = Apportionment.LargestRemainder(professionals, [.. Occupations.Select(o => o.Weight)]);
        var professions = Occupations.Select((o, i) => new Profession { Id = FormattableString.Invariant($"f{i:00}"), Name = o.Name, Service = o.Name == "informaticien" ? "si" : null }).ToList();
        var people = new List<Professional>();
        var needs = new List<NeedDeclaration>();
        var period = Period.HalfYear(2026, 1);
        for (var f = 0; f < professions.Count; f++)
        {
            var asking = Asking(places, (int)perOccupation[f], random);
            var team = Enumerable.Range(0, (int)perOccupation[f])
                .Select(i => Person(FormattableString.Invariant($"{professions[f].Id}-{i:000}"), professions[f], Pick(asking, random), places, random))
                .ToList();
            people.AddRange(team);
            var total = (long)(team.Sum(p => p.CapacityIn(period)) * 2 * Load);
            var amounts = Apportionment.LargestRemainder(total, [.. asking.Select(a => (decimal)a.Weight)]);
            needs.AddRange(asking.Zip(amounts, (a, amount) => new NeedDeclaration
            {
                Id = $"{a.Site.Id}/{professions[f].Id}",
                Site = a.Site,
                Profession = professions[f],
                Quantity = new NeedQuantity(amount, NeedUnit.HalfDaysPerYear),
                IsPriority = random.Next(20) == 0,
            }));
        }

        var grouping = new Grouping
        {
            Name = FormattableString.Invariant($"Groupement synthétique de {professionals} professionnels sur {sites} sites"),
            Agreement = new FoundingAgreement { Name = "Convention synthétique", Seat = places[0].Site, Settings = Settings() },
            Members = [.. places.Select(p => p.Site.Member)],
            Sites = [.. places.Select(p => p.Site)],
            Professions = professions,
            Professionals = people,
            Needs = needs,
        };
        return new AllocationProblem(grouping, period, new DistanceMatrix([], AgreementSettings.DetourFactor.Default), [], [], null);
    }

    private static List<DatedSetting> Settings()
    {
        var start = new DateOnly(2026, 1, 1);
        return
        [
            new(AgreementSettings.MaxSitesPerProfessional, start, 3, Synthetic),
            new(AgreementSettings.ExemptServices, start, (IReadOnlyList<string>)["si"], Synthetic),
            new(AgreementSettings.DistanceFromBase, start, new DistanceLimit(40, LimitMode.Hard), Synthetic),
        ];
    }

    /// <summary>Sites in small towns around Nesle, larger towns more often, with a size that follows the town's.</summary>
    private List<(Site Site, double Weight)> Places(int count, Random random)
    {
        var centre = communes.ByInseeCode("80585")!.Centre;
        var radius = 1000 * Math.Sqrt(count * SquareKilometresPerSite / Math.PI);
        return [.. communes.All
            .Where(c => c.Population is > 400 and < 20_000 && c.Centre.GreatCircleMetresTo(centre) <= radius)
            .OrderBy(c => c.InseeCode, StringComparer.Ordinal)
            .Select(c => (Commune: c, Weight: Math.Sqrt(c.Population!.Value)))
            // Weighted draw without replacement (Efraimidis and Spirakis, 2006).
            .Select(c => (c.Commune, c.Weight, Key: Math.Pow(random.NextDouble(), 1 / c.Weight)))
            .OrderByDescending(c => c.Key)
            .Take(count)
            .Select((c, i) => (SiteIn(c.Commune, i), c.Weight))];
    }

    private static Site SiteIn(Commune commune, int index) => new()
    {
        Id = FormattableString.Invariant($"s{index:0000}"),
        Name = $"Résidence de {commune.Name}",
        Member = new Member { Id = FormattableString.Invariant($"m{index:0000}"), Name = $"Résidence de {commune.Name}", Kind = MemberKind.PublicEstablishment, IsEmployer = true },
        Commune = commune,
        Location = commune.Centre,
        Kind = SiteKind.Ehpad,
    };

    /// <summary>The sites that ask for a profession: about two for each post, and how much each weighs.</summary>
    private static List<(Site Site, double Weight)> Asking(List<(Site Site, double Weight)> places, int posts, Random random) =>
        [.. places
            .OrderBy(_ => random.NextDouble())
            .Take(Math.Max(1, Math.Min(posts * 2, (int)(places.Count * 0.8))))
            .Select(p => (p.Site, p.Weight * Math.Exp(Normal(random) * 0.6)))];

    private static Professional Person(
        string id, Profession profession, Site home, List<(Site Site, double Weight)> places, Random random) => new()
    {
        Id = id,
        Name = $"{profession.Name} {id}",
        Profession = profession,
        Employer = home.Member,
        Base = home,
        FullTimeEquivalent = random.Next(10) switch { < 6 => 1m, < 8 => 0.8m, _ => 0.5m },
        Avoided = random.Next(10) == 0 ? [places[random.Next(places.Count)].Site] : [],
    };

    private static Site Pick(List<(Site Site, double Weight)> among, Random random)
    {
        var at = random.NextDouble() * among.Sum(a => a.Weight);
        return among.FirstOrDefault(a => (at -= a.Weight) <= 0, among[^1]).Site;
    }

    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
