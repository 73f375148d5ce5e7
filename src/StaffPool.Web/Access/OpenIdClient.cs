using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace StaffPool.Web.Access;

/// <summary>
/// Talks to an OpenID Connect provider: authorization code with PKCE, and a token whose signature, issuer, audience, dates and
/// nonce are checked.
/// </summary>
public sealed class OpenIdClient(OpenIdProvider provider)
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    // It renews what it keeps by itself, and at once where a key is unknown.
    private readonly ConfigurationManager<OpenIdConnectConfiguration> discovery = new(
        provider.Issuer.OriginalString.TrimEnd('/') + "/.well-known/openid-configuration",
        new OpenIdConnectConfigurationRetriever(),
        // Plain HTTP on this machine alone: a provider of tests.
        new HttpDocumentRetriever(Http) { RequireHttps = !provider.Issuer.IsLoopback });

    public OpenIdProvider Provider { get; } = provider;

    /// <summary>Where to send the browser.</summary>
    /// <param name="asked">What is kept until it comes back.</param>
    /// <param name="callback">Where it comes back.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="OpenIdException">The provider does not answer.</exception>
    public async Task<string> AddressAsync(OpenIdRequest asked, Uri callback, CancellationToken stop) => new OpenIdConnectMessage
    {
        IssuerAddress = (await DiscoverAsync(stop)).AuthorizationEndpoint,
        ClientId = Provider.ClientId,
        RedirectUri = callback.AbsoluteUri,
        ResponseType = OpenIdConnectResponseType.Code,
        Scope = Provider.Scopes,
        State = asked.State,
        Nonce = asked.Nonce,
        AcrValues = Provider.AcrValues,
        Parameters = { ["code_challenge"] = asked.Challenge, ["code_challenge_method"] = "S256" },
    }.CreateAuthenticationRequestUrl();

    /// <summary>Who came back with a code.</summary>
    /// <exception cref="OpenIdException">The provider does not answer, or its answer cannot be trusted.</exception>
    public async Task<ExternalIdentity> IdentifyAsync(OpenIdRequest asked, string code, Uri callback, CancellationToken stop)
    {
        try
        {
            var configuration = await DiscoverAsync(stop);
            var tokens = await ExchangeAsync(configuration, asked, code, callback, stop);
            var token = await ValidateAsync(configuration, tokens.IdToken, asked.Nonce);
            // Some providers tell more to who asks than in the token.
            var more = await UserInfoAsync(configuration, tokens.AccessToken, token.Subject, stop);
            string? Said(string claim) =>
                token.TryGetPayloadValue<object>(claim, out var value) && value is not null ? value.ToString()
                : more.TryGetValue(claim, out var element) ? element.ToString() : null;

            return new ExternalIdentity(
                token.Subject,
                string.Equals(Said("email_verified"), "true", StringComparison.OrdinalIgnoreCase) ? Said("email") : null,
                Said("name") ?? string.Join(' ', new[] { Said("given_name"), Said("family_name") }.OfType<string>()));
        }
        catch (Exception failure) when (failure is HttpRequestException or JsonException or IOException or InvalidOperationException or TaskCanceledException
            && !stop.IsCancellationRequested)
        {
            throw new OpenIdException("open-id.unreachable", failure);
        }
    }

    private async Task<OpenIdConnectConfiguration> DiscoverAsync(CancellationToken stop)
    {
        try
        {
            return await discovery.GetConfigurationAsync(stop);
        }
        catch (InvalidOperationException failure)
        {
            throw new OpenIdException("open-id.unreachable", failure);
        }
    }

    private async Task<(string IdToken, string AccessToken)> ExchangeAsync(
        OpenIdConnectConfiguration configuration, OpenIdRequest asked, string code, Uri callback, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, configuration.TokenEndpoint);
        request.Content = new FormUrlEncodedContent(new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["grant_type"] = "authorization_code",
            ["code"] = code,
            ["redirect_uri"] = callback.AbsoluteUri,
            ["code_verifier"] = asked.Verifier,
        });
        // RFC 6749, 2.3.1: both are encoded as in a form before they are joined.
        var secret = $"{Uri.EscapeDataString(Provider.ClientId)}:{Uri.EscapeDataString(Provider.ClientSecret)}";
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)));
        using var response = await Http.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode)
        {
            throw new OpenIdException("open-id.refused");
        }

        var answer = new OpenIdConnectMessage(await response.Content.ReadAsStringAsync(stop));
        return answer is { IdToken: { } id, AccessToken: { } access } ? (id, access) : throw new OpenIdException("open-id.untrusted");
    }

    private async Task<JsonWebToken> ValidateAsync(OpenIdConnectConfiguration configuration, string idToken, string nonce)
    {
        var result = await new JsonWebTokenHandler { MapInboundClaims = false }.ValidateTokenAsync(idToken, new TokenValidationParameters
        {
            ValidIssuer = configuration.Issuer,
            ValidAudience = Provider.ClientId,
            IssuerSigningKeys = configuration.SigningKeys,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ClockSkew = TimeSpan.FromMinutes(1),
        });
        if (!result.IsValid)
        {
            // A key that was changed since is there the next time.
            discovery.RequestRefresh();
            throw new OpenIdException("open-id.untrusted", result.Exception);
        }

        var token = (JsonWebToken)result.SecurityToken;
        var isOurs = token.TryGetPayloadValue<string>("nonce", out var said) && said == nonce
            && !string.IsNullOrEmpty(token.Subject)
            && (!token.TryGetPayloadValue<string>("azp", out var party) || party == Provider.ClientId);
        return isOurs ? token : throw new OpenIdException("open-id.untrusted");
    }

    private static async Task<Dictionary<string, JsonElement>> UserInfoAsync(
        OpenIdConnectConfiguration configuration, string accessToken, string subject, CancellationToken stop)
    {
        if (string.IsNullOrEmpty(configuration.UserInfoEndpoint))
        {
            return [];
        }

        using var request = new HttpRequestMessage(HttpMethod.Get, configuration.UserInfoEndpoint);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", accessToken);
        using var response = await Http.SendAsync(request, stop);
        if (!response.IsSuccessStatusCode || response.Content.Headers.ContentType?.MediaType != "application/json")
        {
            return [];
        }

        var said = await response.Content.ReadFromJsonAsync<Dictionary<string, JsonElement>>(stop) ?? [];
        // Of somebody else: it says nothing of ours.
        return said.TryGetValue("sub", out var who) && who.ToString() == subject ? said : throw new OpenIdException("open-id.untrusted");
    }
}

/// <param name="Subject">What the provider calls them, for ever.</param>
/// <param name="VerifiedEmail">Address that the provider has verified, or null.</param>
/// <param name="Name">As the provider calls them; may be empty.</param>
public sealed record ExternalIdentity(string Subject, string? VerifiedEmail, string Name);

/// <summary>Signing in with another service did not work; the key is that of the sentence that says why.</summary>
public sealed class OpenIdException(string key, Exception? cause = null) : Exception(key, cause)
{
    public string Key { get; } = key;
}
