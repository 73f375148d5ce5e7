using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Tests.Scenarios;

/// <summary>The figures at the head of the scenario file, counted again.</summary>
public sealed class CentreDePicardieTests
{
    private static readonly Scenario Picardie = ScenarioFiles.Load("centre-de-picardie");
    private static readonly AllocationProblem Problem = Picardie.ToProblem();

    [Fact]
    public void It_has_the_members_the_employers_and_the_occupations_of_the_source()
    {
        Picardie.Grouping.Members.Count.ShouldBe(10);
        Picardie.Grouping.Members.Count(m => m.IsEmployer).ShouldBe(5);
        Picardie.Grouping.Sites.Count.ShouldBe(10);
        Picardie.Grouping.Professions.Count.ShouldBe(14);
        Picardie.Grouping.Professionals.Count.ShouldBe(35);
        Picardie.Grouping.Professionals.Select(p => p.Employer).Distinct().Count().ShouldBe(5);
        Picardie.Grouping.Professionals.ShouldAllBe(p => p.Status != EmploymentStatus.PrivateEmployee);
        Problem.Seat.Commune.Name.ShouldBe("Nesle");
        Picardie.HasSyntheticValues.ShouldBeTrue();
        Problem.MaxSites.ShouldBe(3);
    }

    [Fact]
    public void Its_needs_add_up_to_the_13_000_half_days_of_the_source()
    {
        var conversion = new NeedConversion(3.5m, 1607);
        var perYear = Picardie.Grouping.Needs.ToLookup(
            n => n.Profession.Id, n => conversion.PerYear(n.Quantity, n.Site.Opening).Value);

        perYear.Sum(p => p.Sum()).ShouldBe(13_000);
        perYear.ToDictionary(p => p.Key, p => p.Sum()).ShouldBe(new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["ergotherapeute"] = 1720, ["musicotherapeute"] = 340, ["psychomotricien"] = 1260, ["preparateur-physique"] = 540,
            ["psychologue"] = 1960, ["animateur-arts-plastiques"] = 660, ["dieteticien"] = 900, ["hygieniste"] = 440,
            ["preparateur-en-pharmacie"] = 850, ["ingenieur-qualite"] = 780, ["infographiste"] = 200,
            ["charge-de-securite"] = 640, ["agent-d-entretien"] = 1690, ["informaticien"] = 1020,
        });
        Picardie.Grouping.Needs.Select(n => n.Quantity.Unit).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void Its_staff_cannot_serve_everything()
    {
        Picardie.Grouping.Professionals.Sum(p => p.FullTimeEquivalent).ShouldBe(27.8m);
        Picardie.Grouping.Professionals.Sum(p => p.CapacityIn(Domain.Calendar.Period.Year(2026))).ShouldBeInRange(12_380, 12_414);
        Problem.Demands.Sum(d => d.HalfDays).ShouldBeInRange(6_480, 6_520);
        Picardie.Grouping.Professionals.Sum(Problem.CapacityOf).ShouldBeInRange(6_160, 6_207);
    }

    [Fact]
    public void Three_members_lie_clearly_beyond_15_km_of_Nesle_and_no_soft_limit_forbids_them()
    {
        var seat = Problem.Seat;
        Picardie.Grouping.Sites
            .Where(s => seat.Location.GreatCircleMetresTo(s.Location) > 15_200)
            .Select(s => s.Commune.Name)
            .ShouldBe(["Épehy", "Tilloloy", "Flavy-le-Martel"]);
        var ergotherapist = Picardie.Grouping.Professionals.First(p => p.Profession.Id == "ergotherapeute");
        Picardie.Grouping.Needs
            .Where(n => n.Profession.Id == "ergotherapeute")
            .ShouldAllBe(n => AllocationRules.Allow(Problem, ergotherapist, n));
        Problem.Distances.Between(seat, Picardie.Grouping.Sites[2]).Method.ShouldBe(DistanceMethod.GreatCircle);
    }

    [Fact]
    public void Only_the_equipment_and_information_systems_service_is_exempt_from_the_site_limit() =>
        Picardie.Grouping.Professionals
            .Where(p => !Problem.IsSiteLimited(p))
            .Select(p => p.Profession.Id)
            .Distinct()
            .ShouldBe(["charge-de-securite", "agent-d-entretien", "informaticien"]);

    [Fact]
    public void The_site_limit_leaves_needs_unmet_where_one_person_is_asked_for_everywhere()
    {
        var slots = Picardie.Grouping.Professionals
            .Where(Problem.IsSiteLimited)
            .CountBy(p => p.Profession.Id)
            .ToDictionary(p => p.Key, p => p.Value * Problem.MaxSites, StringComparer.Ordinal);

        Picardie.Grouping.Needs
            .CountBy(n => n.Profession.Id)
            .Where(asked => slots.TryGetValue(asked.Key, out var places) && asked.Value > places)
            .Select(asked => asked.Key)
            .ShouldBe(["musicotherapeute", "dieteticien", "hygieniste", "ingenieur-qualite", "infographiste"]);
    }
}
