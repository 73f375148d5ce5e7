using System.Text.Json;

namespace StaffPool.EndToEnd.Tests.Scenarios;

/// <summary>The benchmark of the planner through the real executable, on a size that takes a moment.</summary>
public sealed class BenchTests
{
    [Fact]
    public async Task A_small_size_is_planned_beside_both_rivals_and_told_in_one_line_of_json()
    {
        var run = await ToolProcess.RunAsync("bench", "allocation", "--size", "8/4", "--time", "4", "--json", "--quiet");

        run.ShouldEnd(0);
        var figures = JsonDocument.Parse(run.Output.TrimEnd().Split('\n')[^1]).RootElement;
        figures.GetProperty("breaches").GetInt32().ShouldBe(0);
        figures.GetProperty("firstPlanSeconds").GetDouble().ShouldBeInRange(0, figures.GetProperty("seconds").GetDouble());
        figures.GetProperty("peakMiB").GetInt64().ShouldBeGreaterThan(50);
        // So few people are settled by anybody: all three agree on the best plan of all aims at once.
        figures.GetProperty("gapNaive").GetDouble().ShouldBe(0);
        figures.GetProperty("gapMip").GetDouble().ShouldBe(0);
        figures.GetProperty("value").GetInt64().ShouldBeGreaterThanOrEqualTo(figures.GetProperty("bound").GetInt64());
    }
}
