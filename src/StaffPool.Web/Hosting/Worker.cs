using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Jobs.Execution;

namespace StaffPool.Web.Hosting;

/// <summary>Starts what brings runs to execution once their table is there; told to stop, lets go of those under way.</summary>
internal sealed partial class Worker(
    WebServiceOptions options, Readiness readiness, IJobEngine engine, RunRounds rounds, TimeProvider clock, ILogger<Worker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        while (!await StartAsync(engine, stoppingToken))
        {
            await Task.Delay(Pause, clock, stoppingToken);
        }

        if (options.Executes)
        {
            await rounds.RunAsync(stoppingToken);
        }
    }

    // The database may be away again by now.
    private async Task<bool> StartAsync(IJobEngine started, CancellationToken stop)
    {
        try
        {
            await started.StartAsync(options.Executes, stop);
            return true;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogNotStarted(log, failure);
            return false;
        }
    }

    [LoggerMessage(LogLevel.Error, "What executes runs does not start; tried again.")]
    private static partial void LogNotStarted(ILogger log, Exception failure);
}
