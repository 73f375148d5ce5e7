using StaffPool.Application.Runs;

namespace StaffPool.Jobs.Execution;

/// <summary>
/// What brings runs to execution: an engine of jobs behind the port of the application. It may lose everything: the rows
/// that wait are announced again. Every one of them keeps the same contract, which tests hold.
/// </summary>
public interface IJobEngine : IRunDispatcher, IAsyncDisposable
{
    /// <param name="executes">Whether this process executes runs too; otherwise it announces them alone.</param>
    /// <param name="stop">Gives up.</param>
    Task StartAsync(bool executes, CancellationToken stop);

    /// <summary>Takes no run any more, and lets go of those under way: another worker takes them at once.</summary>
    /// <param name="stop">Waits no longer for them.</param>
    Task StopAsync(CancellationToken stop);
}

/// <summary>Lines that runs wait in: a search of an hour never keeps a run of a second waiting.</summary>
public enum RunLine
{
    /// <summary>What takes seconds.</summary>
    Quick,

    /// <summary>What takes all cores for minutes: one at a time in each process.</summary>
    Solver,
}
