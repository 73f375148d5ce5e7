using System.Net;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>A browser without JavaScript: keeps cookies, and posts the forms that it was shown. Its pages can be open at the same time.</summary>
internal sealed class Visitor : IDisposable
{
    private readonly HttpClient http;

    public Visitor(Uri service)
    {
        http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = service };
        http.DefaultRequestHeaders.UserAgent.ParseAdd("Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0");
    }

    public CookieContainer Cookies { get; } = new();

    /// <summary>The same person on another address of the same service.</summary>
    public Visitor At(Uri service)
    {
        var other = new Visitor(service);
        foreach (var cookie in Cookies.GetAllCookies().Cast<Cookie>())
        {
            other.Cookies.Add(new Cookie(cookie.Name, cookie.Value, "/", service.Host));
        }

        return other;
    }

    /// <summary>Uses a one-time link.</summary>
    public static async Task<Visitor> SignInAsync(Uri service, string link)
    {
        var visitor = new Visitor(service);
        var shown = await visitor.GetAsync(link);
        (await visitor.PostAsync(shown.Form(""))).Status.ShouldBe(302, shown.Text);
        return visitor;
    }

    public async Task<Shown> GetAsync(string path)
    {
        using var response = await http.GetAsync(path);
        return await ShowAsync(path, response);
    }

    /// <summary>Posts a form as it was shown, but for some fields.</summary>
    public Task<Shown> PostAsync(ShownForm form, params (string Name, string Value)[] fields) =>
        PostAsync(form.Action, [.. form.Fields.Where(f => f.IsSent && fields.All(o => o.Name != f.Name)).Select(f => (f.Name, f.Value)), .. fields]);

    /// <summary>Posts whatever is said, wherever.</summary>
    public async Task<Shown> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value)));
        using var response = await http.PostAsync(path, content);
        return await ShowAsync(path, response);
    }

    public void Dispose() => http.Dispose();

    private static async Task<Shown> ShowAsync(string path, HttpResponseMessage response) =>
        new((int)response.StatusCode, path, await response.Content.ReadAsStringAsync(), response.Headers.Location?.ToString());
}
