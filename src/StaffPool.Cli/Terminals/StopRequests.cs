using System.Runtime.InteropServices;

namespace StaffPool.Cli.Terminals;

/// <summary>
/// Ctrl-C and SIGTERM: the first asks the search to stop and keep its best plan, the second leaves at once.
/// </summary>
internal sealed class StopRequests : IDisposable
{
    private readonly CancellationTokenSource source = new();
    private readonly PosixSignalRegistration[] registrations;
    private readonly Action onFirst;
    private readonly Action<int> leave;
    private int received;

    /// <param name="onFirst">Tells the user that the stop is under way.</param>
    /// <param name="leave">Ends the process with an exit code.</param>
    public StopRequests(Action onFirst, Action<int> leave)
    {
        this.onFirst = onFirst;
        this.leave = leave;
        registrations =
        [
            PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle),
            PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle),
        ];
    }

    public CancellationToken Token => source.Token;

    public void Dispose()
    {
        foreach (var registration in registrations)
        {
            registration.Dispose();
        }

        source.Dispose();
    }

    internal void Receive()
    {
        if (Interlocked.Increment(ref received) > 1)
        {
            leave(ExitCode.Stopped);
            return;
        }

        onFirst();
        source.Cancel();
    }

    private void Handle(PosixSignalContext context)
    {
        // The process ends by itself once the plan is shown.
        context.Cancel = true;
        Receive();
    }
}
