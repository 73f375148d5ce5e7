using StaffPool.Application.UseCases;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>
/// Executes one run, whoever brings it: takes it, gives signs of life while it is computed, saves what it gave. What may
/// pass is tried again later; what cannot be done ends it with the reason.
/// </summary>
/// <param name="work">As the service itself.</param>
/// <param name="executions">One for each kind.</param>
/// <param name="timing">How long to wait.</param>
/// <param name="clock">For the waits.</param>
public sealed class RunExecutor(Work work, IEnumerable<IRunExecution> executions, RunTiming timing, TimeProvider clock)
{
    // What was computed is worth keeping over a restart of the database.
    private static readonly TimeSpan[] SaveDelays = [.. new[] { 0.5, 1, 2, 4, 8, 8 }.Select(TimeSpan.FromSeconds)];

    private readonly Dictionary<RunKind, IRunExecution> byKind =
        executions.SelectMany(e => e.Kinds.Select(k => (k, e))).ToDictionary(p => p.k, p => p.e);

    /// <summary>Nothing where the run has ended, must wait, or is another worker's.</summary>
    /// <exception cref="OperationCanceledException">The worker was told to stop: the run waits for another.</exception>
    /// <exception cref="Exception">The computation failed in a way that the program does not know; the row tells the user.</exception>
    public async Task RunAsync(RunAddress run, CancellationToken stop)
    {
        var execution = byKind[run.Kind];
        if (await RunLease.TakeAsync(work, execution, run, timing, stop) is not { } lease)
        {
            return;
        }

        using var followed = RunSignals.Follow(run);
        using var cancelled = new CancellationTokenSource();
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(stop);
        using var over = new CancellationTokenSource();
        var held = new HeldRun(run, lease.Request, cancelled.Token, stopped.Token);
        var signs = GiveSignsAsync(lease, held, cancelled, stopped, over.Token);
        try
        {
            await ComputeAsync(execution, lease, held, stop);
        }
        catch (LeaseLostException)
        {
            // Whoever took it over does the work.
        }
        finally
        {
            await over.CancelAsync();
            await signs;
        }
    }

    private async Task ComputeAsync(IRunExecution execution, RunLease lease, HeldRun held, CancellationToken stop)
    {
        try
        {
            var save = await execution.ComputeAsync(held);
            held.Stop.ThrowIfCancellationRequested();
            await EndAsync(lease, held.Cancelled.IsCancellationRequested ? RunStatus.Cancelled : RunStatus.Done, async (scope, row) =>
            {
                await save(scope, row);
                row.Progress = held.Progress?.Written() ?? row.Progress;
            });
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            await lease.LetGoAsync(CancellationToken.None);
            throw;
        }
        catch (OperationCanceledException) when (held.Stop.IsCancellationRequested)
        {
            throw new LeaseLostException();
        }
        catch (OperationCanceledException) when (held.Cancelled.IsCancellationRequested)
        {
            await EndAsync(lease, RunStatus.Cancelled, (_, _) => Task.CompletedTask);
        }
        catch (Exception failure) when (RunFailures.IsFinal(failure))
        {
            await EndAsync(lease, RunStatus.Failed, (_, row) => Note(row, RunFailures.ReasonOf(failure)));
        }
        catch (Exception failure) when (failure is not LeaseLostException)
        {
            await lease.PostponeAsync(
                RunFailures.ReasonOf(failure), failure is LettersLeftException ? timing.MailDelays : timing.RetryDelays, CancellationToken.None);
            throw;
        }
    }

    private async Task EndAsync(RunLease lease, RunStatus status, Func<WorkScope, RunRow, Task> save)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await lease.EndAsync(status, save, CancellationToken.None);
                return;
            }
            catch (Exception failure) when (failure is not LeaseLostException && !RunFailures.IsFinal(failure) && attempt < SaveDelays.Length)
            {
                await Task.Delay(SaveDelays[attempt], clock);
            }
        }
    }

    // A database that is away does not end the work: nobody else can take the run meanwhile either.
    private async Task GiveSignsAsync(
        RunLease lease, HeldRun held, CancellationTokenSource cancelled, CancellationTokenSource stopped, CancellationToken over)
    {
        while (!over.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(timing.Beat, clock, over);
                if (await lease.TellAsync(held.Progress, over))
                {
                    await cancelled.CancelAsync();
                }
            }
            catch (LeaseLostException)
            {
                await stopped.CancelAsync();
                return;
            }
            catch (Exception) when (!over.IsCancellationRequested)
            {
                // Told with the next sign.
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private static Task Note(RunRow row, string reason)
    {
        row.Failure = reason;
        return Task.CompletedTask;
    }
}
