using System.Globalization;
using StaffPool.Application.Runs;
using StaffPool.Web.Access;
using StaffPool.Web.Hosting;

namespace StaffPool.Cli.Hosting;

/// <summary>What the service is told by the environment, where secrets belong: docs/guide/installation.md lists it all.</summary>
internal static class ServiceSettings
{
    private const int MostDays = 36_500;

    /// <summary>The options, with what the environment says.</summary>
    /// <exception cref="FormatException">A variable cannot be read, or lacks another; the message names it.</exception>
    public static WebServiceOptions Said(WebServiceOptions options) => options with
    {
        Mail = Mail(),
        OpenId = OpenId(),
        ClockSettings = Clock(options.ClockSettings),
    };

    private static ClockSettings Clock(ClockSettings usual) => usual with
    {
        ReminderDays = Days("STAFFPOOL_REMINDER_DAYS") ?? usual.ReminderDays,
        ExpiryDays = Days("STAFFPOOL_EXPIRY_DAYS") ?? usual.ExpiryDays,
        RosterDays = Days("STAFFPOOL_ROSTER_DAYS")?[0] ?? usual.RosterDays,
        KeepAccessDays = Days("STAFFPOOL_KEEP_ACCESS_DAYS")?[0] ?? usual.KeepAccessDays,
        KeepRunDays = Days("STAFFPOOL_KEEP_RUN_DAYS")?[0] ?? usual.KeepRunDays,
    };

    // 14,7,1
    private static IReadOnlyList<int>? Days(string variable) => Said(variable) is { } text
        ? [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays
            ? days
            : throw new FormatException(variable))]
        : null;

    private static MailSettings? Mail() => Said("STAFFPOOL_SMTP") is { } text
        ? MailSettings.Of(text) ?? throw new FormatException("STAFFPOOL_SMTP")
        : null;

    private static OpenIdProvider? OpenId()
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

    private static string? Said(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { } text && text.Trim().Length > 0 ? text.Trim() : null;
}
