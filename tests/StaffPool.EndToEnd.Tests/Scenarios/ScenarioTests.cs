using System.Text.Json.Nodes;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Scenarios;

/// <summary>
/// Every scenario of the repository through the real command line. With STAFFPOOL_UPDATE_SNAPSHOTS=1 the expected
/// results are written anew; read the difference before committing it.
/// </summary>
public sealed class ScenarioTests(ScenarioRuns runs)
{
    public static TheoryData<string> Names { get; } = [.. ScenarioRuns.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_scenario_gives_its_expected_results(string name)
    {
        var file = Path.Combine(Repository.Scenarios, name, ExpectedResults.FileName);

        var run = await runs.PlanAsync(name);

        run.Messages.ShouldBeEmpty();
        var found = ExpectedResults.Of(run).ToJson();
        if (Environment.GetEnvironmentVariable("STAFFPOOL_UPDATE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(file, found, TestContext.Current.CancellationToken);
        }

        File.Exists(file).ShouldBeTrue($"scenarios/{name} has no {ExpectedResults.FileName}.");
        found.ShouldBe((await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task The_plan_of_a_scenario_read_back_breaks_no_blocking_rule(string name)
    {
        using var folder = new TemporaryFolder();
        var plan = folder.Write("plan.json", (await runs.PlanAsync(name)).Output);

        var check = await ToolProcess.RunAsync("check", Path.Combine(Repository.Scenarios, name), plan);

        check.ShouldEnd(0, "Le plan peut être publié.");
        check.Messages.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_same_seed_and_steps_give_the_same_file_but_for_the_timings()
    {
        string[] arguments = ["plan", Path.Combine(Repository.Scenarios, "trois-residences"), "--json", "--quiet", "--seed", "5", "--steps", "2000"];

        var both = await Task.WhenAll(ToolProcess.RunAsync(arguments), ToolProcess.RunAsync(arguments));

        WithoutTimings(both[0]).ShouldBe(WithoutTimings(both[1]));
    }

    private static string WithoutTimings(ToolRun run)
    {
        var plan = JsonNode.Parse(run.Output)!.AsObject();
        foreach (var timing in new[] { "elapsedSeconds", "firstPlanSeconds", "peakEngineMemoryBytes" })
        {
            plan["run"]!.AsObject().Remove(timing).ShouldBeTrue();
        }

        return plan.ToJsonString();
    }
}
