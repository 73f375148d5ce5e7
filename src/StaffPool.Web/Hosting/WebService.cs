using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Web.Access;
using StaffPool.Web.Api;
using StaffPool.Web.Pages;

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
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true).SetMinimumLevel(LogLevel.Warning);
        builder.Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What it warns of (a page that is not to be kept) is what we want.
        builder.Logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // That the keys are not encrypted in the database is decided: docs/decisions/0008-web.md.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
        // A use case that nobody can put together is found at the start, not by a user.
        builder.WebHost.UseDefaultServiceProvider(services => (services.ValidateOnBuild, services.ValidateScopes) = (true, true));
        builder.Services.AddRouting();
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Database);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddReadiness();
        builder.Services.AddUseCases();
        builder.Services.AddPlanner();
        builder.Services.AddRuns(options);
        builder.Services.AddSignIn(options);
        builder.Services.AddWebhooks(options.Webhooks);
        builder.Services.AddApi(options.Api);
        builder.Services.AddPages();
        builder.Services.ReadKeysWhenNeeded();
        options.Replace?.Invoke(builder.Services);
        var app = builder.Build();
        Pipe(app);
        return app;
    }

    private static void Pipe(WebApplication app)
    {
        // Only a proxy on the same machine is believed.
        app.UseForwardedHeaders(new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto });
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
    }
}
