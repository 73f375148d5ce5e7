using StaffPool.Documents.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Rosters;
using StaffPool.Solver.Rosters.OnCall;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Rosters;

/// <summary>The committed roster problems, solved for a short time: minutes are for the benchmark.</summary>
public sealed class RosterScenarioTests : IAsyncDisposable
{
    private static readonly DateOnly Ill = new(2025, 3, 11);

    private readonly EnginePool engines = new();

    public ValueTask DisposeAsync() => engines.DisposeAsync();

    [Fact]
    public async Task The_duel_is_planned_and_changed_for_ten_absent_without_breaking_a_rule()
    {
        var problem = Problem("duel-2025", "problem.json");
        var first = await PlanAsync(problem, 15);
        var changed = (Problem("duel-2025", "replan.json") with { InForce = first.Roster }).FrozenBefore(Ill);
        var replan = await PlanAsync(changed, 15);

        problem.People.Count.ShouldBe(59);
        first.Violations.AnyBlocking().ShouldBeFalse();
        replan.Violations.AnyBlocking().ShouldBeFalse();
        // In a quarter of a minute, on whatever machine: nine places in ten are filled.
        Filled(problem, first.Roster).ShouldBeGreaterThan(0.9);
        Filled(changed, replan.Roster).ShouldBeGreaterThan(0.85);
        first.Levels.ShouldAllBe(l => l.Bound <= l.Value);
        Past(replan.Roster).ShouldBe(Past(first.Roster), ignoreOrder: true);
        var absent = changed.People.Where(p => p.Unavailable.Any(u => u.End > ParisTime.StartOf(new DateOnly(2025, 4, 1)).AddDays(-1) && u.Start < ParisTime.StartOf(Ill).AddDays(1))).ToHashSet();
        absent.Count.ShouldBe(10);
        replan.Roster.Assignments.ShouldNotContain(a => absent.Contains(a.Person) && ParisTime.DayOf(a.Task.Parts[0].Start) >= Ill);
    }

    [Fact]
    public async Task The_rota_of_the_night_nurses_covers_the_year_and_remembers_the_holidays()
    {
        var rota = Rota("rota.json");
        var problem = RotaBuilder.Of(rota.Zone, rota.Terms, rota.Plan, rota.Nurses);
        var result = await PlanAsync(problem, 20);

        ZoneRules.Assess(rota.Zone, rota.Terms, rota.Nurses).ShouldBeEmpty();
        result.Score.Uncovered.ShouldBe(0);
        result.Violations.AnyBlocking().ShouldBeFalse();
        // Who had most of the holidays last year has fewest of them this one.
        var index = new RosterIndex(problem);
        int Holidays(string id) => result.Roster.Assignments.Where(a => a.Person.Id == id)
            .Sum(a => index.Of(a.Task).AddsTo(RosterMeasure.Holidays, problem.Period.Start, problem.Period.End));
        Holidays("ide-6").ShouldBeLessThan(Holidays("ide-2"));
    }

    [Fact]
    public void The_call_log_of_the_zone_is_of_nurses_on_duty_and_breaks_no_limit()
    {
        var rota = Rota("rota.json");
        var problem = RotaBuilder.Of(rota.Zone, rota.Terms, rota.Plan, rota.Nurses);
        using var stream = File.OpenRead(Path.Combine(Repository.Scenarios, "night-nurse-zone", "rota-in-force.json"));
        var roster = RosterJson.ReadResult(stream, problem, asInForce: false).Value.ShouldNotBeNull();

        RosterChecker.Check(problem, roster).AnyBlocking().ShouldBeFalse();
        CallLog.Check(rota.Zone, problem, roster, rota.Calls).ShouldBeEmpty();
        CallLog.Breaches(new RosterIndex(problem), roster, rota.Calls).ShouldBeEmpty();
        CallLog.FiguresOf(rota.Zone, rota.Calls)[^1].ShouldBe(new CallFigures(rota.Zone.Name, 4, 3, 1, 1, 320, 28));
    }

    [Fact]
    public async Task The_territory_of_ten_homes_is_cut_into_three_zones_and_none_is_cheaper()
    {
        var rota = Rota("territory.json");
        var advice = await new ZoneAdvisor(engines)
            .AdviseAsync(rota.Zone, rota.Terms, rota.Costs!, TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        advice.IsProven.ShouldBeTrue();
        advice.Zones.Select(z => z.Residents).ShouldBe([316, 274, 250]);
        // Four nurses on duty, three zones, 28 nurses: 4 x 24,000 + 3 x 4,000 + 28 x 800 euros.
        advice.CostCents.ShouldBe(130_400_00);
    }

    private static double Filled(RosterProblem problem, Roster roster) => roster.Assignments.Count / (double)problem.Tasks.Sum(t => t.Required);

    private static List<RosterAssignment> Past(Roster roster) => [.. roster.Assignments.Where(a => ParisTime.DayOf(a.Task.Parts[0].Start) < Ill)];

    private static RosterProblem Problem(string scenario, string file)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Scenarios, scenario, file));
        return RosterJson.ReadProblem(stream).Value.ShouldNotBeNull();
    }

    private static RotaFile Rota(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Repository.Scenarios, "night-nurse-zone", file));
        return RosterJson.ReadRota(stream).Value.ShouldNotBeNull();
    }

    private Task<RosterResult> PlanAsync(RosterProblem problem, int seconds) => new RosterPlanner(engines, TimeProvider.System)
        .PlanAsync(problem, new RosterOptions { Time = TimeSpan.FromSeconds(seconds) }, null, TestContext.Current.CancellationToken);
}
