using System.Diagnostics;
using StaffPool.Application.Planning;
using StaffPool.Application.Scenarios;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Planning.Explanations;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Application.Tests.Planning;

/// <summary>Questions asked of a grouping much larger than they were made for end in time, and say what they left.</summary>
public sealed class LargeGroupingTests(ITestOutputHelper output)
{
    private static readonly TimeSpan Short = TimeSpan.FromSeconds(4);

    // What a solve under way may take to end, on a busy machine.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(30);

    private static readonly AllocationProblem Grouping =
        new GroupingGenerator(CommuneDirectory.France).Make(professionals: 350, sites: 100, seed: 1);

    [Fact]
    public async Task Posts_for_three_hundred_and_fifty_people_are_proposed_in_time()
    {
        await using var engines = new EnginePool();
        var scenario = new Scenario
        {
            Name = "large",
            Title = "Grand groupement",
            Grouping = Grouping.Grouping,
            Period = Grouping.Period,
            InputHash = new string('0', 64),
            HasSyntheticValues = true,
        };
        var clock = Stopwatch.StartNew();

        // Whether the plan behind the posts obeys every rule is the use case's to check.
        var proposed = await new ProposePosts(new PostPlanner(engines, TimeProvider.System))
            .RunAsync(scenario, new PostOptions { Time = Short }, null, TestContext.Current.CancellationToken);

        var groups = proposed.Proposals.Groups;
        output.WriteLine(FormattableString.Invariant(
            $"{clock.Elapsed.TotalSeconds:0.0} s: {groups.Sum(g => g.Posts.Count)} posts, {groups.Sum(g => g.Tenths)} tenths, at least {groups.Sum(g => g.TenthsBound)}; {groups.Sum(g => g.UnmetBefore)} half-days missing, then {groups.Sum(g => g.UnmetAfter)}; {groups.Count(g => g.IsProven)} of {groups.Count} proven"));
        clock.Elapsed.ShouldBeLessThan(Short + Margin);
        groups.ShouldAllBe(g => g.UnmetAfter <= g.UnmetBefore && g.TenthsBound <= g.Tenths);
    }

    [Fact]
    public async Task The_largest_needs_of_three_hundred_and_fifty_people_are_explained_in_time()
    {
        await using var engines = new EnginePool();
        var planner = new AllocationPlanner(engines, TimeProvider.System);
        var explain = new ExplainPlan(new RelaxationSearch(planner, engines, TimeProvider.System), new RulePrices(planner, engines, TimeProvider.System));
        var result = await planner.PlanAsync(Grouping, new AllocationOptions { Time = Short }, null, TestContext.Current.CancellationToken);
        var clock = Stopwatch.StartNew();

        var explained = await explain.RunAsync(
            Grouping, result.Plan, result.IsServiceProven, new ExplainOptions { Rules = true, Time = Short }, null, TestContext.Current.CancellationToken);

        foreach (var need in explained.Needs)
        {
            var found = need.Relaxations;
            output.WriteLine(FormattableString.Invariant(
                $"{need.Need.Demand.Need.Id}: {found.Candidates} candidates, {found.RuledOut} ruled out, {found.Untried} untried, {found.Useful.Count} useful, {found.Useful.Count(o => o.IsProven)} proven"));
            (found.RuledOut + found.Untried + found.Useful.Count).ShouldBeLessThanOrEqualTo(found.Candidates + 1);
        }

        output.WriteLine(FormattableString.Invariant($"{clock.Elapsed.TotalSeconds:0.0} s, {explained.Unmet} needs unmet, {explained.Rules!.Prices.Count} rules priced, {explained.Rules.Untried.Count} not"));
        clock.Elapsed.ShouldBeLessThan(Short + Margin);
        (explained.Rules.Prices.Count + explained.Rules.Untried.Count).ShouldBe(RuleLift.For(Grouping).Count);
    }
}
