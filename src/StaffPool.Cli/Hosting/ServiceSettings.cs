using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Spectre.Console;
using StaffPool.Application.Runs;
using StaffPool.Application.Webhooks;
using StaffPool.Cli.Terminals;
using StaffPool.Jobs.Execution;
using StaffPool.Web.Access;
using StaffPool.Web.Api;
using StaffPool.Web.Hosting;
using StaffPool.Web.Replacements;

namespace StaffPool.Cli.Hosting;

/// <summary>What the service is told by the environment, where secrets belong: docs/guide/installation.md lists it all.</summary>
internal static class ServiceSettings
{
    private const int MostDays = 36_500;

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

    /// <summary>What brings runs to execution.</summary>
    /// <exception cref="FormatException">There is no such engine; the message names the variable.</exception>
    public static string Jobs() => Said("STAFFPOOL_JOBS") is not { } name ? JobEngines.Quartz
        : JobEngines.All.Contains(name, StringComparer.Ordinal) ? name
        : throw new FormatException("STAFFPOOL_JOBS");

    /// <summary>Options made of the settings, or why there are none.</summary>
    /// <returns>The options; or null and the exit code, once the reason is on the terminal.</returns>
    public static (WebServiceOptions? Read, int ExitCode) Read(Terminal terminal, CliTexts texts, Func<WebServiceOptions> read)
    {
        try
        {
            return (read(), ExitCode.Success);
        }
        catch (FormatException missing)
        {
            terminal.Messages.WriteLine(texts["serve.setting", missing.Message]);
            return (null, ExitCode.Usage);
        }
        catch (JobEngineMissingException missing)
        {
            terminal.Messages.WriteLine(texts["serve.no-jobs", missing.Name, JobEngines.HangfireBuildCommand]);
            return (null, ExitCode.EngineUnavailable);
        }
    }

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

    /// <summary>Numbers that the clock goes by.</summary>
    /// <exception cref="FormatException">One cannot be read; the message names the variable.</exception>
    public static ClockSettings Clock()
    {
        var usual = new ClockSettings();
        return usual with
        {
            ReminderDays = Days("STAFFPOOL_REMINDER_DAYS") ?? usual.ReminderDays,
            ExpiryDays = Days("STAFFPOOL_EXPIRY_DAYS") ?? usual.ExpiryDays,
            RosterDays = Days("STAFFPOOL_ROSTER_DAYS")?[0] ?? usual.RosterDays,
            KeepAccessDays = Days("STAFFPOOL_KEEP_ACCESS_DAYS")?[0] ?? usual.KeepAccessDays,
            KeepRunDays = Days("STAFFPOOL_KEEP_RUN_DAYS")?[0] ?? usual.KeepRunDays,
        };
    }

    // 14,7,1
    private static IReadOnlyList<int>? Days(string variable) => Said(variable) is { } text
        ? [.. text.Split(',').Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days <= MostDays
            ? days
            : throw new FormatException(variable))]
        : null;
}
