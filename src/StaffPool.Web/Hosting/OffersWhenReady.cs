using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Application.Replacements;
using StaffPool.Jobs.Replacements;

namespace StaffPool.Web.Hosting;

/// <summary>Moves offers on once their tables are there; like webhooks on each process that serves pages, for they share the letters.</summary>
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
    /// <summary>What moves offers on by itself, in the name of the service.</summary>
    public static void AddOfferRounds(this IServiceCollection services)
    {
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<OfferRounds>(
            provider, ActivatorUtilities.CreateInstance<AdvanceOffers>(provider, RunServices.AsService(provider))));
        services.AddHostedService<OffersWhenReady>();
    }
}
