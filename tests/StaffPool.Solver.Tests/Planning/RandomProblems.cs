using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>Small random problems that exercise every rule and every aim, from a seed.</summary>
internal static class RandomProblems
{
    /// <summary>At most six cells of at most three half-days, small enough to try every plan.</summary>
    public static AllocationProblem Tiny(int seed)
    {
        var random = new Random(seed);
        return Make(random, professions: random.Next(1, 3), people: random.Next(1, 4), sites: random.Next(1, 4), most: 3, cells: 6);
    }

    public static AllocationProblem Small(int seed)
    {
        var random = new Random(seed);
        return Make(random, professions: random.Next(1, 4), people: random.Next(1, 9), sites: random.Next(1, 7), most: 40, cells: int.MaxValue);
    }

    private static AllocationProblem Make(Random random, int professions, int people, int sites, int most, int cells)
    {
        var builder = new ProblemBuilder();
        for (var s = 0; s < sites; s++)
        {
            builder.Site($"s{s}", random.Next(0, 30), random.Next(4) == 0 ? random.Next(1, most * 2) : null);
        }

        for (var p = 0; p < professions; p++)
        {
            builder.Profession($"f{p}", random.Next(4) == 0 ? "si" : null);
        }

        var perProfession = new int[professions];
        var names = new List<(string Id, int Profession)>();
        for (var i = 0; i < people; i++)
        {
            var profession = random.Next(professions);
            perProfession[profession]++;
            names.Add(($"p{i}", profession));
            builder.Professional($"p{i}", $"f{profession}", $"s{random.Next(sites)}", random.Next(0, most + 1), p => p with
            {
                Consent = random.Next(5) == 0 ? new Consent { Refused = [builder.SiteOf($"s{random.Next(sites)}")] } : Consent.ToAll,
                Preferred = random.Next(3) == 0 ? [builder.SiteOf($"s{random.Next(sites)}")] : [],
                Avoided = random.Next(3) == 0 ? [builder.SiteOf($"s{random.Next(sites)}")] : [],
            });
        }

        var left = cells;
        var needs = new List<(string Id, int Profession)>();
        for (var s = 0; s < sites; s++)
        {
            for (var f = 0; f < professions; f++)
            {
                if (random.Next(4) == 0 || perProfession[f] > left)
                {
                    continue;
                }

                left -= perProfession[f];
                needs.Add(($"s{s}/f{f}", f));
                builder.Need($"s{s}", $"f{f}", random.Next(0, most + 1), n => n with
                {
                    IsPriority = random.Next(3) == 0,
                    AcceptsSmallBlocks = random.Next(4) == 0,
                });
                if (random.Next(4) == 0)
                {
                    builder.LegalMinimum($"s{s}/f{f}", random.Next(1, most));
                }
            }
        }

        builder.Set(AgreementSettings.MaxSitesPerProfessional, random.Next(1, 4))
            .Set(AgreementSettings.BaseSiteCounts, random.Next(2) == 0)
            .Set(AgreementSettings.ExemptServices, (IReadOnlyList<string>)["si"])
            .Set(AgreementSettings.SmallestBlockPerYear, random.Next(1, 4))
            .Set(AgreementSettings.DistanceFromBase, Limit())
            .Set(AgreementSettings.DistanceFromSeat, Limit())
            .Set(AgreementSettings.DistanceBetweenSites, Limit());
        if (random.Next(2) == 0)
        {
            foreach (var (person, profession) in names)
            {
                foreach (var need in needs.Where(n => n.Profession == profession && random.Next(2) == 0))
                {
                    builder.InForce(person, need.Id, random.Next(1, most + 1));
                }
            }
        }

        if (needs.Count > 0 && random.Next(3) == 0)
        {
            var need = needs[random.Next(needs.Count)];
            if (names.FirstOrDefault(n => n.Profession == need.Profession).Id is { } person)
            {
                builder.Pin(person, need.Id, random.Next(0, 3));
            }
        }

        var problem = builder.Build();
        return PlanChecker.CheckPins(problem).Count == 0 ? problem : Make(random, professions, people, sites, most, cells);

        DistanceLimit Limit() => new(random.Next(5, 30), (LimitMode)random.Next(3));
    }
}
