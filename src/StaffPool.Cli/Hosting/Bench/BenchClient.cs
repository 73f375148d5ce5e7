using System.Globalization;
using System.Net;

namespace StaffPool.Cli.Hosting.Bench;

/// <summary>One representative in one browser: a session and a connection of its own, which stays open.</summary>
internal sealed class BenchClient : IBenchClient
{
    private const string Token = "__RequestVerificationToken";
    private const string VersionField = "Version";
    private const string AmountField = "Lines[0].Amount";

    // Characters of an answer that failed.
    private const int Quoted = 400;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient http;
    private readonly string page;
    private HtmlForm? form;

    /// <param name="service">Where the service listens.</param>
    /// <param name="grouping">Code of the grouping of the representative.</param>
    public BenchClient(Uri service, string grouping)
    {
        page = $"/g/{grouping}/besoins";
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, MaxConnectionsPerServer = 1, CookieContainer = new CookieContainer() })
        {
            BaseAddress = service, Timeout = Patience,
        };
    }

    /// <summary>The first answer that was neither what it should be nor a refusal.</summary>
    public string? Failure { get; private set; }

    /// <summary>Uses a one-time link up, as its reader does.</summary>
    /// <exception cref="ServiceBenchException">It does not let in.</exception>
    public async Task SignInAsync(string link, CancellationToken stop)
    {
        var address = $"/lien/{link}";
        var opened = HtmlForm.With(Token, await http.GetStringAsync(address, stop)) ?? throw new ServiceBenchException("bench.service.no-form", address);
        using var entered = await PostAsync(address, opened.Fields, stop);
        if (!IsElsewhere(entered.StatusCode))
        {
            throw new ServiceBenchException("bench.service.no-session", (int)entered.StatusCode);
        }
    }

    /// <summary>Asks for the page of the declaration.</summary>
    public Task<AnswerKind> ReadAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        using var answer = await http.GetAsync(page, stop);
        var text = await answer.Content.ReadAsStringAsync(stop);
        return answer.StatusCode == HttpStatusCode.OK && text.Contains($"name=\"{VersionField}\"", StringComparison.Ordinal)
            ? AnswerKind.Done
            : Fail(answer, text);
    });

    /// <summary>
    /// Saves the declaration with another amount. The page is opened for the first time and after a refusal; each save
    /// raises the version by one, so that the next goes on from there.
    /// </summary>
    public Task<AnswerKind> WriteAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        form ??= await OpenAsync(stop);
        var amount = form[AmountField] == "2" ? "3" : "2";
        form[AmountField] = amount;
        using var answer = await PostAsync(page, [.. form.Fields, new("Confirms", "false")], stop);
        if (IsElsewhere(answer.StatusCode) && answer.Headers.Location is { } next && next.OriginalString.StartsWith(page, StringComparison.Ordinal))
        {
            form[VersionField] = (int.Parse(form[VersionField], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
            return AnswerKind.Done;
        }

        form = null;
        return answer.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.UnprocessableEntity
            ? AnswerKind.Refused
            : Fail(answer, await answer.Content.ReadAsStringAsync(stop));
    });

    /// <summary>Whether the page shows what was last acknowledged.</summary>
    public Task<AnswerKind> CheckAsync(CancellationToken stop) => GuardAsync(async () =>
    {
        if (form is not { } last)
        {
            return AnswerKind.Done;
        }

        var kept = await OpenAsync(stop);
        if (kept[VersionField] == last[VersionField] && kept[AmountField] == last[AmountField])
        {
            return AnswerKind.Done;
        }

        Failure ??= $"{page}: {last[VersionField]}, {last[AmountField]} → {kept[VersionField]}, {kept[AmountField]}";
        return AnswerKind.Failed;
    });

    public void Dispose() => http.Dispose();

    private static bool IsElsewhere(HttpStatusCode status) => status is HttpStatusCode.Redirect or HttpStatusCode.SeeOther;

    private async Task<HtmlForm> OpenAsync(CancellationToken stop) =>
        HtmlForm.With(VersionField, await http.GetStringAsync(page, stop)) ?? throw new HttpRequestException($"{page}: <form>?");

    private async Task<HttpResponseMessage> PostAsync(string address, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken stop)
    {
        using var content = new FormUrlEncodedContent(fields);
        return await http.PostAsync(address, content, stop);
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
        Failure ??= string.Join(' ', answer.StatusCode, page, answer.Headers.Location, text[..Math.Min(text.Length, Quoted)]);
        return AnswerKind.Failed;
    }
}
