using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;

namespace StaffPool.Web.Hosting;

/// <summary>Traces and figures of one process, sent to a collector by OTLP over HTTP: those of the framework and ours.</summary>
public sealed class Telemetry : IHostedService, IDisposable
{
    // What the framework says of a request holds its address, and ours hold one-time tokens and codes of groupings.
    private static readonly string[] Kept =
        ["http.request.method", "http.response.status_code", "http.route", "url.scheme", "error.type", "network.protocol.version"];

    private readonly TracerProvider traces;
    private readonly MeterProvider figures;

    /// <param name="collector">Its base address, for example <c>http://collector:4318</c>.</param>
    /// <param name="role">What the process is: web, worker.</param>
    public Telemetry(Uri collector, string role)
    {
        var resource = ResourceBuilder.CreateDefault().AddService($"staffpool-{role}", serviceVersion: typeof(Telemetry).Assembly.GetName().Version?.ToString());
        traces = Sdk.CreateTracerProviderBuilder()
            .SetResourceBuilder(resource)
            .AddSource("Microsoft.AspNetCore", UseCaseSignals.SourceName, RunSignals.SourceName)
            .AddProcessor(new NoAddresses())
            .AddOtlpExporter(o => Send(o, collector, "v1/traces"))
            .Build();
        figures = Sdk.CreateMeterProviderBuilder()
            .SetResourceBuilder(resource)
            .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", UseCaseSignals.SourceName, RunSignals.SourceName)
            .AddOtlpExporter(o => Send(o, collector, "v1/metrics"))
            .Build();
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Sends what is left.</summary>
    public Task StopAsync(CancellationToken cancellationToken)
    {
        Flush();
        return Task.CompletedTask;
    }

    public void Flush()
    {
        traces.ForceFlush((int)TimeSpan.FromSeconds(5).TotalMilliseconds);
        figures.ForceFlush((int)TimeSpan.FromSeconds(5).TotalMilliseconds);
    }

    public void Dispose()
    {
        traces.Dispose();
        figures.Dispose();
    }

    private static void Send(OtlpExporterOptions options, Uri collector, string path) =>
        (options.Protocol, options.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri(collector.AbsoluteUri.TrimEnd('/') + "/" + path));

    private sealed class NoAddresses : BaseProcessor<Activity>
    {
        public override void OnEnd(Activity data)
        {
            if (data.Source.Name != "Microsoft.AspNetCore")
            {
                return;
            }

            foreach (var tag in data.TagObjects.Select(t => t.Key).Except(Kept, StringComparer.Ordinal).ToList())
            {
                data.SetTag(tag, null);
            }

            data.DisplayName = $"{data.GetTagItem("http.request.method")} {data.GetTagItem("http.route")}".Trim();
        }
    }
}

internal static class TelemetryServices
{
    /// <summary>Nothing where no collector is set.</summary>
    public static void AddTelemetry(this IServiceCollection services, Uri? collector, string role)
    {
        if (collector is not null)
        {
            // Made at once: what starts before it is listened to is not told.
            services.AddSingleton(new Telemetry(collector, role));
            services.AddHostedService(provider => provider.GetRequiredService<Telemetry>());
        }
    }

    /// <summary>Says of each request what may be told: the template of its address, for an address holds tokens.</summary>
    public static void UseTelemetry(this IApplicationBuilder app)
    {
        if (app.ApplicationServices.GetService<Telemetry>() is null)
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            var request = Activity.Current;
            try
            {
                await next(context);
            }
            finally
            {
                request?.SetTag("http.request.method", context.Request.Method)
                    .SetTag("http.response.status_code", context.Response.StatusCode)
                    .SetTag("http.route", ServiceLog.TemplateOf(context));
            }
        });
    }
}
