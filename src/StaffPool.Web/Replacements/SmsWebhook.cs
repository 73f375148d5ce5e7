using System.Net.Http.Headers;
using System.Net.Http.Json;
using Microsoft.Extensions.Logging;
using StaffPool.Application.Replacements;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Replacements;

/// <summary>Text messages as an HTTP request to whatever sends them: docs/guide/sms.md.</summary>
public sealed partial class SmsWebhook : ISms, IDisposable
{
    // A message goes where the operator said, and nowhere else: an answer that sends elsewhere is a refusal.
    private readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly SmsSettings? settings;
    private readonly ILogger<SmsWebhook> log;

    public SmsWebhook(WebServiceOptions options, ILogger<SmsWebhook> log)
    {
        (settings, this.log) = (options.Sms, log);
        http.Timeout = settings?.Patience ?? http.Timeout;
        http.DefaultRequestHeaders.Authorization = settings?.Token is { } token ? new AuthenticationHeaderValue("Bearer", token) : null;
    }

    public bool IsConfigured => settings is not null;

    public async Task<bool> SendAsync(ShortMessage message, CancellationToken stop)
    {
        if (settings is null)
        {
            return false;
        }

        try
        {
            using var answer = await http.PostAsJsonAsync(settings.Address, new { to = message.To, text = message.Text }, stop);
            if (!answer.IsSuccessStatusCode)
            {
                LogRefusal(log, settings.Address.Host, (int)answer.StatusCode);
            }

            return answer.IsSuccessStatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            LogFailure(log, settings.Address.Host, failure.Message);
            return false;
        }
    }

    public void Dispose() => http.Dispose();

    [LoggerMessage(LogLevel.Error, "{Host} refused a text message: {Status}")]
    private static partial void LogRefusal(ILogger log, string host, int status);

    [LoggerMessage(LogLevel.Error, "{Host} did not take a text message: {Reason}")]
    private static partial void LogFailure(ILogger log, string host, string reason);
}

/// <param name="Address">Where to post.</param>
/// <param name="Token">Of the header <c>Authorization: Bearer</c>, or null.</param>
public sealed record SmsSettings(Uri Address, string? Token)
{
    /// <summary>How long an answer is waited for.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);
}
