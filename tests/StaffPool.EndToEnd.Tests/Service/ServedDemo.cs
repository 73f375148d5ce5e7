using System.Diagnostics;
using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>What <c>./run</c> gives a newcomer: the real service with the demonstration, and a real browser.</summary>
public sealed class ServedDemo : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-demo-").FullName;
    private readonly List<string> lines = [];
    private Process? process;
    private TestBrowser? browser;

    /// <summary>What the terminal shows.</summary>
    public IReadOnlyList<string> Lines => lines;

    public Uri Address { get; private set; } = null!;

    /// <summary>The one-time link that the terminal shows; the browser of this class has not used it.</summary>
    public string Link { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        process = Process.Start(new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "staffpool.dll"), "serve", "--demo", "--urls", "http://127.0.0.1:0", "--data", folder])
        {
            RedirectStandardOutput = true,
        })!;
        while (lines.LastOrDefault()?.StartsWith("Ctrl-C", StringComparison.Ordinal) != true)
        {
            lines.Add(await process.StandardOutput.ReadLineAsync().WaitAsync(Patience)
                ?? throw new InvalidOperationException($"The service ended: {string.Join('\n', lines)}"));
        }

        Link = lines.Single(l => l.Contains("/lien/", StringComparison.Ordinal)).Split(' ', '\u00A0')[^1];
        Address = new Uri(new Uri(Link), "/");
        browser = await TestBrowser.StartAsync();
    }

    /// <summary>A window of its own; the test is skipped where there is no browser.</summary>
    public async Task<IPage> NewPageAsync(int width, ColorScheme scheme, bool hasScript = true)
    {
        Assert.SkipWhen(browser is null, TestBrowser.Missing);
        var context = await browser!.Chromium.NewContextAsync(new()
        {
            BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 }, JavaScriptEnabled = hasScript,
            BaseURL = Address.AbsoluteUri,
        });
        return await context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        process?.Kill(entireProcessTree: true);
        process?.WaitForExit();
        process?.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
