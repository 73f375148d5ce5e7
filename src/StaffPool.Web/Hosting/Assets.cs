using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace StaffPool.Web.Hosting;

/// <summary>
/// Styles and scripts, from inside the assembly. Their address changes with their content, so that a browser keeps them
/// for ever and never an old one.
/// </summary>
public static class Assets
{
    private const string Prefix = "assets/";

    private static readonly Dictionary<string, byte[]> Files = typeof(Assets).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
        .ToDictionary(name => name[Prefix.Length..], Read, StringComparer.Ordinal);

    private static readonly Dictionary<string, string> Addresses = Files.ToDictionary(
        f => f.Key, f => $"/{Prefix}{f.Key}?v={Convert.ToHexStringLower(SHA256.HashData(f.Value))[..12]}", StringComparer.Ordinal);

    /// <summary>Where a browser gets it, for example <c>Assets.AddressOf("service.css")</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none of the name: a fault of the program.</exception>
    public static string AddressOf(string name) => Addresses[name];

    internal static void UseAssets(this IApplicationBuilder app) => app.Map($"/{Prefix.TrimEnd('/')}", assets => assets.Run(async context =>
    {
        var name = context.Request.Path.Value!.TrimStart('/');
        if (!Files.TryGetValue(name, out var file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        };
        context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        await context.Response.Body.WriteAsync(file, context.RequestAborted);
    }));

    private static byte[] Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
