using Microsoft.Extensions.Hosting;
using StaffPool.Jobs.Execution;

namespace StaffPool.Web.Hosting;

/// <summary>Starts the worker of runs once their table is there.</summary>
internal sealed class WorkerWhenReady(Readiness readiness, RunWorker worker) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await worker.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        await worker.StartAsync(stoppingToken);
    }
}
