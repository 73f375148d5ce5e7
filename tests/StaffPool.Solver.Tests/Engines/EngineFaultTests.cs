using System.Diagnostics;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>What a host does wrong costs one answer at most: never the service, never the best solution known.</summary>
public sealed class EngineFaultTests : IDisposable
{
    private const string ReadyLine = """
        const send = (kind, text) => { const b = Buffer.from(text); const h = Buffer.alloc(5); h.writeUInt32LE(b.length); h[4] = kind; process.stdout.write(Buffer.concat([h, b])); };
        send(65, JSON.stringify({ host: 'portable', runtime: 'fake', engines: { cp_sat: { name: 'fake', version: '1' } } }));
        """;

    private readonly DirectoryInfo temporary = Directory.CreateTempSubdirectory("staffpool-engines-");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Delete(recursive: true);

    [Theory]
    [MemberData(nameof(SharedEngines.Cases), MemberType = typeof(SharedEngines))]
    public async Task A_killed_host_is_reported_and_the_next_solve_works(EngineCase engine)
    {
        var kind = SharedEngines.Kind(engine);
        await using var pool = new EnginePool(new EnginePoolOptions { Size = 1, UseNative = engine == EngineCase.CpSatNative });
        var progress = new OnFirst(() => Process.GetProcessById(pool.HostProcessIds.Single()).Kill());

        var answer = await pool.SolveAsync(new SolveRequest(Models.Endless(hinted: true), kind, Models.Quick), progress, Cancellation);
        var next = await pool.SolveAsync(new SolveRequest(Models.Workshop(), kind, Models.Quick), null, Cancellation);

        answer.Failure!.Kind.ShouldBe(EngineFailureKind.Crashed);
        answer.Status.ShouldBe(SolveStatus.Feasible); // the hint, at least
        next.Status.ShouldBe(SolveStatus.Optimal);
    }

    [Fact]
    public async Task A_host_over_its_memory_limit_is_killed_and_reported()
    {
        await using var pool = new EnginePool(new EnginePoolOptions { Size = 1, UseNative = false, MemoryLimitBytes = 80_000_000 });

        var answer = await pool.SolveAsync(new SolveRequest(Models.Endless(), EngineKind.CpSat, Models.Quick), null, Cancellation);

        answer.Failure!.Kind.ShouldBe(EngineFailureKind.OutOfMemory);
        pool.PeakMemoryBytes.ShouldBeGreaterThan(80_000_000);
    }

    [Fact]
    public async Task A_missing_engine_is_told_with_its_folder()
    {
        await using var pool = new EnginePool(new EnginePoolOptions { UseNative = false, PortableDirectory = temporary.FullName });

        var exception = await Should.ThrowAsync<EngineUnavailableException>(() => SolveWorkshop(pool, Models.Quick));

        exception.Kind.ShouldBe(EngineUnavailableKind.NotInstalled);
        exception.Detail.ShouldBe(temporary.FullName);
    }

    [Fact]
    public async Task A_native_host_that_does_not_start_gives_way_to_the_portable_one()
    {
        var program = OperatingSystem.IsWindows() ? "StaffPool.Engines.Native.exe" : "StaffPool.Engines.Native";
        await File.WriteAllTextAsync(Path.Combine(temporary.FullName, program), "", Cancellation);
        await using var pool = new EnginePool(new EnginePoolOptions { Size = 1, NativeDirectory = temporary.FullName });

        var answer = await SolveWorkshop(pool, Models.Quick);

        answer.Status.ShouldBe(SolveStatus.Optimal);
        answer.Engine.Host.ShouldBe("portable");
    }

    [Fact]
    public async Task A_missing_Node_is_told_apart()
    {
        await using var pool = new EnginePool(new EnginePoolOptions { UseNative = false, NodePath = Path.Combine(temporary.FullName, "node") });

        var exception = await Should.ThrowAsync<EngineUnavailableException>(() => SolveWorkshop(pool, Models.Quick));

        exception.Kind.ShouldBe(EngineUnavailableKind.NodeMissing);
    }

