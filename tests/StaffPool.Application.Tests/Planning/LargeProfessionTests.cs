using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;

namespace StaffPool.Application.Tests.Planning;

/// <summary>The largest piece that a territory can make: everybody has the same profession, so nothing falls apart.</summary>
public sealed class LargeProfessionTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Three_thousand_five_hundred_people_of_one_profession_get_a_valid_plan()
    {
        var scenario = OneProfession(new GroupingGenerator(CommuneDirectory.France).Make(professionals: 3_500, sites: 1_000, seed: 1));
        await using var engines = new EnginePool();
        var plan = new PlanAllocation(new AllocationPlanner(engines, TimeProvider.System));

        var planned = await plan.RunAsync(scenario, new AllocationOptions { Time = TimeSpan.FromSeconds(5) }, null, TestContext.Current.CancellationToken);

        output.WriteLine(FormattableString.Invariant($"{planned.Result.Elapsed.TotalSeconds:0.0} s, {planned.Problem.Reach.Cells.Count} cells, {planned.Result.Composite?.Gap:P1}"));
        planned.CanBePublished.ShouldBeTrue();
        var whole = NeedsServedByGroup.Whole(planned.Problem, planned.Result.Plan);
        whole.Share.ShouldBeGreaterThan(0.8m);
    }

    private static Scenario OneProfession(AllocationProblem generated)
    {
        var grouping = generated.Grouping;
        var profession = grouping.Professions[0];
        return new Scenario
        {
            Name = "one-profession",
            Title = "Une seule profession",
            Grouping = grouping with
            {
                Professions = [profession],
                Professionals = [.. grouping.Professionals.Select(p => p with { Profession = profession })],
                Needs = [.. grouping.Needs.GroupBy(n => n.Site).Select(site => new NeedDeclaration
                {
                    Id = site.Key.Id,
                    Site = site.Key,
                    Profession = profession,
                    Quantity = new NeedQuantity(site.Sum(n => n.Quantity.Amount), NeedUnit.HalfDaysPerYear),
                })],
            },
            Period = generated.Period,
            InputHash = new string('0', 64),
            HasSyntheticValues = true,
        };
    }
}
