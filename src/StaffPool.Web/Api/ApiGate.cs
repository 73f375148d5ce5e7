using System.Data.Common;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;
using StaffPool.Web.Access;

namespace StaffPool.Web.Api;

/// <summary>
/// What every request of the API goes through: its language, the rate limits, its token; and whatever goes wrong comes out
/// as a problem, never as a page and never with a trace. The cookie of a browser opens nothing here, so that no other site
/// can make one act.
/// </summary>
internal sealed partial class ApiGate(RequestDelegate next, ApiLimiter limiter, ApiLimits limits, ILogger<ApiGate> log)
{
    private const string Scheme = "Bearer ";

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");
    private static readonly TimeSpan DatabasePause = TimeSpan.FromSeconds(2);

    public static string? TokenOf(HttpRequest request) =>
        request.Headers.Authorization is [{ } header] && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? header[Scheme.Length..].Trim() : null;

    public async Task InvokeAsync(HttpContext context)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = LanguageOf(context.Request);
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limits.MostBytes;
        }

        try
        {
            limiter.CountAddress(context);
            await AdmitAsync(context);
            await next(context);
            if (context.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null })
            {
                await SayAsync(context, context.Response.StatusCode, [ApiTexts.Blocking(KeyOf(context.Response.StatusCode))]);
            }
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Nobody is there to hear.
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            await AnswerAsync(context, failure);
        }
    }

    private static async Task AdmitAsync(HttpContext context)
    {
        if (ApiRoutes.IsPublic(context.Request.Path))
        {
            return;
        }

        var services = context.RequestServices;
        var user = TokenOf(context.Request) is { } token ? await services.GetRequiredService<ApiTokens>().FindAsync(token, context.RequestAborted) : null;
        if (user is null)
        {
            throw new ApiRequestException(StatusCodes.Status401Unauthorized, [ApiTexts.Blocking("api.token")]);
        }

        services.GetRequiredService<ApiLimiter>().CountToken(user.TokenId);
        // A grouping that the token is not for looks like one that is not there.
        if (ApiRoutes.GroupingOf(context.Request.Path) is { } grouping && grouping != user.Limits.GroupingId)
        {
            throw new ApiRequestException(StatusCodes.Status404NotFound, [ApiTexts.Blocking(KeyOf(StatusCodes.Status404NotFound))]);
        }

        services.GetRequiredService<WebUser>().Token = user;
    }

    private async Task AnswerAsync(HttpContext context, Exception failure)
    {
        switch (failure)
        {
            case RefusedException refused:
                await SayAsync(context, ApiProblem.StatusOf(refused, context.Request), refused.Reasons);
                break;
            case ApiRequestException refused:
                await SayAsync(context, refused.Status, refused.Reasons, refused.RetryAfter);
                break;
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                await SayAsync(context, StatusCodes.Status413PayloadTooLarge, [ApiTexts.Blocking("api.too-large", limits.MostBytes)]);
                break;
            case BadHttpRequestException bad:
                await SayAsync(context, bad.StatusCode, [ApiTexts.Blocking(KeyOf(bad.StatusCode))]);
                break;
            case var gone when IsDatabaseAway(gone):
                LogAway(log, gone.Message);
                await SayAsync(context, StatusCodes.Status503ServiceUnavailable, [ApiTexts.Blocking("api.database")], DatabasePause);
                break;
            default:
                LogFault(log, failure, context.Request.Method, context.Request.Path);
                await SayAsync(context, StatusCodes.Status500InternalServerError, [ApiTexts.Blocking("api.fault")]);
                break;
        }
    }

    private static Task SayAsync(HttpContext context, int status, IReadOnlyList<Violation> reasons, TimeSpan? retryAfter = null) =>
        ApiProblem.Of(ApiRoutes.Statuses.Contains(status) ? status : StatusCodes.Status400BadRequest, reasons).WriteAsync(context, retryAfter);

    private static string KeyOf(int status) => status switch
    {
        StatusCodes.Status404NotFound => "api.no-address",
        StatusCodes.Status405MethodNotAllowed => "api.method",
        StatusCodes.Status415UnsupportedMediaType => "api.content-type",
        _ => "api.unreadable",
    };

    private static CultureInfo LanguageOf(HttpRequest request) =>
        request.GetTypedHeaders().AcceptLanguage
            .OrderByDescending(l => l.Quality ?? 1)
            .Select(l => l.Value.ToString())
            .Select(l => l.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : l.StartsWith("fr", StringComparison.OrdinalIgnoreCase) ? French : null)
            .FirstOrDefault(l => l is not null) ?? French;

    private static bool IsDatabaseAway(Exception failure) =>
        failure is DbException { IsTransient: true } or TimeoutException || (failure.InnerException is { } inner && IsDatabaseAway(inner));

    [LoggerMessage(1, LogLevel.Error, "The database does not answer the API: {Reason}")]
    private static partial void LogAway(ILogger log, string reason);

    [LoggerMessage(2, LogLevel.Error, "{Method} {Path} failed.")]
    private static partial void LogFault(ILogger log, Exception failure, string method, string path);
}