    [Fact]
    public async Task A_host_that_does_not_report_ready_is_unavailable()
    {
        await using var pool = FakeHost("console.log('hello world, this is no frame at all'.repeat(9)); setTimeout(() => {}, 1e6);");

        await Should.ThrowAsync<EngineUnavailableException>(() => SolveWorkshop(pool, Models.Quick));
    }

    [Fact]
    public async Task A_host_that_cannot_be_started_again_costs_a_solve_and_not_the_run()
    {
        await using var pool = FakeHost(
            "import { existsSync, writeFileSync } from 'node:fs'; const once = new URL('./once', import.meta.url); if (existsSync(once)) process.exit(1); writeFileSync(once, '');"
            + ReadyLine + "process.stdin.on('data', () => process.exit(1));");

        var first = await SolveWorkshop(pool, Models.Quick);
        var second = await SolveWorkshop(pool, Models.Quick);

        first.Failure!.Kind.ShouldBe(EngineFailureKind.Crashed);
        second.Failure!.Kind.ShouldBe(EngineFailureKind.Crashed);
    }

    [Fact]
    public async Task Hosts_killed_before_any_was_ready_leave_the_plan_that_needs_none()
    {
        await using var pool = FakeHost("process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 1e6);");
        var problem = new ProblemBuilder().Site("a").Site("b", 10).Profession("psy").Professional("ann", "psy", "a", 10)
            .Professional("bob", "psy", "b", 10).Need("a", "psy", 12).Need("b", "psy", 12).Build();

        var result = await new AllocationPlanner(pool, TimeProvider.System).PlanAsync(problem, new AllocationOptions(), null, Cancellation);

        PlanChecker.Check(problem, result.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        result.Plan.Cells().ShouldBe(ConstructiveStart.Of(problem).Cells());
        result.Plan.Assignments.ShouldNotBeEmpty();
        result.End.ShouldBe(AllocationEnd.LimitReached);
        result.Engines.ShouldBeEmpty();
        result.Incidents.Select(i => i.Kind).ShouldBe([EngineFailureKind.Crashed, EngineFailureKind.Crashed]);
    }

    [Fact]
    public async Task Text_in_place_of_a_frame_is_a_protocol_failure()
    {
        await using var pool = FakeHost(ReadyLine + "process.stdin.on('data', () => process.stdout.write('a line of log where a frame should be'.repeat(99)));");

        (await SolveWorkshop(pool, Models.Quick)).Failure!.Kind.ShouldBe(EngineFailureKind.Protocol);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_killed_after_its_limit()
    {
        await using var pool = FakeHost(ReadyLine + "process.stdin.on('data', () => {});");

        var answer = await SolveWorkshop(pool, new SolveLimits { WallTime = TimeSpan.FromMilliseconds(100) });

        answer.Failure!.Kind.ShouldBe(EngineFailureKind.TimedOut);
        answer.Status.ShouldBe(SolveStatus.Unknown);
    }

    [Fact]
    public async Task A_host_deaf_to_a_stop_is_killed_and_that_is_no_failure()
    {
        await using var pool = FakeHost(ReadyLine + "process.stdin.on('data', () => {});", stopGrace: TimeSpan.FromMilliseconds(200));
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));

        var answer = await pool.SolveAsync(new SolveRequest(Models.Endless(hinted: true), EngineKind.CpSat, new SolveLimits()), null, stop.Token);

        answer.Failure.ShouldBeNull();
        answer.Status.ShouldBe(SolveStatus.Feasible);
    }

    [Fact]
    public async Task A_solution_that_breaks_the_model_is_a_wrong_answer()
    {
        // CpSolverResponse: status (1) OPTIMAL (4), solution (2) packed [99, 99].
        await using var pool = FakeHost(ReadyLine + """
            process.stdin.on('data', () => { const b = Buffer.from([1, 0, 0, 0, 8, 4, 18, 2, 99, 99]); const h = Buffer.alloc(5); h.writeUInt32LE(b.length); h[4] = 68; process.stdout.write(Buffer.concat([h, b])); });
            """);

        var answer = await SolveWorkshop(pool, Models.Quick);

        answer.Failure!.Kind.ShouldBe(EngineFailureKind.WrongAnswer);
        answer.Solution.ShouldBeNull();
    }

