using System.Diagnostics;
using Google.OrTools.Sat;
using Google.Protobuf;
using StaffPool.Engines.Protocol;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Engines;

/// <summary>
/// Warm engine hosts. A host is started when a solve finds none idle, and kept; one that died or was
/// killed is replaced at the next solve. Safe for use by several threads.
/// </summary>
public sealed class EnginePool : IAsyncDisposable
{
    private readonly EnginePoolOptions options;
    private readonly SemaphoreSlim slots;
    private readonly Lock gate = new();
    private readonly List<EngineHost> idle = [];
    private readonly List<EngineHost> alive = [];
    private long peakMemoryBytes;
    private volatile bool hasAnswered;
    private bool disposed;
    private bool nativeFails;

    public EnginePool(EnginePoolOptions? options = null)
    {
        this.options = options ?? new EnginePoolOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(this.options.Size, 1, nameof(options));
        slots = new SemaphoreSlim(this.options.Size);
        AppDomain.CurrentDomain.ProcessExit += KillAll;
    }

    /// <summary>Solves at the same time; more wait.</summary>
    public int Size => options.Size;

    /// <summary>Largest sum of the resident bytes of all hosts, sampled ten times a second.</summary>
    public long PeakMemoryBytes => Interlocked.Read(ref peakMemoryBytes);

    /// <summary>
    /// Solves one model. Cancelling <paramref name="stop"/> ends the search and returns the best known,
    /// it does not throw; nor does a host that crashes, see <see cref="SolveAnswer.Failure"/>.
    /// </summary>
    /// <exception cref="EngineUnavailableException">
    /// No host for the engine can be started: one that the system kills at its start is a failure of the solve instead.
    /// </exception>
    /// <exception cref="NotSupportedException">The model has a constraint that no check is written for.</exception>
    public async Task<SolveAnswer> SolveAsync(SolveRequest request, IProgress<SolveProgress>? progress, CancellationToken stop)
    {
        ObjectDisposedException.ThrowIf(disposed, this);
        SolutionCheck.ThrowIfUnsupported(request.Model);
        var clock = Stopwatch.StartNew();
        var best = new BestKnown(request.Model);
        var slot = slots.WaitAsync(stop);
        await slot.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!slot.IsCompletedSuccessfully)
        {
            return Summarise(best, NotStarted(request.Engine), clock.Elapsed, null, null);
        }

        try
        {
            if (stop.IsCancellationRequested || disposed)
            {
                return Summarise(best, NotStarted(request.Engine), clock.Elapsed, null, null);
            }

            EngineHost host;
            try
            {
                host = await AcquireAsync(request.Engine);
            }
            catch (EngineUnavailableException e) when (hasAnswered || e.WasKilled)
            {
                // It ran before, or was about to: a host that is lost costs this solve, not the whole run.
                return Summarise(best, NotStarted(request.Engine), clock.Elapsed, null, new EngineFailure(EngineFailureKind.Crashed, e.Message));
            }

            try
            {
                var answer = await SolveOnAsync(host, request, best, progress, clock, stop);
                hasAnswered = true;
                return answer;
            }
            finally
            {
                await ReleaseAsync(host);
            }
        }
        finally
        {
            slots.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (disposed)
        {
            return;
        }

        disposed = true;
        AppDomain.CurrentDomain.ProcessExit -= KillAll;
        KillAll(this, EventArgs.Empty);
        // Solves under way end at once, their host being gone; with all the slots in hand none is left.
        for (var i = 0; i < Size; i++)
        {
            await slots.WaitAsync();
        }

        foreach (var host in idle)
        {
            await host.DisposeAsync();
        }

        slots.Release(Size);
    }

    /// <summary>Process numbers of the hosts, for tests that kill them.</summary>
    internal IReadOnlyList<int> HostProcessIds
    {
        get
        {
            lock (gate)
            {
                return [.. alive.Select(host => host.ProcessId)];
            }
        }
    }

    private static EngineDescription NotStarted(EngineKind engine) => new(engine, engine.ToString(), "", "", "");

    private static string Key(EngineKind engine) => engine switch
    {
        EngineKind.CpSat => "cp_sat",
        EngineKind.Highs => "highs",
        _ => throw new ArgumentOutOfRangeException(nameof(engine)),
    };

    private static EngineDescription Describe(EngineKind engine, ReadyMessage ready)
    {
        var description = ready.Engines[Key(engine)];
        return new EngineDescription(engine, description.Name, description.Version, ready.Host, ready.Runtime);
    }

    /// <summary>The label follows from what was checked and proved, never from the engine's own word after a stop.</summary>
    private static SolveAnswer Summarise(BestKnown best, EngineDescription engine, TimeSpan elapsed, CpSolverResponse? response, EngineFailure? failure)
    {
        var infeasible = response?.Status == CpSolverStatus.Infeasible;
        if (infeasible && best.Solution is not null)
        {
            infeasible = false;
            failure = new EngineFailure(EngineFailureKind.WrongAnswer, "The engine proved infeasible a model that has a solution.");
        }

        var status = (best.Solution, response?.Status) switch
        {
            (not null, _) => best.IsProvedOptimal ? SolveStatus.Optimal : SolveStatus.Feasible,
            _ when infeasible => SolveStatus.Infeasible,
            (_, CpSolverStatus.ModelInvalid) => SolveStatus.ModelInvalid,
            _ => SolveStatus.Unknown,
        };
        return new SolveAnswer
        {
            Status = status,
            Solution = best.Solution,
            Objective = best.Objective,
            Bound = infeasible ? null : best.Bound,
            Engine = engine,
            Elapsed = elapsed,
            Failure = failure,
            Detail = response is { SolutionInfo.Length: > 0 } ? response.SolutionInfo : null,
        };
    }

