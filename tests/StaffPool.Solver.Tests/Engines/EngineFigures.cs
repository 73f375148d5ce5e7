using System.Diagnostics;
using System.Globalization;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Tests.Engines;

/// <summary>
/// The figures of docs/decisions/0002, printed by
/// <c>dotnet run --project tests/StaffPool.Solver.Tests -- -explicit only -showLiveOutput</c>.
/// </summary>
public sealed class EngineFigures
{
    private const int Warm = 200;

    [Fact(Explicit = true)]
    public async Task Print()
    {
        var machineNode = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(directory => Path.Combine(directory, "node")).FirstOrDefault(File.Exists);
        var portable = new EnginePoolOptions { Size = 1, UseNative = false };
        var output = TestContext.Current.TestOutputHelper!;
        foreach (var (options, engine) in new[]
        {
            (new EnginePoolOptions { Size = 1 }, EngineKind.CpSat),
            (portable, EngineKind.CpSat),
            (portable with { NodePath = machineNode }, EngineKind.CpSat),
            (portable, EngineKind.Highs),
            (portable with { NodePath = machineNode }, EngineKind.Highs),
        })
        {
            output.WriteLine(await MeasureAsync(options, engine));
        }
    }

    private static async Task<string> MeasureAsync(EnginePoolOptions options, EngineKind engine)
    {
        await using var pool = new EnginePool(options);
        var cold = await SolveAsync(pool, engine, Models.Workshop());
        var assignment = await SolveAsync(pool, engine, Models.Assignment(60, unit: 1));
        var early = await MedianAsync(pool, engine);
        await MedianAsync(pool, engine);
        await MedianAsync(pool, engine);
        var late = await MedianAsync(pool, engine);
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var stopped = await pool.SolveAsync(new SolveRequest(Models.Endless(), engine, new SolveLimits()), null, stop.Token);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{engine} {cold.Engine.Host}, {cold.Engine.Version}, {cold.Engine.Runtime}: first {cold.Elapsed.TotalSeconds:F2} s, assignment {assignment.Elapsed.TotalSeconds:F2} s ({assignment.Status}), warm {early:F1} then {late:F1} ms, stop answered after {(stopped.Elapsed.TotalSeconds - 1) * 1000:F0} ms ({stopped.Status}), {pool.PeakMemoryBytes / 1_000_000} MB");
    }

    private static async Task<double> MedianAsync(EnginePool pool, EngineKind engine)
    {
        var times = new List<double>();
        for (var i = 0; i < Warm; i++)
        {
            var clock = Stopwatch.StartNew();
            await SolveAsync(pool, engine, Models.Workshop());
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        times.Sort();
        return times[Warm / 2];
    }

    private static Task<SolveAnswer> SolveAsync(EnginePool pool, EngineKind engine, Google.OrTools.Sat.CpModelProto model) =>
        pool.SolveAsync(new SolveRequest(model, engine, Models.Quick), null, TestContext.Current.CancellationToken);
}
