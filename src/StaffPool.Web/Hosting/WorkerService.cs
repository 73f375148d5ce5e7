using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StaffPool.Application.Access;
using StaffPool.Web.Access;

namespace StaffPool.Web.Hosting;

/// <summary>A worker as one process: it executes runs, strikes the clock, delivers webhooks and moves offers on, and has no pages.</summary>
public static class WorkerService
{
    /// <summary>Once started it waits for its database and brings it up to date, then works until it is told to stop.</summary>
    public static IHost Build(WebServiceOptions options)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Production", ApplicationName = typeof(WorkerService).Assembly.GetName().Name });
        ServiceLog.Configure(builder.Logging, options.LogsJson);
        builder.Services.Configure<ConsoleLifetimeOptions>(console => console.SuppressStatusMessages = true);
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(options.Database);
        builder.Services.AddSingleton(options.Clock);
        builder.Services.AddTelemetry(options.Telemetry, "worker");
        builder.Services.AddReadiness();
        builder.Services.AddGroupings();
        builder.Services.AddPlanner();
        builder.Services.AddSingleton<IMail, ServiceMail>();
        builder.Services.AddSingleton<IServiceAddress, ServiceAddress>();
        builder.Services.AddRuns(options);
        builder.Services.AddWebhooks(options.Webhooks);
        builder.Services.AddOffers();
        options.Replace?.Invoke(builder.Services);
        return builder.Build();
    }
}
