using System.Net;
using System.Text.RegularExpressions;

namespace StaffPool.Web.Tests;

/// <summary>What a browser without JavaScript does: keeps cookies, and posts the forms that it was shown.</summary>
public sealed partial class Browser : IDisposable
{
    private readonly HttpClient http;
    private readonly CookieContainer cookies = new();
    private readonly Uri service;

    public Browser(Uri service)
    {
        this.service = service;
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = service };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    /// <summary>The page shown now.</summary>
    public Shown Page { get; private set; } = new(0, "", "", null, null!);

    public string? CookieNamed(string name) => cookies.GetCookies(service)[name]?.Value;

    public void ForgetCookie(string name) => cookies.GetCookies(service)[name]!.Expired = true;

    public async Task<Shown> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return Page = await ShowAsync(response);
    }

    /// <summary>Follows where the page sends.</summary>
    public Task<Shown> FollowAsync() => GetAsync(Page.Location ?? throw new InvalidOperationException($"{Page.Path} sends nowhere:\n{Page.Text}"));

    /// <summary>Posts the first form of the page whose action holds <paramref name="handler"/>, filled in.</summary>
    public async Task<Shown> PostAsync(string handler = "", params (string Name, string Value)[] fields)
    {
        var forms = Forms().Matches(Page.Html).Where(f => !f.Value.Contains("/deconnexion", StringComparison.Ordinal) || handler == "deconnexion");
        var form = forms.First(f => f.Value.Contains(handler, StringComparison.Ordinal)).Value;
        var action = Action().Match(form.Split('>')[0]) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["at"].Value) : Page.Path;
        var hidden = Hidden().Matches(form).Select(h => (
            Name: WebUtility.HtmlDecode(Name().Match(h.Value).Groups["name"].Value), Value: WebUtility.HtmlDecode(Value().Match(h.Value).Groups["value"].Value)));
        var all = hidden.Where(h => h.Name.Length > 0 && fields.All(f => f.Name != h.Name)).Concat(fields);
        return await PostRawAsync(action, [.. all]);
    }

    /// <summary>Posts whatever is said, wherever.</summary>
    public async Task<Shown> PostRawAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await http.PostAsync(path, content);
        return Page = await ShowAsync(response);
    }

    /// <summary>Downloads what is no page.</summary>
    public Task<byte[]> DownloadAsync(string path) => http.GetByteArrayAsync(path);

    /// <summary>Sends a file by the first form of the page that takes one and whose action holds <paramref name="handler"/>.</summary>
    public async Task<Shown> SendFileAsync(string name, byte[] file, string handler = "", params (string Name, string Value)[] fields)
    {
        var form = Forms().Matches(Page.Html)
            .First(f => f.Value.Contains("type=\"file\"", StringComparison.Ordinal) && f.Value.Contains(handler, StringComparison.Ordinal)).Value;
        var action = Action().Match(form.Split('>')[0]) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups["at"].Value) : Page.Path.Split('?')[0];
        using var content = new MultipartFormDataContent();
        foreach (var hidden in Hidden().Matches(form).Select(h => h.Value))
        {
            content.Add(new StringContent(WebUtility.HtmlDecode(Value().Match(hidden).Groups["value"].Value)), Name().Match(hidden).Groups["name"].Value);
        }

        foreach (var (field, value) in fields)
        {
            content.Add(new StringContent(value), field);
        }

        content.Add(new ByteArrayContent(file), "file", name);
        using var response = await http.PostAsync(action, content);
        return Page = await ShowAsync(response);
    }

    public void Dispose() => http.Dispose();

    private static async Task<Shown> ShowAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode,
        response.RequestMessage!.RequestUri!.PathAndQuery,
        await response.Content.ReadAsStringAsync(),
        response.Headers.Location?.ToString(),
        response);

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Forms();

    [GeneratedRegex("action=\"(?<at>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex("<input[^>]*type=\"hidden\"[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Hidden();

    [GeneratedRegex(" name=\"(?<name>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(" value=\"(?<value>[^\"]*)\"", RegexOptions.CultureInvariant)]
    private static partial Regex Value();
}

/// <param name="Status">Code of the answer.</param>
/// <param name="Path">Where it is.</param>
/// <param name="Html">The whole page.</param>
/// <param name="Location">Where it sends, or null.</param>
/// <param name="Response">For its headers.</param>
public sealed partial record Shown(int Status, string Path, string Html, string? Location, HttpResponseMessage Response)
{
    /// <summary>What a reader sees.</summary>
    public string Text => WebUtility.HtmlDecode(Tags().Replace(Html, " ")).Replace('\u00A0', ' ');

    [GeneratedRegex("<[^>]*>", RegexOptions.CultureInvariant)]
    private static partial Regex Tags();
}
