using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Runs;
using StaffPool.Application.Webhooks;
using StaffPool.Data;
using StaffPool.Jobs.Execution;
using StaffPool.Web.Access;
using StaffPool.Web.Api;
using StaffPool.Web.Replacements;

namespace StaffPool.Web.Hosting;

/// <summary>What a service is started with.</summary>
public sealed record WebServiceOptions
{
    /// <summary>Where it listens, for example <c>http://127.0.0.1:8080</c>; port 0 for any that is free.</summary>
    public required string Url { get; init; }

    /// <summary>Its database; who opened it closes it.</summary>
    public required ServiceDatabase Database { get; init; }

    /// <summary>Folder of its other files: mail that no server takes.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// Address that its users know it by, for the links in its mail; null for the one that it listens on. Never taken from
    /// a request: whoever asks for a new password could name any.
    /// </summary>
    public Uri? PublicAddress { get; init; }

    /// <summary>Server of mail; null to put letters down in the folder <c>mail</c> of the data.</summary>
    public MailSettings? Mail { get; init; }

    /// <summary>What sends text messages; null where nothing does.</summary>
    public SmsSettings? Sms { get; init; }

    /// <summary>Another service that people can sign in with; null for none.</summary>
    public OpenIdProvider? OpenId { get; init; }

    /// <summary>How much programs may ask.</summary>
    public ApiLimits Api { get; init; } = new();

    /// <summary>Where webhooks may go.</summary>
    public WebhookRules Webhooks { get; init; } = new();

    /// <summary>Whether this process executes runs too; otherwise a worker elsewhere does.</summary>
    public bool Executes { get; init; } = true;

    /// <summary>Class of what brings runs to execution: an <see cref="IJobEngine"/>, the same for every process of the service.</summary>
    public Type JobEngine { get; init; } = typeof(QuartzJobs);

    /// <summary>How long workers wait for one another.</summary>
    public RunTiming Timing { get; init; } = new();

    /// <summary>Numbers that the clock goes by.</summary>
    public ClockSettings ClockSettings { get; init; } = new();

    /// <summary>Proxies whose word is taken on who asks and whether by https; the machine itself always is.</summary>
    public IReadOnlyList<IPNetwork> Proxies { get; init; } = [];

    /// <summary>Whether its log is JSON, one object a line, with one for each request.</summary>
    public bool LogsJson { get; init; }

    /// <summary>Collector of OpenTelemetry (OTLP over HTTP); null for none.</summary>
    public Uri? Telemetry { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Services put in place of ours, by tests.</summary>
    public Action<IServiceCollection>? Replace { get; init; }
}
