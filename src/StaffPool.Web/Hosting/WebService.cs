using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Web.Access;
using StaffPool.Web.Api;
using StaffPool.Web.Pages;
using StaffPool.Web.Pages.Timetables;

namespace StaffPool.Web.Hosting;

/// <summary>The service as one process: the pages, and what they need to run.</summary>
public static class WebService
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    /// <summary>
    /// Puts the service together. Once started it answers at once: 503 until its database is there and up to date, then its
    /// pages.
    /// </summary>
    public static WebApplication Build(WebServiceOptions options)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { EnvironmentName = "Production", ApplicationName = typeof(WebService).Assembly.GetName().Name });
        builder.WebHost.UseKestrelCore().UseUrls(options.Url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        ServiceLog.Configure(builder.Logging, options.LogsJson);
        // A use case that nobody can put together is found at the start, not by a user.
        builder.WebHost.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (true, true));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Database);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddTelemetry(options.Telemetry, "web");
        builder.Services.AddReadiness();
        builder.Services.AddUseCases();
        builder.Services.AddPlanner();
        builder.Services.AddRuns(options);
        builder.Services.AddSignIn(options);
        builder.Services.AddWebhooks(options.Webhooks);
        builder.Services.AddApi(options.Api);
        builder.Services.AddOffers();
        builder.Services.AddPages();
        builder.Services.ReadKeysWhenNeeded();
        options.Replace?.Invoke(builder.Services);
        var app = builder.Build();
        Pipe(app, options);
        return app;
    }

    private static void Pipe(WebApplication app, WebServiceOptions options)
    {
        app.UseForwardedHeaders(ProxiesOf(options));
        app.UseTelemetry();
        app.UseRequestLog();
        app.UseSecurityHeaders();
        app.UseRequestLocalization(new RequestLocalizationOptions
        {
            DefaultRequestCulture = new RequestCulture(French), SupportedCultures = [French], SupportedUICultures = [French], RequestCultureProviders = [],
        });
        app.UseAssets();
        app.UseReadiness();
        app.UseExceptionHandler("/erreur/500");
        app.UseStatusCodePagesWithReExecute("/erreur/{0}");
        app.UseApiGate();
        app.UseRouting();
        app.UseApi();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseSecondFactorWhereRequired();
        app.UseAuthorization();
        app.MapApi();
        app.MapRazorPages();
        app.MapCalendarFeed();
    }

    // Anybody else could say that they are whoever they like.
    private static ForwardedHeadersOptions ProxiesOf(WebServiceOptions options)
    {
        var believed = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto };
        foreach (var network in options.Proxies)
        {
            believed.KnownIPNetworks.Add(network);
        }

        return believed;
    }
}
