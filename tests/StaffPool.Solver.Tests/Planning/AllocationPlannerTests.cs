using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning;

public sealed class AllocationPlannerTests(SharedEngines engines)
{
    private readonly AllocationPlanner planner = new(engines.Portable, TimeProvider.System);

    [Theory]
    [InlineData(EngineChoice.Highs, 1, 30)]
    [InlineData(EngineChoice.CpSat, 1001, 30)]
    public async Task No_plan_at_all_beats_the_plan_found_on_small_groupings(EngineChoice engine, int firstSeed, int count)
    {
        foreach (var seed in Enumerable.Range(firstSeed, count))
        {
            var problem = RandomProblems.Tiny(seed);
            var result = await Plan(problem, new AllocationOptions { Engine = engine });
            var because = FormattableString.Invariant($"seed {seed}");
            BruteForce.Aims(problem, result.Plan).ShouldBe(BruteForce.Best(problem), because);
            result.Levels.Select(l => l.Value).ShouldBe(BruteForce.Aims(problem, result.Plan), because);
            result.Levels.ShouldAllBe(l => l.IsProven, because);
            result.End.ShouldBe(AllocationEnd.Proven, because);
            result.Incidents.ShouldBeEmpty(because);
        }
    }

    [Fact]
    public void Whatever_the_grouping_the_plan_passes_the_checker_and_no_bound_is_beaten() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(40), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = RandomProblems.Small(seed);
                var result = Plan(problem, new AllocationOptions()).GetAwaiter().GetResult();
                PlanChecker.Check(problem, result.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
                result.Levels.ShouldAllBe(l => l.Value >= l.Bound);
            }));

    [Fact]
    public void Whatever_the_grouping_the_start_obeys_every_rule() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = RandomProblems.Small(seed);
                PlanChecker.Check(problem, ConstructiveStart.Of(problem)).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
            }));

    [Fact]
    public void Whatever_the_grouping_every_aim_is_the_sum_of_its_values_on_the_pieces() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = RandomProblems.Small(seed);
                var pieces = Decomposition.Split(problem);
                var plans = pieces.Select(ConstructiveStart.Of).ToList();
                var whole = new AllocationPlan(problem.Period, [.. plans.SelectMany(p => p.Assignments)]);
                foreach (var aim in AllocationObjectives.InOrder)
                {
                    aim.Measure(problem, whole).ShouldBe(pieces.Zip(plans).Sum(p => aim.Measure(p.First, p.Second)), aim.Id);
                }
            }));

    [Fact]
    public async Task The_same_seed_and_steps_give_the_same_plan()
    {
        var problem = RandomProblems.Small(4242);
        var options = new AllocationOptions { Seed = 7, Steps = 5 };
        var first = await Plan(problem, options);
        var second = await Plan(problem, options);
        second.Plan.Cells().ShouldBe(first.Plan.Cells());
        second.Levels.Select(l => (l.Value, l.Bound)).ShouldBe(first.Levels.Select(l => (l.Value, l.Bound)));
    }

    [Fact]
    public async Task A_shortage_is_shared_out_rather_than_left_to_one_member()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 10).Profession("psy")
            .Professional("ann", "psy", "a", 10).Need("a", "psy", 10).Need("b", "psy", 10).Build();
        (await Plan(problem)).Plan.Cells().ShouldBe(["ann a/psy 5", "ann b/psy 5"]);
    }

    [Fact]
    public async Task A_priority_need_is_served_before_the_others_and_a_legal_minimum_before_that()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 10).Site("c", 20).Profession("psy")
            .Professional("ann", "psy", "a", 10)
            .Need("a", "psy", 10).Need("b", "psy", 7, n => n with { IsPriority = true }).Need("c", "psy", 10).LegalMinimum("c/psy", 4).Build();
        (await Plan(problem)).Plan.Cells().ShouldBe(["ann b/psy 6", "ann c/psy 4"]);
    }

    [Fact]
    public async Task People_travel_as_little_as_the_needs_allow()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 30).Profession("psy")
            .Professional("ann", "psy", "a", 10).Professional("bob", "psy", "b", 10)
            .Need("a", "psy", 10).Need("b", "psy", 10).Build();
        (await Plan(problem)).Plan.Cells().ShouldBe(["ann a/psy 10", "bob b/psy 10"]);
    }

    [Fact]
    public async Task The_plan_in_force_is_kept_where_kilometres_alone_would_change_it()
    {
        var problem = new ProblemBuilder().Site("a").Site("b", 30).Profession("psy")
            .Professional("ann", "psy", "a", 10).Professional("bob", "psy", "b", 10)
            .Need("a", "psy", 10).Need("b", "psy", 10)
            .InForce("ann", "b/psy", 10).InForce("bob", "a/psy", 10).Build();
        var result = await Plan(problem);
        result.Plan.Cells().ShouldBe(["ann b/psy 10", "bob a/psy 10"]);
        result.Levels.Single(l => l.Objective == AllocationObjectives.PeopleDisturbed).Value.ShouldBe(0);
    }

    [Fact]
    public async Task A_need_that_nobody_can_serve_stays_unmet_and_is_proven_so_without_an_engine()
    {
        var problem = new ProblemBuilder().Site("a").Profession("psy").Need("a", "psy", 10).Build();
        var unmet = (await Plan(problem)).Levels.Single(l => l.Objective == AllocationObjectives.UnmetNeeds);
        (unmet.Value, unmet.Bound, unmet.BoundEngine).ShouldBe((10, 10, "arithmetic"));
    }

    [Fact]
    public async Task A_stop_before_the_first_solve_still_gives_a_plan_that_obeys_the_rules()
    {
        var problem = RandomProblems.Small(99);
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var result = await planner.PlanAsync(problem, new AllocationOptions(), null, stop.Token);
        PlanChecker.Check(problem, result.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        result.Plan.Assignments.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_quota_over_several_professions_binds_them_into_one_piece()
    {
        var problem = new ProblemBuilder().Site("a", quotaPerYear: 12).Profession("psy").Profession("ergo")
            .Professional("ann", "psy", "a", 10).Professional("bob", "ergo", "a", 10)
            .Need("a", "psy", 10).Need("a", "ergo", 10).Build();
        var result = await Plan(problem);
        result.Pieces.ShouldBe(1);
        result.Plan.Assignments.Sum(a => a.HalfDays).ShouldBe(12);
    }

    private Task<AllocationResult> Plan(AllocationProblem problem, AllocationOptions? options = null) =>
        planner.PlanAsync(problem, options ?? new AllocationOptions(), null, CancellationToken.None);
}
