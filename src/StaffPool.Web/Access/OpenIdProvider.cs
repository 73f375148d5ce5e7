namespace StaffPool.Web.Access;

/// <summary>An OpenID Connect provider that the service was started with, for example Pro Santé Connect.</summary>
/// <param name="Issuer">Its address, as its tokens say it.</param>
/// <param name="ClientId">What it calls this service.</param>
/// <param name="ClientSecret">The secret that it gave.</param>
/// <param name="Name">On the button.</param>
/// <param name="Scopes">What is asked for, <c>openid</c> among them.</param>
/// <param name="AcrValues">Strength of sign-in that is asked for (<c>eidas1</c> at Pro Santé Connect), or null.</param>
/// <param name="IsStrong">Whether it proves two factors itself: ours is then not asked for.</param>
public sealed record OpenIdProvider(
    Uri Issuer, string ClientId, string ClientSecret, string Name, string Scopes = "openid email profile", string? AcrValues = null, bool IsStrong = false);
