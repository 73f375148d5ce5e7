using System.Diagnostics;
using System.Text;
using StaffPool.Engines.Protocol;

namespace StaffPool.Solver.Engines;

/// <summary>How a solve in a host ended: with the bytes of a CpSolverResponse, with a failure, or (both null) killed after a stop.</summary>
internal sealed record HostOutcome(byte[]? Response, EngineFailure? Failure);

/// <summary>
/// One child process, used for one solve at a time. Reading only ends when the child answers or its
/// standard output closes; every limit is therefore enforced by killing it (see <see cref="WatchAsync"/>).
/// </summary>
internal sealed class EngineHost : IAsyncDisposable
{
    private const int StandardErrorKept = 4000;
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan EndLimit = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan WatchPeriod = TimeSpan.FromMilliseconds(100);

    private readonly Process process;
    private readonly EnginePoolOptions options;
    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly StringBuilder standardError = new();
    private EngineFailure? killedFor;
    private bool killedAfterStop;
    private uint lastId;

    private EngineHost(HostLaunch launch, Process process, EnginePoolOptions options)
    {
        Launch = launch;
        this.process = process;
        this.options = options;
        process.ErrorDataReceived += (_, line) => KeepError(line.Data);
        process.BeginErrorReadLine();
    }

    public HostLaunch Launch { get; }

    public ReadyMessage Ready { get; private set; } = null!;

    /// <summary>Resident bytes when last looked at.</summary>
    public long MemoryBytes { get; private set; }

    public bool IsUsable => !process.HasExited && killedFor is null && !killedAfterStop;

    public int ProcessId => process.Id;

