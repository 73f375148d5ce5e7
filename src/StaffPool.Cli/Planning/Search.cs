using Spectre.Console;
using StaffPool.Application.Planning;
using StaffPool.Cli.Terminals;
using StaffPool.Solver.Engines;

namespace StaffPool.Cli.Planning;

/// <summary>Runs a search with its progress on the terminal, and turns what can end it into a message and an exit code.</summary>
internal sealed class Search(Terminal terminal, CliTexts texts)
{
    /// <param name="search">Told when to stop; keeps what it has then.</param>
    /// <param name="quiet">No progress.</param>
    /// <param name="nothing">Key of what to say where it was stopped before it had anything.</param>
    /// <returns>What was found, or the exit code once the reason is on the terminal.</returns>
    public async Task<(T? Found, int ExitCode)> RunAsync<T>(
        Func<LiveProgress, CancellationToken, Task<T>> search, bool quiet, string nothing = "summary.stopped-empty")
        where T : class
    {
        try
        {
            return (await WatchAsync(search, quiet), ExitCode.Success);
        }
        catch (ContradictoryPinsException e)
        {
            terminal.Messages.WriteLine(texts["input.pins"]);
            new CheckerReport(terminal.Messages, texts).Write(e.Violations, allWarnings: true);
            terminal.Messages.WriteLine(texts["input.pins.advice"]);
            return (null, ExitCode.InvalidInput);
        }
        catch (EngineUnavailableException e)
        {
            terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}", e.Detail]);
            terminal.Messages.WriteLine(texts[$"engine.unavailable.{e.Kind}.advice"]);
            return (null, ExitCode.EngineUnavailable);
        }
        catch (OperationCanceledException)
        {
            terminal.Messages.WriteLine(texts[nothing]);
            return (null, ExitCode.Stopped);
        }
    }

    private async Task<T> WatchAsync<T>(Func<LiveProgress, CancellationToken, Task<T>> search, bool quiet)
    {
        var progress = new LiveProgress(terminal, texts);
        using var stop = new StopRequests(progress.SayStopping, Leave);
        // On another thread: what the planner does before it first waits must not hold up the progress.
        var running = Task.Run(() => search(progress, stop.Token));
        if (!quiet)
        {
            await progress.ShowUntilAsync(running);
        }

        return await running;
    }

    private void Leave(int exitCode)
    {
        // The shell's prompt goes below what stands of the progress.
        terminal.Messages.WriteLine();
        Environment.Exit(exitCode);
    }
}
