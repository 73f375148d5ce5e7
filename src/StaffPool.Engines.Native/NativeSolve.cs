using System.Globalization;
using System.Text;
using Google.OrTools.Sat;
using StaffPool.Engines.Protocol;

namespace StaffPool.Engines.Native;

/// <summary>One call of the native solver.</summary>
internal sealed class NativeSolve : IDisposable
{
    private static readonly TimeSpan StopPeriod = TimeSpan.FromMilliseconds(100);

    private readonly SolveOptions options;
    private readonly CpModelProto model;
    private readonly SolveWrapper wrapper = new();
    // Fields, because the garbage collector does not see that native code still holds them (OR-Tools issue 591).
    private readonly IncumbentCallback onIncumbent;
    private readonly BoundCallback onBound;
    private readonly Lock gate = new();
    private bool over;

    public NativeSolve(uint id, SolveOptions options, CpModelProto model, Action<FrameKind, byte[]> send)
    {
        Id = id;
        this.options = options;
        this.model = model;
        onIncumbent = new IncumbentCallback(id, model.Variables.Count, send);
        onBound = new BoundCallback(id, send);
    }

    public uint Id { get; }

    public CpSolverResponse Run()
    {
        wrapper.SetStringParameters(Parameters(options));
        wrapper.AddSolutionCallback(onIncumbent);
        wrapper.AddBestBoundCallbackFromClass(onBound);
        var response = wrapper.Solve(model);
        lock (gate)
        {
            over = true;
        }

        wrapper.ClearSolutionCallback(onIncumbent);
        GC.KeepAlive(onIncumbent);
        GC.KeepAlive(onBound);
        return response;
    }

    /// <summary>A stop before or during presolve can be lost (OR-Tools issue 3621), so it is repeated until the end.</summary>
    public void RequestStop() =>
        new Thread(StopUntilOver) { IsBackground = true, Name = "stop" }.Start();

    public void Dispose()
    {
        onIncumbent.Dispose();
        onBound.Dispose();
        wrapper.Dispose();
    }

    private void StopUntilOver()
    {
        while (true)
        {
            lock (gate)
            {
                if (over)
                {
                    return;
                }

                wrapper.StopSearch();
            }

            Thread.Sleep(StopPeriod);
        }
    }

    /// <summary>Text form of SatParameters. The number of workers is always said: the default takes every core.</summary>
    private static string Parameters(SolveOptions options)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"num_workers:{Math.Max(1, options.Workers)} random_seed:{options.Seed}");
        if (options.WallSeconds is { } wall)
        {
            text.Append(CultureInfo.InvariantCulture, $" max_time_in_seconds:{wall:F6}");
        }

        if (options.DeterministicTime is { } deterministic)
        {
            text.Append(CultureInfo.InvariantCulture, $" max_deterministic_time:{deterministic:F6}");
        }

        return text.ToString();
    }

    /// <summary>Only queues the values: a slow callback would serialise the search (OR-Tools issue 1588).</summary>
    private sealed class IncumbentCallback(uint id, int variables, Action<FrameKind, byte[]> send) : SolutionCallback
    {
        public override void OnSolutionCallback()
        {
            var values = new long[variables];
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = SolutionIntegerValue(i);
            }

            send(FrameKind.Incumbent, Messages.WriteIncumbent(new IncumbentMessage(id, ObjectiveValue(), BestObjectiveBound(), values)));
        }
    }

    private sealed class BoundCallback(uint id, Action<FrameKind, byte[]> send) : BestBoundCallback
    {
        public override void NewBestBound(double bound) => send(FrameKind.Bound, Messages.WriteBound(id, bound));
    }
}
