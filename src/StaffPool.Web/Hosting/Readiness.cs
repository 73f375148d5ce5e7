using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StaffPool.Data;

namespace StaffPool.Web.Hosting;

/// <summary>
/// Whether the service can answer: its database is reachable and has the tables of this version, which it brings there
/// itself as soon as it starts.
/// </summary>
public sealed partial class Readiness(ServiceDatabase database, TimeProvider clock, ILogger<Readiness> log) : BackgroundService
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool IsReady => ready.Task.IsCompletedSuccessfully;

    /// <summary>Waits for the first moment that it is ready.</summary>
    public Task WaitAsync(CancellationToken stop) => ready.Task.WaitAsync(stop);

    /// <summary>Whether the database answers now.</summary>
    public async Task<bool> AnswersAsync(CancellationToken stop)
    {
        if (!IsReady)
        {
            return false;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        try
        {
            await using var db = database.NewContext();
            return await db.Users.Select(u => u.Id).Take(1).CountAsync(patience.Token) >= 0;
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            LogUnreachable(log, failure.Message);
            return false;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // The web server listens meanwhile.
        await Task.Yield();
        while (!IsReady)
        {
            try
            {
                await database.MigrateAsync(stoppingToken);
                ready.SetResult();
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                LogUnreachable(log, failure.Message);
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
    }

    [LoggerMessage(LogLevel.Error, "The database does not answer: {Reason}")]
    private static partial void LogUnreachable(ILogger log, string reason);
}

internal static class ReadinessServices
{
    private const string RetrySeconds = "2";

    public static void AddReadiness(this IServiceCollection services)
    {
        services.AddSingleton<Readiness>();
        services.AddHostedService(provider => provider.GetRequiredService<Readiness>());
    }

    /// <summary>
    /// <c>/health</c> says that the process lives, <c>/health/ready</c> that its database answers; 503 for everything else
    /// until it does for the first time.
    /// </summary>
    public static void UseReadiness(this IApplicationBuilder app)
    {
        var readiness = app.ApplicationServices.GetRequiredService<Readiness>();
        app.Use(async (context, next) =>
        {
            if (context.Request.Path == "/health")
            {
                await SayAsync(context, StatusCodes.Status200OK, "alive");
            }
            else if (context.Request.Path == "/health/ready")
            {
                var answers = await readiness.AnswersAsync(context.RequestAborted);
                await SayAsync(context, answers ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable, answers ? "ready" : "not ready");
            }
            else if (!readiness.IsReady)
            {
                context.Response.Headers.RetryAfter = RetrySeconds;
                context.Response.Headers["Refresh"] = RetrySeconds;
                await SayAsync(context, StatusCodes.Status503ServiceUnavailable, "Le service démarre. Cette page se recharge d’elle-même.");
            }
            else
            {
                await next(context);
            }
        });
    }

    private static Task SayAsync(HttpContext context, int status, string text)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        return context.Response.WriteAsync(text);
    }
}
