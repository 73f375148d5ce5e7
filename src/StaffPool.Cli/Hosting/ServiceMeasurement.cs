using System.Data.Common;
using Spectre.Console;
using StaffPool.Cli.Hosting.Bench;
using StaffPool.Cli.Terminals;
using StaffPool.Data.Operations;

namespace StaffPool.Cli.Hosting;

/// <summary>Measures on processes of the service, until it is done or interrupted; what cannot be measured is said.</summary>
internal sealed class ServiceMeasurement(Terminal terminal, CliTexts texts)
{
    /// <returns>Exit code: that of the measurement, or why there is none.</returns>
    public async Task<int> RunAsync(Func<CancellationToken, Task<int>> measure)
    {
        using var stop = new StopRequests(() => { }, Environment.Exit);
        try
        {
            return await measure(stop.Token);
        }
        catch (ServiceBenchException cannot)
        {
            terminal.Messages.WriteLine(texts[cannot.Key, [.. cannot.Arguments]]);
            return ExitCode.EngineUnavailable;
        }
        catch (Exception unusable) when (unusable is DbException or DatabaseException)
        {
            terminal.Messages.WriteLine(texts["database.unusable", unusable.Message]);
            return ExitCode.EngineUnavailable;
        }
        catch (OperationCanceledException) when (stop.Token.IsCancellationRequested)
        {
            terminal.Messages.WriteLine(texts["bench.stopped"]);
            return ExitCode.Stopped;
        }
    }
}