    /// <exception cref="EngineUnavailableException">The program does not start or does not report ready.</exception>
    public static async Task<EngineHost> StartAsync(HostLaunch launch, EnginePoolOptions options)
    {
        var start = new ProcessStartInfo(launch.Program, launch.Arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        start.Environment.Remove("NODE_OPTIONS"); // meant for other programs
        EngineHost host;
        try
        {
            host = new EngineHost(launch, Process.Start(start)!, options);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            throw new EngineUnavailableException(EngineUnavailableKind.DoesNotStart, $"{launch.Program}: {exception.Message}", exception);
        }

        try
        {
            var frame = await FrameStream.ReadAsync(host.Output, CancellationToken.None).WaitAsync(StartLimit);
            host.Ready = frame is { Kind: FrameKind.Ready } ready
                ? Messages.ReadReady(ready.Payload.Span)
                : throw new InvalidDataException("It did not report ready.");
            return host;
        }
        catch (Exception exception) when (exception is InvalidDataException or TimeoutException or IOException)
        {
            var wasKilled = await host.WasKilledAsync();
            await host.DisposeAsync();
            throw new EngineUnavailableException(EngineUnavailableKind.DoesNotStart, $"{launch.Host}: {exception.Message} {host.StandardError}".TrimEnd(), exception)
            {
                WasKilled = wasKilled,
            };
        }
    }

    /// <summary>Solves one model; never throws for what the child does. Messages go to <paramref name="onFrame"/>.</summary>
    public async Task<HostOutcome> SolveAsync(SolveRequest request, SolveOptions solve, byte[] model, Action<Frame> onFrame, CancellationToken stop)
    {
        var id = ++lastId;
        using var done = new CancellationTokenSource();
        var watch = WatchAsync(id, request.Limits.WallTime, stop, done.Token);
        try
        {
            await WriteAsync(FrameKind.Solve, Messages.WriteSolve(id, solve, model));
            return await ReadOutcomeAsync(id, onFrame);
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or ObjectDisposedException)
        {
            return Ended(new EngineFailure(process.HasExited ? EngineFailureKind.Crashed : EngineFailureKind.Protocol, exception.Message));
        }
        finally
        {
            await done.CancelAsync();
            await watch;
            SampleMemory();
        }
    }

    public void Kill()
    {
        try
        {
            process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has already ended.
        }
    }

    public async ValueTask DisposeAsync()
    {
        Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        writing.Dispose();
    }

    /// <summary>Whether the child ended by a signal (128 and its number) or, on Windows, by a fault (below zero).</summary>
    private async Task<bool> WasKilledAsync()
    {
        // Its standard output closes a little before it is seen to have ended.
        using var limit = new CancellationTokenSource(EndLimit);
        await process.WaitForExitAsync(limit.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return process.HasExited && process.ExitCode is < 0 or > 128;
    }

    private Stream Output => process.StandardOutput.BaseStream;

    private string StandardError
    {
        get
        {
            lock (standardError)
            {
                return standardError.ToString().Trim();
            }
        }
    }

    private async Task<HostOutcome> ReadOutcomeAsync(uint id, Action<Frame> onFrame)
    {
        while (await FrameStream.ReadAsync(Output, CancellationToken.None) is { } frame)
        {
            switch (frame.Kind)
            {
                case FrameKind.Final when Messages.ReadId(frame.Payload.Span) == id:
                    return new HostOutcome(Messages.ReadBytes(frame.Payload.Span).Content, null);
                case FrameKind.Error:
                    return new HostOutcome(null, ToFailure(Messages.ReadError(frame.Payload.Span).Message));
                case FrameKind.Incumbent or FrameKind.Bound:
                    if (Messages.ReadId(frame.Payload.Span) == id)
                    {
                        onFrame(frame);
                    }

                    break;
                default:
                    throw new InvalidDataException($"Unexpected frame {frame.Kind}.");
            }
        }

        // Its standard output closed: the process is ending, and its exit code tells how.
        await process.WaitForExitAsync();
        var outOfMemory = StandardError.Contains("out of memory", StringComparison.OrdinalIgnoreCase);
        return Ended(new EngineFailure(
            outOfMemory ? EngineFailureKind.OutOfMemory : EngineFailureKind.Crashed,
            FormattableString.Invariant($"The engine host ended with code {process.ExitCode}. {StandardError}")));
    }

    /// <summary>When we killed the child, the reason is ours and not what the broken pipe looks like.</summary>
    private HostOutcome Ended(EngineFailure seen)
    {
        Kill();
        return new HostOutcome(null, killedAfterStop ? null : killedFor ?? seen);
    }

    private static EngineFailure ToFailure(ErrorMessage error) => new(
        error.Code switch
        {
            "not_linear" => EngineFailureKind.NotLinear,
            "wrong_answer" => EngineFailureKind.WrongAnswer,
            "out_of_memory" => EngineFailureKind.OutOfMemory,
            "crashed" => EngineFailureKind.Crashed,
            _ => EngineFailureKind.Protocol,
        },
        error.Text);

    private async Task WatchAsync(uint id, TimeSpan? wallTime, CancellationToken stop, CancellationToken done)
    {
        var clock = Stopwatch.StartNew();
        var deadline = wallTime + TimeSpan.FromSeconds(2) + (wallTime * 0.2);
        TimeSpan? stoppedAt = null;
        while (true)
        {
            using var wake = CancellationTokenSource.CreateLinkedTokenSource(done, stoppedAt is null ? stop : CancellationToken.None);
            await Task.Delay(WatchPeriod, wake.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (done.IsCancellationRequested)
            {
                return;
            }

            if (stoppedAt is null && stop.IsCancellationRequested)
            {
                stoppedAt = clock.Elapsed;
                _ = RequestStopAsync(id); // not awaited: a child that does not read must not hold up this watch
            }

            SampleMemory();
            if (MemoryBytes > options.MemoryLimitBytes)
            {
                killedFor = new EngineFailure(EngineFailureKind.OutOfMemory, FormattableString.Invariant($"{MemoryBytes / 1_000_000} MB, above the limit of {options.MemoryLimitBytes / 1_000_000} MB."));
            }
            else if (clock.Elapsed - stoppedAt > options.StopGrace)
            {
                killedAfterStop = true;
            }
            else if (clock.Elapsed > deadline)
            {
                killedFor = new EngineFailure(EngineFailureKind.TimedOut, FormattableString.Invariant($"No answer {clock.Elapsed.TotalSeconds:F1} s after the start, for a limit of {wallTime!.Value.TotalSeconds:F1} s."));
            }

            if (!IsUsable)
            {
                Kill();
                return;
            }
        }
    }

    private async Task RequestStopAsync(uint id)
    {
        try
        {
            await WriteAsync(FrameKind.Stop, Messages.WriteId(id));
        }
        catch (Exception exception) when (exception is IOException or ObjectDisposedException)
        {
            // The child is gone: the reader sees it and says so.
        }
    }

    private async Task WriteAsync(FrameKind kind, byte[] payload)
    {
        await writing.WaitAsync();
        try
        {
            await FrameStream.WriteAsync(process.StandardInput.BaseStream, kind, payload, CancellationToken.None);
        }
        finally
        {
            writing.Release();
        }
    }

    private void SampleMemory()
    {
        try
        {
            process.Refresh();
            MemoryBytes = process.WorkingSet64;
        }
        catch (InvalidOperationException)
        {
            // It has ended; the last sample stays.
        }
    }

    private void KeepError(string? line)
    {
        lock (standardError)
        {
            standardError.AppendLine(line);
            if (standardError.Length > StandardErrorKept)
            {
                standardError.Remove(0, standardError.Length - StandardErrorKept);
            }
        }
    }
}
