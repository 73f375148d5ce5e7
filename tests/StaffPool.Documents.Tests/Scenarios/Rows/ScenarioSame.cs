using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Timetables;

namespace StaffPool.Documents.Tests.Scenarios.Rows;

/// <summary>Holds two readings of a scenario to say the same.</summary>
internal static class ScenarioSame
{
    /// <summary>Every value of both, down to each text and number, and every figure that needs no search.</summary>
    public static async Task ShouldSayAsync(this Scenario actual, Scenario expected)
    {
        ValueTree.Of(actual with { InputHash = "" }).ShouldBe(ValueTree.Of(expected with { InputHash = "" }));
        (await FiguresOf(actual)).ShouldBe(await FiguresOf(expected));
    }

    private static async Task<IReadOnlyList<string>> FiguresOf(Scenario scenario)
    {
        // Without staff no search starts; all the rest is computed.
        var unplanned = scenario with { Grouping = scenario.Grouping with { Professionals = [] } };
        await using var engines = new EnginePool();
        var run = new RunScenario(
                new PlanAllocation(new AllocationPlanner(engines, TimeProvider.System)), new PlanTimetable(new TimetablePlanner(engines, TimeProvider.System)));
        var report = await run.RunAsync(unplanned, new AllocationOptions(), null, TestContext.Current.CancellationToken);
        var figures = report.Figures();
        figures.ShouldNotBeEmpty();
        return [.. figures.Select(f => $"{f.Key} {f.Value}").Order(StringComparer.Ordinal)];
    }
}
