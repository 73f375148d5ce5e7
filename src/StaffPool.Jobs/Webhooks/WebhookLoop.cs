using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Webhooks;

namespace StaffPool.Jobs.Webhooks;

/// <summary>Sends what waits, every few seconds, on each node: the leases of the rows share the work.</summary>
public sealed partial class WebhookLoop(DeliverWebhooks deliver, TimeProvider clock, ILogger<WebhookLoop> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ForgetEvery = TimeSpan.FromHours(6);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        var forgotten = DateTimeOffset.MinValue;
        do
        {
            try
            {
                await deliver.RunAsync(stoppingToken);
                if (clock.GetUtcNow() - forgotten > ForgetEvery)
                {
                    await deliver.ForgetAsync(stoppingToken);
                    forgotten = clock.GetUtcNow();
                }
            }
            catch (Exception fault) when (fault is not OperationCanceledException || !stoppingToken.IsCancellationRequested)
            {
                // The database is away for a moment: what waits is still there at the next round.
                RoundFailed(fault);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(1, LogLevel.Warning, "Webhooks could not be delivered; tried again in a moment.")]
    private partial void RoundFailed(Exception fault);
}
