using System.Diagnostics;
using System.Globalization;
using StaffPool.Application.Planning;
using StaffPool.Documents.Planning.Page;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Members;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Planning.Page;

/// <summary>A territory of 100 sites, 350 people and 14 professions, with a plan that leaves part of the needs short.</summary>
public sealed class LargePageTests(ITestOutputHelper output)
{
    private const int Sites = 100;
    private const int People = 350;
    private const int Professions = 14;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_hundred_sites_make_a_page_of_less_than_two_megabytes(bool isExplained)
    {
        var planned = Planned();
        if (isExplained)
        {
            planned = planned with { Explanation = Explanation(planned) };
        }

        var french = CultureInfo.GetCultureInfo("fr-FR");
        using var stream = new MemoryStream();
        var watch = Stopwatch.StartNew();

        PlanPage.Write(stream, planned, french, PlanPageExtras.Of(planned, french));

        output.WriteLine(FormattableString.Invariant($"{stream.Length / 1024} KiB, {watch.ElapsedMilliseconds} ms, {planned.Violations.Count} violations"));
        if (Environment.GetEnvironmentVariable("PAGE_OUT") is { } path)
        {
            File.WriteAllBytes(path, stream.ToArray());
        }

        stream.Length.ShouldBeLessThan(2_000_000);
    }

    /// <summary>As many needs as a run explains, with changes that disturb everybody.</summary>
    private static PlanExplanation Explanation(PlannedAllocation planned)
    {
        var (problem, plan) = (planned.Problem, planned.Result.Plan);
        var unmet = UnmetNeeds.Of(problem, plan);
        return new PlanExplanation([.. unmet.Take(60).Select(Explained)], unmet.Count, new RulePriceList([], RuleLift.For(problem)));

        ExplainedNeed Explained(NeedServed need)
        {
            var funnel = NeedFunnel.Of(problem, plan, need.Demand);
            var changes = RelaxationCandidates.For(problem, plan, funnel);
            return new ExplainedNeed(need, funnel, ProfessionBalance.Of(problem, plan, need.Demand), new RelaxationFindings(
                [.. changes.Select(c => new RelaxationOutcome(c, plan, need.Asked, need.Unmet, need.Unmet, problem.Grouping.Professionals, 1_000, true))],
                changes.Count, 0, 0));
        }
    }

    private static PlannedAllocation Planned()
    {
        var members = Enumerable.Range(0, Sites).Select(i => new Member { Id = $"m{i}", Name = $"Établissement {i}", Kind = MemberKind.PublicEstablishment }).ToList();
        var sites = members.Select((m, i) => SiteOf(m, i)).ToList();
        var professions = Enumerable.Range(0, Professions).Select(i => new Profession { Id = $"p{i}", Name = $"Profession {i}" }).ToList();
        var people = Enumerable.Range(0, People).Select(i => new Professional
        {
            Id = $"w{i}", Name = $"Personne {i}", Profession = professions[i % Professions], Employer = members[i % Sites],
            Base = sites[i % Sites], FullTimeEquivalent = 0.8m,
        }).ToList();
        List<NeedDeclaration> needs =
        [
            .. from site in sites
               from profession in professions
               select new NeedDeclaration { Id = $"{site.Id}/{profession.Id}", Site = site, Profession = profession, Quantity = new NeedQuantity(60, NeedUnit.HalfDaysPerYear) },
        ];
        var scenario = TinyPlan.Scenario with
        {
            Grouping = TinyPlan.Scenario.Grouping with
            {
                Agreement = TinyPlan.Scenario.Grouping.Agreement with { Seat = sites[0] },
                Members = members, Sites = sites, Professions = professions, Professionals = people, Needs = needs,
            },
            Pins = [],
            KnownDistances = [],
        };
        // The base and two sites beside it, so that a quarter of the needs get nothing.
        var ofProfession = people.ToLookup(p => p.Profession);
        var assignments = professions.SelectMany(p => ofProfession[p].SelectMany(person => new[] { 0, 1, 10 }
            .Select(k => needs.First(n => n.Profession == p && n.Site == sites[(sites.IndexOf(person.Base) + k) % Sites]))
            .Select(need => new Assignment(person, need, 30))));
        var plan = new AllocationPlan(scenario.PlannedPeriod(), [.. assignments]);
        var problem = scenario.ToProblem();
        return new PlannedAllocation(scenario, problem, TinyPlan.Result with { Plan = plan }, PlanChecker.Check(problem, plan));
    }

    private static Site SiteOf(Member member, int number)
    {
        // A grid of ten by ten, shaken, over a hundred kilometres.
        var place = new GeoPoint(48.5 + (number / 10 * 0.1) + (number * 7 % 13 * 0.004), 2 + (number % 10 * 0.14) + (number * 5 % 11 * 0.006));
        return new Site
        {
            Id = $"s{number}", Name = $"EHPAD Les Peupliers {number}", Member = member, Kind = SiteKind.Ehpad, Location = place,
            Commune = new Commune($"80{number:000}", $"Saint-Martin-{number}", ["80190"], place),
        };
    }
}