    [Fact]
    public async Task A_request_waiting_for_a_host_can_be_cancelled()
    {
        await using var pool = new EnginePool(new EnginePoolOptions { Size = 1 });
        using var stopFirst = new CancellationTokenSource();
        using var stopSecond = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        var first = pool.SolveAsync(new SolveRequest(Models.Endless(), EngineKind.Highs, new SolveLimits()), null, stopFirst.Token);

        var second = await pool.SolveAsync(new SolveRequest(Models.Workshop(), EngineKind.Highs, Models.Quick), null, stopSecond.Token);

        second.Status.ShouldBe(SolveStatus.Unknown);
        first.IsCompleted.ShouldBeFalse();
        await stopFirst.CancelAsync();
        (await first).Failure.ShouldBeNull();
    }

    [Fact]
    public async Task Disposing_the_pool_ends_its_solves_and_its_processes()
    {
        var pool = new EnginePool(new EnginePoolOptions { Size = 2 });
        var started = new TaskCompletionSource();
        var solve = pool.SolveAsync(new SolveRequest(Models.Endless(), EngineKind.Highs, new SolveLimits()), new OnFirst(started.SetResult), Cancellation);
        await started.Task;
        var host = pool.HostProcessIds.Single();

        await pool.DisposeAsync();

        (await solve).Failure!.Kind.ShouldBe(EngineFailureKind.Crashed);
        Should.Throw<ArgumentException>(() => Process.GetProcessById(host));
        await Should.ThrowAsync<ObjectDisposedException>(() => SolveWorkshop(pool, Models.Quick));
    }

    [Fact]
    public void The_catalog_tells_which_host_is_used_and_why()
    {
        var report = EngineCatalog.Inspect();

        report.Portable.Available.ShouldBeTrue();
        report.HighsHost.ShouldBe("portable");
        report.CpSatHost.ShouldNotBeNull();
        report.NodeVersion.ShouldNotBeNull();
        report.Workers.ShouldBe(Environment.ProcessorCount);
        EngineCatalog.Inspect(new EnginePoolOptions { PortableDirectory = temporary.FullName }).Portable.Available.ShouldBeFalse();
    }

    [Fact]
    public async Task Every_installed_engine_proves_itself_on_a_small_model()
    {
        var probes = await EngineProbe.RunAsync();

        probes.Select(p => p.Failure).ShouldAllBe(failure => failure == null);
        probes.Select(p => (p.Engine, p.Host)).ShouldContain((EngineKind.Highs, "portable"));
        probes.ShouldAllBe(p => p.Version != null && p.Elapsed > TimeSpan.Zero);
    }

    private static Task<SolveAnswer> SolveWorkshop(EnginePool pool, SolveLimits limits) =>
        pool.SolveAsync(new SolveRequest(Models.Workshop(), EngineKind.CpSat, limits), null, Cancellation);

    private EnginePool FakeHost(string script, TimeSpan? stopGrace = null)
    {
        temporary.CreateSubdirectory("node_modules");
        File.WriteAllText(Path.Combine(temporary.FullName, "node_modules", ".staffpool-installed"), "");
        File.WriteAllText(Path.Combine(temporary.FullName, "host.mjs"), script + "\nprocess.stdin.on('end', () => process.exit());");
        return new EnginePool(new EnginePoolOptions
        {
            Size = 1,
            UseNative = false,
            PortableDirectory = temporary.FullName,
            NodePath = EngineCatalog.Inspect().NodePath,
            StopGrace = stopGrace ?? TimeSpan.FromSeconds(1),
        });
    }

    private sealed class OnFirst(Action action) : IProgress<SolveProgress>
    {
        private int seen;

        public void Report(SolveProgress value)
        {
            if (Interlocked.Increment(ref seen) == 1)
            {
                action();
            }
        }
    }
}
