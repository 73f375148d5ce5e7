using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>One program with a token of its own and a connection that stays open: the same declaration as by its page, through the API.</summary>
internal sealed class ApiBenchClient : IBenchClient
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly string address;
    private JsonObject? declaration;
    private int version;

    public ApiBenchClient(Uri service, BenchToken token)
    {
        address = $"/api/v1/groupings/{token.GroupingId}/campaigns/{token.CampaignId}/declarations/{token.MemberId}";
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 1 }) { BaseAddress = service, Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token.Secret);
    }

    public string? Failure { get; private set; }

    // The token is all it needs.
    public Task SignInAsync(string link, CancellationToken stop) => Task.CompletedTask;

    public Task<AnswerKind> ReadAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        using var answer = await http.GetAsync(address, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.StatusCode == HttpStatusCode.OK && JsonNode.Parse(text)?["needs"] is JsonArray ? AnswerKind.Done : Fail(answer, text);
    });

    /// <summary>Saves the declaration with another amount, under a key of its own.</summary>
    public Task<AnswerKind> WriteAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        declaration ??= await OpenAsync(stop);
        var amount = declaration["needs"]![0]!["amount"]!.GetValue<decimal>() == 2 ? 3m : 2m;
        declaration["needs"]![0]!["amount"] = amount;
        using var request = new HttpRequestMessage(HttpMethod.Put, address) { Content = new StringContent(declaration.ToJsonString(), Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", string.Create(CultureInfo.InvariantCulture, $"\"{version}\""));
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await http.SendAsync(request, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        if (answer.StatusCode == HttpStatusCode.OK)
        {
            version = JsonNode.Parse(text)!["version"]!.GetValue<int>();
            return AnswerKind.Done;
        }

        declaration = null;
        return answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.PreconditionFailed ? AnswerKind.Refused : Fail(answer, text);
    });

    public Task<AnswerKind> CheckAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        if (declaration is not { } last)
        {
            return AnswerKind.Done;
        }

        var (acknowledged, amount) = (version, last["needs"]![0]!["amount"]!.GetValue<decimal>());
        var kept = await OpenAsync(stop);
        if (version == acknowledged && kept["needs"]![0]!["amount"]!.GetValue<decimal>() == amount)
        {
            return AnswerKind.Done;
        }

        Failure ??= string.Create(CultureInfo.InvariantCulture, $"{address}: {acknowledged}, {amount} → {version}, {kept["needs"]![0]!["amount"]}");
        return AnswerKind.Failed;
    });

    public void Dispose() => http.Dispose();

    private async Task<JsonObject> OpenAsync(CancellationToken stop)
    {
        var read = JsonNode.Parse(await http.GetStringAsync(address, stop))!;
        version = read["version"]!.GetValue<int>();
        return new JsonObject { ["isConfirmed"] = false, ["needs"] = read["needs"]!.DeepClone() };
    }

    private async Task<AnswerKind> GuardAsync(Func<Task<AnswerKind>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException { InnerException: TimeoutException })
        {
            Failure ??= failure.Message;
            return AnswerKind.Failed;
        }
    }

    private AnswerKind Fail(HttpResponseMessage answer, string text)
    {
        Failure ??= $"{answer.StatusCode} {address} {text}";
        return AnswerKind.Failed;
    }
}
