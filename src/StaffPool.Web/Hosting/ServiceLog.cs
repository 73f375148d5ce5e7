using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace StaffPool.Web.Hosting;

/// <summary>What the service says to its operator: on the standard error, without a name, an address of a person or a secret.</summary>
public static partial class ServiceLog
{
    private const string Requests = "StaffPool.Requests";

    /// <param name="logging">Of any process of the service.</param>
    /// <param name="isJson">Whether a program reads it.</param>
    public static void Configure(ILoggingBuilder logging, bool isJson)
    {
        if (isJson)
        {
            logging.AddJsonConsole(json => (json.UseUtcTimestamp, json.TimestampFormat, json.IncludeScopes) = (true, "O", false));
            logging.AddFilter(Requests, LogLevel.Information);
        }
        else
        {
            logging.AddSimpleConsole(console => console.SingleLine = true);
        }

        logging.SetMinimumLevel(LogLevel.Warning);
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        // What it warns of (a page that is not to be kept) is what we want.
        logging.AddFilter("Microsoft.AspNetCore.Antiforgery", LogLevel.Error);
        // That the keys are not encrypted in the database is decided: docs/decisions/0008-web.md.
        logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }

    /// <summary>One line a request: the template of its address, for an address holds tokens.</summary>
    internal static void UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(Requests);
        if (!log.IsEnabled(LogLevel.Information))
        {
            return;
        }

        app.Use(async (context, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(context);
            }
            finally
            {
                Answered(
                    log, context.Request.Method, TemplateOf(context), context.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds,
                    Activity.Current?.TraceId.ToString());
            }
        });
    }

    internal static string? TemplateOf(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint endpoint ? endpoint.RoutePattern.RawText : null;

    [LoggerMessage(1, LogLevel.Information, "{Method} {Route}: {Status} in {Milliseconds} ms ({Trace})")]
    private static partial void Answered(ILogger log, string method, string? route, int status, double milliseconds, string? trace);
}
