using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using StaffPool.Application.UseCases;
using StaffPool.Domain.Rules;

namespace StaffPool.Web.Api;

/// <summary>Why a request was refused (RFC 9457), with every reason at once.</summary>
/// <param name="Type">The kind of refusal, as an identifier: <c>urn:staffpool:problem:422</c>.</param>
/// <param name="Title">The kind of refusal, in words.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Code">Code of the first reason.</param>
/// <param name="Detail">The first reason, in the language of the request.</param>
/// <param name="Reasons">All of them.</param>
internal sealed record ApiProblem(string Type, string Title, int Status, string Code, string Detail, IReadOnlyList<Reason> Reasons)
{
    public const string ContentType = "application/problem+json";

    public static ApiProblem Of(int status, IReadOnlyList<Violation> reasons)
    {
        var title = ApiTexts.Blocking(FormattableString.Invariant($"api.status.{status}"));
        // What was refused without a word is refused by the name of its kind.
        var all = (reasons.Count > 0 ? reasons : [title]).Select(Reason.Of).ToList();
        return new ApiProblem(
            FormattableString.Invariant($"urn:staffpool:problem:{status}"),
            title.Message.In(CultureInfo.CurrentUICulture),
            status,
            all[0].Code,
            all[0].Message,
            all);
    }

    /// <summary>Of a refusal by a use case. A change from an older version is 412 where it was sent with <c>If-Match</c>.</summary>
    public static int StatusOf(RefusedException refused, HttpRequest request) => refused.Refusal switch
    {
        Refusal.NotPermitted => StatusCodes.Status403Forbidden,
        Refusal.NotFound => StatusCodes.Status404NotFound,
        Refusal.OutOfDate when request.Headers.IfMatch.Count > 0 => StatusCodes.Status412PreconditionFailed,
        Refusal.OutOfDate or Refusal.Taken => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    public Task WriteAsync(HttpContext context, TimeSpan? retryAfter = null)
    {
        var headers = context.Response.Headers;
        // What was begun for an answer that did not come.
        headers.Remove("ETag");
        headers.Remove("Location");
        headers.CacheControl = "no-store";
        headers.ContentLanguage = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;
        if (retryAfter is { } wait)
        {
            headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (Status == StatusCodes.Status401Unauthorized)
        {
            headers.WWWAuthenticate = "Bearer";
        }

        context.Response.StatusCode = Status;
        context.Response.ContentType = ContentType;
        return context.Response.Body.WriteAsync(JsonSerializer.SerializeToUtf8Bytes(this, ApiJson.Options), context.RequestAborted).AsTask();
    }
}