    private async Task<SolveAnswer> SolveOnAsync(
        EngineHost host, SolveRequest request, BestKnown best, IProgress<SolveProgress>? progress, Stopwatch clock, CancellationToken stop)
    {
        var limits = request.Limits;
        var solve = new SolveOptions(
            Key(request.Engine), limits.WallTime?.TotalSeconds, limits.DeterministicTime, limits.Nodes, limits.Seed, limits.Workers, best.Maximises);

        void OnFrame(Frame frame)
        {
            switch (frame.Kind)
            {
                case FrameKind.Incumbent:
                    var incumbent = Messages.ReadIncumbent(frame.Payload.Span);
                    best.OfferBound(incumbent.Bound);
                    if (incumbent.Values.Length == 0)
                    {
                        best.Announce(incumbent.Objective);
                    }
                    else
                    {
                        best.Offer(incumbent.Values); // a wrong one is left out here; a wrong final answer is reported
                    }

                    break;
                default:
                    best.OfferBound(Messages.ReadBound(frame.Payload.Span).Bound);
                    break;
            }

            TrackMemory();
            progress?.Report(new SolveProgress(best.BestObjective, best.Bound, best.Solution, clock.Elapsed));
        }

        var outcome = await host.SolveAsync(request, solve, request.Model.ToByteArray(), OnFrame, stop);
        TrackMemory();
        var failure = outcome.Failure;
        CpSolverResponse? response = null;
        if (outcome.Response is not null)
        {
            try
            {
                response = CpSolverResponse.Parser.ParseFrom(outcome.Response);
                failure = Merge(best, response);
            }
            catch (InvalidProtocolBufferException exception)
            {
                failure = new EngineFailure(EngineFailureKind.Protocol, exception.Message);
            }
        }

        return Summarise(best, Describe(request.Engine, host.Ready), clock.Elapsed, response, failure);
    }

    private static EngineFailure? Merge(BestKnown best, CpSolverResponse response)
    {
        // An engine stopped before it knew anything leaves both bounds at zero, which proves nothing.
        var knowsBound = response.Status is CpSolverStatus.Optimal or CpSolverStatus.Feasible
            || (response.Status == CpSolverStatus.Unknown && (response.InnerObjectiveLowerBound != 0 || response.BestObjectiveBound != 0));
        if (knowsBound)
        {
            best.OfferInnerBound(response.InnerObjectiveLowerBound);
        }

        if (response.Status is not (CpSolverStatus.Optimal or CpSolverStatus.Feasible))
        {
            return null;
        }

        return best.Offer([.. response.Solution]) is { } violation
            ? new EngineFailure(EngineFailureKind.WrongAnswer, violation)
            : null;
    }

    private async Task<EngineHost> AcquireAsync(EngineKind engine)
    {
        var launch = EngineCatalog.Choose(engine, options with { UseNative = options.UseNative && !nativeFails });
        EngineHost? found;
        EngineHost[] retired;
        lock (gate)
        {
            found = idle.FindLast(host => host.IsUsable && host.Launch.Program == launch.Program);
            // Room for a new host is made by ending the idle ones of another kind.
            retired = [.. idle.Where(host => !host.IsUsable || (found is null && alive.Count >= Size))];
            idle.RemoveAll(host => host == found || retired.Contains(host));
        }

        foreach (var host in retired)
        {
            await RetireAsync(host);
        }

        if (found is not null)
        {
            return found;
        }

        EngineHost started;
        try
        {
            started = await EngineHost.StartAsync(launch, options);
        }
        catch (EngineUnavailableException) when (launch.Host == "native")
        {
            // Built for another machine, say: the portable host answers the same, more slowly.
            nativeFails = true;
            return await AcquireAsync(engine);
        }

        lock (gate)
        {
            alive.Add(started);
            if (disposed)
            {
                started.Kill();
            }
        }

        return started;
    }

    private async Task ReleaseAsync(EngineHost host)
    {
        // The memory of a WebAssembly never shrinks: a host grown by a large model makes room for a new one.
        if (host.IsUsable && host.MemoryBytes < options.MemoryLimitBytes / 2)
        {
            lock (gate)
            {
                idle.Add(host);
            }
        }
        else
        {
            await RetireAsync(host);
        }
    }

    private async Task RetireAsync(EngineHost host)
    {
        lock (gate)
        {
            alive.Remove(host);
        }

        await host.DisposeAsync();
    }

    private void TrackMemory()
    {
        lock (gate)
        {
            peakMemoryBytes = Math.Max(peakMemoryBytes, alive.Sum(host => host.MemoryBytes));
        }
    }

    private void KillAll(object? sender, EventArgs e)
    {
        lock (gate)
        {
            alive.ForEach(host => host.Kill());
        }
    }
}
