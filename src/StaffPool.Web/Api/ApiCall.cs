using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;
using StaffPool.Application.Access;
using StaffPool.Application.UseCases;
using StaffPool.Web.Access;

namespace StaffPool.Web.Api;

/// <summary>One request of the API: reads it, calls its use case, answers.</summary>
internal static class ApiCall
{
    private const string KeyHeader = "Idempotency-Key";
    private const int LongestKey = 200;
    private const int MostLooks = 10;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);

    public static async Task RunAsync(HttpContext context, ApiEndpoint endpoint)
    {
        var services = context.RequestServices;
        var groupingId = Guid.Parse((string)context.GetRouteValue("groupingId")!, CultureInfo.InvariantCulture);
        if (endpoint.MostBytes is { } most && context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = most;
        }

        // Asked first: a list is not read for a query that makes no sense.
        var list = endpoint.Item is { } item
            ? ListQuery.Of(context.Request.Query, item, [.. endpoint.Request.Parts.Where(p => p.Source == PartSource.Query).Select(p => p.Name)])
            : null;
        var repeated = endpoint.IsWrite ? await RepeatedOfAsync(context) : null;
        var once = services.GetRequiredService<OnceOnly>();
        (once.Asked, once.Answer) = (repeated, result => endpoint.Result.IsInstanceOfType(result) ? ApiAnswer.Of(endpoint, result, context, list).Kept : null);
        var request = await endpoint.Request.ReadAsync(context);
        var useCase = services.GetRequiredService(endpoint.UseCase);
        if (endpoint.IsStream)
        {
            await EventStream.TellAsync(context, () => endpoint.Call(useCase, groupingId, request, context.RequestAborted));
            return;
        }

        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var result = await endpoint.Call(useCase, groupingId, request, context.RequestAborted);
                await AnswerAsync(context, ApiAnswer.Of(endpoint, result, context, list), groupingId, repeated);
                return;
            }
            catch (DoneBeforeException done) when (done is { IsSame: true, Kept: null } && attempt < MostLooks)
            {
                // It was done a moment ago: its answer is on the way.
                await Task.Delay(LookAgain, context.RequestAborted);
            }
            catch (DoneBeforeException done)
            {
                await RepeatAsync(context, done);
                return;
            }
        }
    }

    private static async Task AnswerAsync(HttpContext context, ApiAnswer answer, Guid groupingId, RepeatedRequest? repeated)
    {
        if (repeated is not null && context.RequestServices.GetRequiredService<OnceOnly>().Noted != answer.Kept)
        {
            // The write is done: its answer is kept even for a caller that has gone.
            await context.RequestServices.GetRequiredService<KeptAnswers>().KeepAsync(
                groupingId, repeated, answer.Kept, CancellationToken.None);
        }

        await answer.WriteAsync(context);
    }

    private static Task RepeatAsync(HttpContext context, DoneBeforeException done)
    {
        if (!done.IsSame)
        {
            throw new ApiRequestException(StatusCodes.Status422UnprocessableEntity, [ApiTexts.Blocking("api.key.other-request")]);
        }

        if (done.Kept is not { } kept)
        {
            throw new ApiRequestException(StatusCodes.Status409Conflict, [ApiTexts.Blocking("api.key.no-answer")]) { RetryAfter = TimeSpan.FromSeconds(1) };
        }

        context.Response.Headers["Idempotency-Replayed"] = "true";
        return new ApiAnswer(kept.Status, kept.Answer is null ? null : Encoding.UTF8.GetBytes(kept.Answer), kept.Location, null).WriteAsync(context);
    }

    private static async Task<RepeatedRequest?> RepeatedOfAsync(HttpContext context)
    {
        var request = context.Request;
        var keys = request.Headers[KeyHeader];
        if (StringValues.IsNullOrEmpty(keys))
        {
            return null;
        }

        if (keys is not [{ Length: <= LongestKey } key] || key.Any(c => c is < '!' or > '~'))
        {
            throw new ApiRequestException(StatusCodes.Status400BadRequest, [ApiTexts.Blocking("api.key.unreadable", LongestKey)]);
        }

        request.EnableBuffering();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Method} {request.Path}{request.QueryString}\n{request.Headers.IfMatch}\n"));
        var buffer = new byte[16 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            hash.AppendData(buffer, 0, read);
        }

        request.Body.Position = 0;
        return new RepeatedRequest(
            context.RequestServices.GetRequiredService<WebUser>().Token!.TokenId, key, Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}

/// <param name="Status">HTTP status.</param>
/// <param name="Body">Null for none.</param>
/// <param name="Location">Where to go on, or null.</param>
/// <param name="Tag">Of what was read, or null.</param>
/// <param name="File">Type and name of a file; null for JSON.</param>
internal sealed record ApiAnswer(int Status, byte[]? Body, string? Location, string? Tag, (string Type, string Name)? File = null)
{
    /// <summary>As it is kept for a request that may come again.</summary>
    public KeptAnswer Kept => new(Status, Location, Body is null ? null : Encoding.UTF8.GetString(Body));

    public static ApiAnswer Of(ApiEndpoint endpoint, object? result, HttpContext context, ListQuery? list)
    {
        var shown = result switch
        {
            Guid id => new Added(id),
            int count => new Counted(count),
            _ => result,
        };
        if (shown is Nothing or null)
        {
            return new ApiAnswer(StatusCodes.Status204NoContent, null, null, null);
        }

        if (shown is byte[] content)
        {
            return new ApiAnswer(StatusCodes.Status200OK, content, null, EntityTag.Of(content, null), endpoint.FileOf(content));
        }

        var json = JsonSerializer.SerializeToNode(shown, endpoint.Item is null ? shown.GetType() : endpoint.Result, ApiJson.Options)!;
        var body = JsonSerializer.SerializeToUtf8Bytes(list is null ? json : list.Apply((JsonArray)json, context), ApiJson.Options);
        var version = (json as JsonObject)?["version"]?.GetValue<int>();
        if (endpoint.Location is not { } location)
        {
            return new ApiAnswer(StatusCodes.Status200OK, body, null, endpoint.IsWrite ? null : EntityTag.Of(body, version));
        }

        var address = $"{context.Request.PathBase}{ApiRoutes.Root}/{context.GetRouteValue("groupingId")}/{location.Replace("{id}", (string?)json["id"], StringComparison.Ordinal)}";
        return new ApiAnswer(endpoint.IsLong ? StatusCodes.Status202Accepted : StatusCodes.Status201Created, body, address, null);
    }

    public async Task WriteAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = "private, no-cache";
        headers.Vary = "Accept-Language, Authorization";
        headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        headers.Location = Location;
        headers.ETag = Tag;
        if (Tag is not null && EntityTag.IsKnown(context.Request, Tag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.StatusCode = Status;
        if (Body is null)
        {
            return;
        }

        context.Response.ContentType = File?.Type ?? "application/json";
        headers.ContentDisposition = File is { } file ? $"attachment; filename=\"{file.Name}\"" : default(StringValues);
        context.Response.ContentLength = Body.Length;
        await context.Response.Body.WriteAsync(Body, context.RequestAborted);
    }
}

/// <param name="Count">How many were made.</param>
internal sealed record Counted(int Count);
