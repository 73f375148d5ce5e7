using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Application.Replacements;
using StaffPool.Jobs.Replacements;
using StaffPool.Web.Replacements;

namespace StaffPool.Web.Hosting;

/// <summary>Moves offers on once their tables are there, from pages and workers alike: they take turns on each grouping.</summary>
internal sealed class OffersWhenReady(Readiness readiness, OfferRounds rounds) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await readiness.WaitAsync(stoppingToken);
        await rounds.RunAsync(stoppingToken);
    }
}

internal static class OfferServices
{
    /// <summary>What writes to the people whom an offer asks, and moves offers on by itself in the name of the service.</summary>
    public static void AddOffers(this IServiceCollection services)
    {
        services.AddSingleton<PoolLoader>();
        services.AddSingleton<OfferWaves>();
        services.AddSingleton<OfferPost>();
        services.AddSingleton<ISms, SmsWebhook>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OfferRounds>(
            provider, ActivatorUtilities.CreateInstance<AdvanceOffers>(provider, RunServices.AsService(provider))));
        services.AddHostedService<OffersWhenReady>();
    }
}
