using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Web.Api.OpenApi;

namespace StaffPool.Web.Api;

/// <summary>The whole API: every use case of the application at an address. A module is one file.</summary>
internal static class ApiRoutes
{
    public const string Root = Prefix + "/groupings";
    private const string Prefix = "/api/v1";
    private const string Document = "openapi.json";

    /// <summary>Statuses with which a request can be refused: each has its sentence <c>api.status.…</c>.</summary>
    public static readonly IReadOnlyList<int> Statuses = [400, 401, 403, 404, 405, 409, 412, 413, 415, 422, 428, 429, 500, 503];

    public static IReadOnlyList<ApiEndpoint> All { get; } =
    [
        .. AccessApi.Endpoints,
        .. CostsApi.Endpoints,
        .. GovernanceApi.Endpoints,
        .. InterchangeApi.Endpoints,
        .. MembersApi.Endpoints,
        .. NeedsApi.Endpoints,
        .. PlanningApi.Endpoints,
        .. RecordsApi.Endpoints,
        .. ReplacementsApi.Endpoints,
        .. RostersApi.Endpoints,
        .. RunsApi.Endpoints,
        .. TimetablesApi.Endpoints,
        .. WebhooksApi.Endpoints,
        .. WorkforceApi.Endpoints,
    ];

    public static bool IsPublic(PathString path) => path == $"{Prefix}/{Document}";

    /// <summary>The grouping that a request is about; null where its address names none.</summary>
    public static Guid? GroupingOf(PathString path) =>
        path.StartsWithSegments(Root, StringComparison.OrdinalIgnoreCase, out var rest) && Guid.TryParse(rest.Value!.TrimStart('/').Split('/')[0], out var id) ? id : null;

    public static void AddApi(this IServiceCollection services, ApiLimits limits)
    {
        services.AddSingleton(limits);
        services.AddSingleton<ApiLimiter>();
        services.AddSingleton<ApiTokens>();
        services.AddSingleton<KeptAnswers>();
        services.AddScoped<OnceOnly>();
    }

    /// <summary>Before routing, so that what leads nowhere is answered as the rest.</summary>
    public static void UseApiGate(this IApplicationBuilder app) =>
        app.UseWhen(IsHere, api => api.UseMiddleware<ApiGate>());

    /// <summary>After routing: what follows is for pages, and knows of cookies alone. The gate has let the caller in already.</summary>
    public static void UseApi(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (!IsHere(context))
        {
            return next(context);
        }

        if (context.GetEndpoint()?.RequestDelegate is { } answer)
        {
            return answer(context);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    });

    public static void MapApi(this IEndpointRouteBuilder app)
    {
        foreach (var endpoint in All)
        {
            app.MapMethods($"{Root}/{{groupingId:guid}}/{endpoint.Path}", [endpoint.Verb], context => ApiCall.RunAsync(context, endpoint));
        }

        app.MapGet($"{Prefix}/{Document}", context =>
        {
            context.Response.ContentType = "application/json";
            return context.Response.WriteAsync(OpenApiDocument.Written, context.RequestAborted);
        });
    }

    private static bool IsHere(HttpContext context) => context.Request.Path.StartsWithSegments(Prefix, StringComparison.OrdinalIgnoreCase);
}
