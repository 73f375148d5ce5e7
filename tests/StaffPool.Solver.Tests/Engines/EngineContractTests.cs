using StaffPool.Solver.CpSat;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>What holds whatever the engine.</summary>
public sealed class EngineContractTests(SharedEngines engines)
{
    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_maximum_is_proved(EngineCase engine)
    {
        var answer = await Solve(Models.Workshop(), engine);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Solution.ShouldBe([20, 10]);
        answer.Objective.ShouldBe(1100);
        answer.Bound.ShouldBe(1100);
        answer.Failure.ShouldBeNull();
        answer.Engine.Kind.ShouldBe(SharedEngines.Kind(engine));
        answer.Engine.Host.ShouldBe(engine == EngineCase.CpSatNative ? "native" : "portable");
        answer.Engine.Version.ShouldNotBeEmpty();
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_minimum_is_proved(EngineCase engine)
    {
        var answer = await Solve(Models.Workshop(maximise: false), engine);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Objective.ShouldBe(-1100);
        answer.Bound.ShouldBe(-1100);
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task The_offset_counts_in_objective_and_bound(EngineCase engine)
    {
        var answer = await Solve(Models.Workshop(offset: 17), engine);

        answer.Objective.ShouldBe(1117);
        answer.Bound.ShouldBe(1117);
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task An_infeasible_model_is_proved_so(EngineCase engine)
    {
        var answer = await Solve(Models.Infeasible(), engine);

        answer.Status.ShouldBe(SolveStatus.Infeasible);
        answer.Solution.ShouldBeNull();
        answer.Bound.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task Very_wide_domains_are_solved(EngineCase engine)
    {
        var model = new CpModelBuilder();
        var x = model.NewInt(-CpModelBuilder.Limit / 4, CpModelBuilder.Limit / 4, "x");
        var y = model.NewInt(-CpModelBuilder.Limit / 4, CpModelBuilder.Limit / 4, "y");
        model.AddAtLeast(x - y, 123_456_789);
        model.AddAtLeast(x + y, -5);
        model.Minimize(x);

        var answer = await Solve(model.ToProto(), engine);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Objective.ShouldBe(61_728_392);
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_model_without_constraint_goes_to_its_best_corner(EngineCase engine)
    {
        var model = new CpModelBuilder();
        var x = model.NewInt(-3, 8, "x");
        var y = model.NewInt(2, 5, "y");
        model.Maximize((2 * x) - y);

        var answer = await Solve(model.ToProto(), engine);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Solution.ShouldBe([8, 2]);
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_model_without_objective_is_solved_by_any_solution(EngineCase engine)
    {
        var model = new CpModelBuilder();
        var x = model.NewInt(0, 9, "x");
        var y = model.NewInt(0, 9, "y");
        model.AddEqual((3 * x) + (5 * y), 31);

        var answer = await Solve(model.ToProto(), engine);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Solution.ShouldBe([7, 2]);
        answer.Objective.ShouldBeNull();
        answer.Bound.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task Negated_literals_count_as_one_minus_the_variable(EngineCase engine)
    {
        var model = new CpModelBuilder();
        var a = model.NewBool("a");
        var b = model.NewBool("b");
        var c = model.NewBool("c");
        var d = model.NewBool("d");
        model.AddBoolOr([a.Not(), b.Not()]);
        model.AddExactlyOne([a, c.Not()]);
        model.AddAtMostOne([a.Not(), b.Not(), d]);
        model.AddImplication(b.Not(), d.Not());
        model.Maximize((3 * a.Not()) + (2 * b) + (2 * c) + d);

        var answer = await Solve(model.ToProto(), engine);

        // a false forces c false (exactly one), then b true and d false: 3 + 2 = 5. a true forces b false, c true, d false: 2.
        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Objective.ShouldBe(5);
        a.Not().ValueIn(answer.Solution!).ShouldBeTrue();
        b.ValueIn(answer.Solution!).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_feasible_hint_is_never_lost(EngineCase engine)
    {
        var model = Models.Endless(hinted: true);

        var answer = await Solve(model, engine, new SolveLimits { WallTime = TimeSpan.FromMilliseconds(1) });

        answer.Status.ShouldBe(SolveStatus.Feasible);
        answer.Objective!.Value.ShouldBeLessThanOrEqualTo(model.SolutionHint.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task The_same_seed_gives_the_same_answer(EngineCase engine)
    {
        var limits = new SolveLimits { DeterministicTime = 0.2, Nodes = 20, Seed = 5, WallTime = TimeSpan.FromSeconds(60) };
        var model = Models.Endless(3, 30);

        var first = await Solve(model, engine, limits);
        var second = await Solve(model, engine, limits);

        first.Solution.ShouldNotBeNull();
        second.Solution.ShouldBe(first.Solution);
        second.Bound.ShouldBe(first.Bound);
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_stop_keeps_the_best_solution_and_labels_it_feasible(EngineCase engine)
    {
        using var stop = new CancellationTokenSource();
        var seen = new List<SolveProgress>();
        var progress = new Relay(report =>
        {
            seen.Add(report);
            if (report.Objective is not null)
            {
                stop.CancelAfter(300);
            }
        });

        var answer = await engines.Pool(engine).SolveAsync(new SolveRequest(Models.Endless(), SharedEngines.Kind(engine), new SolveLimits()), progress, stop.Token);

        answer.Failure.ShouldBeNull();
        answer.Status.ShouldBe(SolveStatus.Feasible);
        answer.Solution.ShouldNotBeNull();
        answer.Objective!.Value.ShouldBeGreaterThan(answer.Bound!.Value);
        answer.Objective!.Value.ShouldBeLessThanOrEqualTo(seen[^1].Objective!.Value);
        answer.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(8));
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task The_wall_limit_is_kept(EngineCase engine)
    {
        var answer = await Solve(Models.Endless(), engine, new SolveLimits { WallTime = TimeSpan.FromSeconds(1) });

        answer.Failure.ShouldBeNull();
        answer.Status.ShouldBe(SolveStatus.Feasible);
        answer.Elapsed.ShouldBeInRange(TimeSpan.FromSeconds(0.8), TimeSpan.FromSeconds(3.2));
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_request_already_stopped_answers_unknown(EngineCase engine)
    {
        var answer = await engines.Pool(engine).SolveAsync(new SolveRequest(Models.Workshop(), SharedEngines.Kind(engine), Models.Quick), null, new CancellationToken(canceled: true));

        answer.Status.ShouldBe(SolveStatus.Unknown);
        answer.Failure.ShouldBeNull();
    }

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task Every_bound_reported_on_the_way_holds_even_of_a_large_objective(EngineCase engine)
    {
        var model = Models.Assignment(25, unit: 12_345_679);
        var bounds = new List<double>();
        var progress = new Relay(report => bounds.Add(report.Bound ?? double.NegativeInfinity));

        var answer = await engines.Pool(engine).SolveAsync(new SolveRequest(model, SharedEngines.Kind(engine), Models.Quick), progress, TestContext.Current.CancellationToken);

        bounds.ShouldNotBeEmpty();
        bounds.ShouldBeInOrder(SortDirection.Ascending);
        bounds[^1].ShouldBeLessThanOrEqualTo(answer.Bound!.Value);
        answer.Bound!.Value.ShouldBeLessThanOrEqualTo(answer.Objective!.Value);
        (answer.Objective.Value - answer.Bound.Value).ShouldBeLessThan(12_345_679);
    }

    [Fact]
    public async Task HiGHS_refuses_a_constraint_that_is_not_linear()
    {
        var model = new CpModelBuilder();
        var x = model.NewInt(0, 9, "x");
        var on = model.NewBool("on");
        model.AddAtMost(x, 3).OnlyEnforceIf(on);
        model.Maximize(x + (4 * on));

        (await Solve(model.ToProto(), EngineCase.HighsPortable)).Failure!.Kind.ShouldBe(EngineFailureKind.NotLinear);
        (await Solve(model.ToProto(), EngineCase.CpSatPortable)).Objective.ShouldBe(9);
    }

    [Fact]
    public async Task CpSat_solves_a_maximum_equality()
    {
        var model = new CpModelBuilder();
        var x = model.NewInt(2, 9, "x");
        var y = model.NewInt(3, 9, "y");
        var worst = model.NewInt(0, 100, "worst");
        model.AddMaxEquality(worst, [2 * x, y + 4]);
        model.Minimize(worst);

        (await Solve(model.ToProto(), EngineCase.CpSatPortable)).Objective.ShouldBe(7);
    }

    private Task<SolveAnswer> Solve(Google.OrTools.Sat.CpModelProto model, EngineCase engine, SolveLimits? limits = null) =>
        engines.Pool(engine).SolveAsync(new SolveRequest(model, SharedEngines.Kind(engine), limits ?? Models.Quick), null, TestContext.Current.CancellationToken);

    /// <summary>Unlike <see cref="Progress{T}"/>, reports in order and on the spot.</summary>
    private sealed class Relay(Action<SolveProgress> action) : IProgress<SolveProgress>
    {
        public void Report(SolveProgress value) => action(value);
    }
}
