using System.Diagnostics;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Engines;

/// <summary>An engine on a host, proven by solving a model of two variables.</summary>
/// <param name="Engine">Which engine.</param>
/// <param name="Host">"native" or "portable".</param>
/// <param name="Version">What the host said, for instance "OR-Tools 9.15"; null where it did not start.</param>
/// <param name="Runtime">What the host runs on, for instance "Node.js 26.10.0 (JSPI)"; null likewise.</param>
/// <param name="Elapsed">The solve, and the start of the host where it was not running yet.</param>
/// <param name="Failure">What went wrong, in the words of the system; null when the answer is right.</param>
public sealed record EngineProbe(
    EngineKind Engine, string Host, string? Version, string? Runtime, TimeSpan Elapsed, string? Failure)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    /// <summary>Starts each installed host once and lets each of its engines solve the model.</summary>
    public static async Task<IReadOnlyList<EngineProbe>> RunAsync(EnginePoolOptions? options = null)
    {
        options = (options ?? new EnginePoolOptions()) with { Size = 1 };
        var installed = EngineCatalog.Inspect(options);
        var probes = new List<EngineProbe>();
        if (installed.Portable.Available)
        {
            await using var pool = new EnginePool(options with { UseNative = false });
            probes.Add(await OfAsync(pool, EngineKind.Highs, "portable"));
            probes.Add(await OfAsync(pool, EngineKind.CpSat, "portable"));
        }

        if (installed.Native.Available)
        {
            await using var pool = new EnginePool(options with { UseNative = true });
            probes.Add(await OfAsync(pool, EngineKind.CpSat, "native"));
        }

        return probes;
    }

    private static async Task<EngineProbe> OfAsync(EnginePool pool, EngineKind engine, string host)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var answer = await pool.SolveAsync(
                new SolveRequest(TwoVariables(), engine, new SolveLimits { WallTime = Limit }), null, CancellationToken.None);
            var failure = answer.Engine.Host != host ? "does not start"
                : answer.Failure is { } failed ? $"{failed.Kind}: {failed.Detail}"
                : answer is { Status: SolveStatus.Optimal, Objective: 5 } ? null
                : FormattableString.Invariant($"{answer.Status}, {answer.Objective}");
            return new EngineProbe(engine, host, answer.Engine.Version, answer.Engine.Runtime, clock.Elapsed, failure);
        }
        catch (EngineUnavailableException error)
        {
            return new EngineProbe(engine, host, null, null, clock.Elapsed, error.Detail);
        }
    }

    /// <summary>The most of x + y where 2x + y and x + 2y are at most 8: 5.</summary>
    private static Google.OrTools.Sat.CpModelProto TwoVariables()
    {
        var model = new CpModelBuilder();
        var (x, y) = (model.NewInt(0, 9, "x"), model.NewInt(0, 9, "y"));
        model.AddAtMost((2 * (LinearExpr)x) + y, 8);
        model.AddAtMost(x + (2 * (LinearExpr)y), 8);
        model.Maximize((LinearExpr)x + y);
        return model.ToProto();
    }
}
