using Microsoft.Extensions.Hosting;
using StaffPool.Jobs.Webhooks;

namespace StaffPool.Web.Hosting;

/// <summary>Starts the deliveries of webhooks once their table is there.</summary>
internal sealed class WebhooksWhenReady(Readiness readiness, WebhookLoop loop) : BackgroundService
{
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await loop.StopAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        await loop.StartAsync(stoppingToken);
    }
}
