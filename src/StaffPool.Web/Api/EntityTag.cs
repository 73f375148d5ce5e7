using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace StaffPool.Web.Api;

/// <summary>
/// The tag of an answer: the version of the row where there is one, a stop, and the hash of what is answered. The hash
/// says whether a reader has it already; the version is what a write sends back in <c>If-Match</c>, alone or as the whole
/// tag.
/// </summary>
internal static class EntityTag
{
    private const int HashLetters = 16;

    public static string Of(ReadOnlySpan<byte> body, int? version)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(body))[..HashLetters];
        return version is { } known ? string.Create(CultureInfo.InvariantCulture, $"\"{known}.{hash}\"") : $"\"{hash}\"";
    }

    public static bool IsKnown(HttpRequest request, string tag) =>
        request.Headers.IfNoneMatch.SelectMany(Split).Any(known => known == tag || known == "*" || known == "W/" + tag);

    /// <returns>The version as it was written; null where there is none.</returns>
    /// <exception cref="ApiRequestException">It is missing or cannot be read.</exception>
    public static string VersionAskedOf(HttpRequest request) => request.Headers.IfMatch switch
    {
        { Count: 0 } => throw new ApiRequestException(StatusCodes.Status428PreconditionRequired, [ApiTexts.Blocking("api.if-match-required")]),
        [['"', .. var tag, '"']] when int.TryParse(tag.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out _) => tag.Split('.')[0],
        var other => throw new ApiRequestException(StatusCodes.Status400BadRequest, [ApiTexts.Blocking("api.if-match", other.ToString())]),
    };

    private static IEnumerable<string> Split(string? tags) => new StringValues(tags).ToString().Split(',').Select(t => t.Trim());
}
