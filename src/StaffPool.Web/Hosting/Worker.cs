using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Jobs.Clock;
using StaffPool.Jobs.Execution;

namespace StaffPool.Web.Hosting;

/// <summary>Starts what brings runs to execution, and the clock, once their tables are there; told to stop, lets go of the runs under way.</summary>
internal sealed partial class Worker(
    WebServiceOptions options, Readiness readiness, IJobEngine engine, RunRounds rounds, ServiceClock strokes, TimeProvider clock, ILogger<Worker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await strokes.DisposeAsync();
        }
        finally
        {
            await engine.StopAsync(cancellationToken);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        await StartAsync(stop => engine.StartAsync(options.Executes, stop), stoppingToken);
        if (options.Executes)
        {
            var looking = rounds.RunAsync(stoppingToken);
            await StartAsync(strokes.StartAsync, stoppingToken);
            await looking;
        }
    }

    // The database may be away again by now.
    private async Task StartAsync(Func<CancellationToken, Task> start, CancellationToken stop)
    {
        while (true)
        {
            try
            {
                await start(stop);
                return;
            }
            catch (Exception failure) when (!stop.IsCancellationRequested)
            {
                LogNotStarted(log, failure);
                await Task.Delay(Pause, clock, stop);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "What executes runs does not start; tried again.")]
    private static partial void LogNotStarted(ILogger log, Exception failure);
}
