using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Tests.Engines;

namespace StaffPool.Solver.Tests.Planning;

/// <summary>A generated territory, large enough to be planned on all aims at once.</summary>
public sealed class TerritoryTests(SharedEngines engines)
{
    private static readonly GroupingGenerator Generator = new(CommuneDirectory.France);

    [Fact]
    public async Task A_territory_is_planned_on_all_aims_at_once_within_every_rule_and_within_its_bound()
    {
        var territory = Generator.Make(professionals: 120, sites: 40, seed: 1);
        var planner = new AllocationPlanner(engines.Portable, TimeProvider.System);

        var result = await planner.PlanAsync(territory, new AllocationOptions { Time = TimeSpan.FromSeconds(8) }, null, CancellationToken.None);

        PlanChecker.Check(territory, result.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        result.Composite.ShouldNotBeNull().Value.ShouldBe(Composite.Of(territory, result.Plan));
        result.Composite.Bound.ShouldBeInRange(1, result.Composite.Value);
        result.Incidents.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_size_and_seed_give_the_same_grouping_with_its_load()
    {
        var (first, second) = (Generator.Make(60, 20, 7), Generator.Make(60, 20, 7));

        second.Demands.Select(d => (d.Need.Id, d.HalfDays)).ShouldBe(first.Demands.Select(d => (d.Need.Id, d.HalfDays)));
        second.Grouping.Professionals.Select(p => (p.Id, p.Base.Id)).ShouldBe(first.Grouping.Professionals.Select(p => (p.Id, p.Base.Id)));
        first.Grouping.Sites.Select(s => s.Commune).Distinct().Count().ShouldBe(20);
        var load = first.Demands.Sum(d => (double)d.HalfDays) / first.Grouping.Professionals.Sum(first.CapacityOf);
        load.ShouldBeInRange(0.91, 0.93);
    }
}
