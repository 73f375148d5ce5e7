using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using StaffPool.Application.Access;

namespace StaffPool.Web.Access;

/// <summary>What was asked of a provider, until the browser comes back: in a cookie that only this browser holds and only the service can read.</summary>
/// <param name="State">Ties the answer to the browser that asked.</param>
/// <param name="Nonce">Ties the token to the request.</param>
/// <param name="Verifier">Ties the code to the request (RFC 7636).</param>
/// <param name="Back">Where the user was going.</param>
/// <param name="Invitation">Grouping and token of the invitation that is accepted this way, or null.</param>
public sealed record OpenIdRequest(string State, string Nonce, string Verifier, string? Back, string? Invitation)
{
    private const string CookieName = "staffpool.external";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static OpenIdRequest New(string? back, string? invitation) =>
        new(OneTimeToken.New().Token, OneTimeToken.New().Token, OneTimeToken.New().Token, back, invitation);

    public string Challenge => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    public void Keep(HttpContext context, IDataProtectionProvider protection) => context.Response.Cookies.Append(
        CookieName,
        Protector(protection).Protect(JsonSerializer.Serialize(this), Patience),
        new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, MaxAge = Patience, Path = "/connexion" });

    /// <summary>Takes it back, once.</summary>
    /// <returns>Null where this browser asked for nothing, too long ago, or for something else.</returns>
    public static OpenIdRequest? Take(HttpContext context, IDataProtectionProvider protection, string? state)
    {
        var kept = context.Request.Cookies[CookieName];
        context.Response.Cookies.Delete(CookieName, new CookieOptions { Path = "/connexion" });
        try
        {
            var asked = kept is null ? null : JsonSerializer.Deserialize<OpenIdRequest>(Protector(protection).Unprotect(kept));
            return asked is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(asked.State), Encoding.UTF8.GetBytes(state ?? ""))
                ? asked
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static ITimeLimitedDataProtector Protector(IDataProtectionProvider protection) =>
        protection.CreateProtector("StaffPool.OpenId").ToTimeLimitedDataProtector();
}
