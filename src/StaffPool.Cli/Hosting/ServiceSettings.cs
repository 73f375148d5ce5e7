using System.Globalization;
using System.Net;
using System.Net.Sockets;
using StaffPool.Application.Webhooks;
using StaffPool.Web.Access;
using StaffPool.Web.Api;
using StaffPool.Web.Replacements;

namespace StaffPool.Cli.Hosting;

/// <summary>What the service is told by the environment, where secrets belong: docs/guide/installation.md lists it all.</summary>
internal static class ServiceSettings
{
    /// <returns>Null where none is set.</returns>
    /// <exception cref="FormatException">It is not complete; the message names the variable.</exception>
    public static MailSettings? Mail() => Said("STAFFPOOL_SMTP") is { } text
        ? MailSettings.Of(text) ?? throw new FormatException("STAFFPOOL_SMTP")
        : null;

    /// <inheritdoc cref="Mail"/>
    public static SmsSettings? Sms() => Said("STAFFPOOL_SMS") is { } text
        ? Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? new SmsSettings(address, Said("STAFFPOOL_SMS_TOKEN"))
            : throw new FormatException("STAFFPOOL_SMS")
        : null;

    /// <inheritdoc cref="Mail"/>
    public static OpenIdProvider? OpenId()
    {
        if (Said("STAFFPOOL_OIDC_ISSUER") is not { } issuer)
        {
            return null;
        }

        var provider = new OpenIdProvider(
            Uri.TryCreate(issuer, UriKind.Absolute, out var address) ? address : throw new FormatException("STAFFPOOL_OIDC_ISSUER"),
            Said("STAFFPOOL_OIDC_CLIENT_ID") ?? throw new FormatException("STAFFPOOL_OIDC_CLIENT_ID"),
            Said("STAFFPOOL_OIDC_CLIENT_SECRET") ?? throw new FormatException("STAFFPOOL_OIDC_CLIENT_SECRET"),
            Said("STAFFPOOL_OIDC_NAME") ?? "OpenID Connect");
        return provider with
        {
            Scopes = Said("STAFFPOOL_OIDC_SCOPES") ?? provider.Scopes,
            AcrValues = Said("STAFFPOOL_OIDC_ACR"),
            IsStrong = Said("STAFFPOOL_OIDC_STRONG") == "true",
        };
    }

    /// <summary>How much programs may ask of the API.</summary>
    /// <exception cref="FormatException">It is no number of requests; the message names the variable.</exception>
    public static ApiLimits Api()
    {
        var usual = new ApiLimits();
        return new ApiLimits(Number("STAFFPOOL_API_TOKEN_RATE", usual.PerTokenPerMinute), Number("STAFFPOOL_API_ADDRESS_RATE", usual.PerAddressPerMinute), usual.MostBytes);
    }

    /// <summary>Where webhooks may go.</summary>
    public static WebhookRules Webhooks() => new(MayStayInside: Said("STAFFPOOL_WEBHOOKS_INSIDE") == "true");

    private static int Number(string variable, int usual) => Said(variable) is not { } text ? usual
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number
        : throw new FormatException(variable);

    /// <summary>Proxies that are believed: addresses or networks, parted by commas.</summary>
    /// <inheritdoc cref="Mail"/>
    public static IReadOnlyList<IPNetwork> Proxies() =>
        [.. (Said("STAFFPOOL_PROXIES") ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(NetworkOf)];

    /// <summary>Collector of OpenTelemetry, by the name that every program knows.</summary>
    /// <inheritdoc cref="Mail"/>
    public static Uri? Telemetry() => Said("OTEL_EXPORTER_OTLP_ENDPOINT") is not { } text
        ? null
        : Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https")
            ? address
            : throw new FormatException("OTEL_EXPORTER_OTLP_ENDPOINT");

    private static IPNetwork NetworkOf(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
            : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
            : throw new FormatException("STAFFPOOL_PROXIES");

    private static string? Said(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text && text.Trim().Length > 0 ? text.Trim() : null;
}
