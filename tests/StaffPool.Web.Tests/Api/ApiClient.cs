using System.Buffers.Text;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using StaffPool.Application.Access;
using StaffPool.Data;
using StaffPool.Data.Access;

namespace StaffPool.Web.Tests.Api;

/// <summary>A program that calls the API with a token. Every exchange is held against the committed document.</summary>
internal sealed class ApiClient : IDisposable
{
    private readonly HttpClient http;
    private readonly Guid groupingId;

    /// <param name="service">Where.</param>
    /// <param name="groupingId">Whose addresses.</param>
    /// <param name="token">Null for none.</param>
    public ApiClient(Uri service, Guid groupingId, string? token)
    {
        http = new HttpClient(new JudgingHandler(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })) { BaseAddress = service };
        http.DefaultRequestHeaders.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        this.groupingId = groupingId;
    }

    public static async Task<ApiClient> OfAsync(RunningService service, Role role) =>
        new(service.Address, service.Sample.Id, await TokenAsync(service, service.Sample.Users[role].Id));

    /// <summary>A token of a user, whatever their role, written as the service writes it.</summary>
    public static async Task<string> TokenAsync(RunningService service, Guid userId, Guid? groupingId = null, Action<ApiTokenRow>? change = null)
    {
        var grouping = groupingId ?? service.Sample.Id;
        var secret = "sp_" + Base64Url.EncodeToString(grouping.ToByteArray()) + OneTimeToken.New().Token;
        var row = new ApiTokenRow
        {
            Name = $"essai {Guid.CreateVersion7():N}", Prefix = "sp_", SecretHash = OneTimeToken.HashOf(secret), UserId = userId,
            CreatedAt = service.Clock.GetUtcNow().UtcDateTime, ExpiresAt = service.Clock.GetUtcNow().UtcDateTime.AddDays(1),
        };
        change?.Invoke(row);
        await using var db = service.Database.NewContext();
        db.GroupingId = grouping;
        await using var transaction = await db.BeginAsync(new Sight(), writes: true, CancellationToken.None);
        db.ApiTokens.Add(row);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
        return secret;
    }

    public Task<ApiAnswered> GetAsync(string path, params (string Name, string Value)[] headers) => SendAsync("GET", path, null, headers);

    public Task<ApiAnswered> PostAsync(string path, object? body, params (string Name, string Value)[] headers) => SendAsync("POST", path, body, headers);

    public Task<ApiAnswered> PutAsync(string path, object? body, params (string Name, string Value)[] headers) => SendAsync("PUT", path, body, headers);

    public Task<ApiAnswered> DeleteAsync(string path, params (string Name, string Value)[] headers) => SendAsync("DELETE", path, null, headers);

    /// <param name="verb">Of HTTP.</param>
    /// <param name="path">After the grouping; or from the root, with a slash.</param>
    /// <param name="body">JSON as text or as a node; null for none.</param>
    /// <param name="headers">As they are.</param>
    public async Task<ApiAnswered> SendAsync(string verb, string path, object? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(verb), path.StartsWith('/') ? path : $"/api/v1/groupings/{groupingId}/{path}");
        var text = body switch
        {
            null => null,
            string written => written,
            JsonNode node => node.ToJsonString(),
            _ => System.Text.Json.JsonSerializer.Serialize(body, System.Text.Json.JsonSerializerOptions.Web),
        };
        request.Content = text is null ? null : new StringContent(text, Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await http.SendAsync(request);
        return new ApiAnswered(
            (int)response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase));
    }

    public void Dispose() => http.Dispose();

    private sealed class JudgingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var contract = OpenApiContract.Committed;
            var (verb, path) = (request.Method.Method, request.RequestUri!.AbsolutePath);
            var sent = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            var response = await base.SendAsync(request, cancellationToken);
            var body = await response.Content.ReadAsStringAsync(cancellationToken);
            contract.Judge(verb, path, (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), body).ShouldBeEmpty();
            // What was accepted is what the document accepts.
            if (response.IsSuccessStatusCode && contract.OperationOf(verb, path) is { } operation)
            {
                contract.JudgeRequest(operation, sent).ShouldBeEmpty();
            }

            return response;
        }
    }
}

/// <param name="Status">Of HTTP.</param>
/// <param name="Text">The body.</param>
/// <param name="Headers">All of them.</param>
internal sealed record ApiAnswered(int Status, string Text, IReadOnlyDictionary<string, string> Headers)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public string Code => (string)Json["code"]!;
}
