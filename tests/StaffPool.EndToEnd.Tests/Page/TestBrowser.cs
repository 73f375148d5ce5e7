using Microsoft.Playwright;

namespace StaffPool.EndToEnd.Tests.Page;

/// <summary>A real Chromium, where there is one.</summary>
internal sealed class TestBrowser : IAsyncDisposable
{
    public const string Missing = "No Chromium on this machine (Debian: apt-get install chromium fonts-liberation).";

    private static readonly string[] Names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

    private readonly IPlaywright playwright;

    private TestBrowser(IPlaywright playwright, IBrowser chromium) => (this.playwright, Chromium) = (playwright, chromium);

    public IBrowser Chromium { get; }

    /// <returns>Null where there is none.</returns>
    public static async Task<TestBrowser?> StartAsync()
    {
        var executable = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).SelectMany(_ => Names, Path.Combine).FirstOrDefault(File.Exists);
        if (executable is null)
        {
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return new TestBrowser(playwright, await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = executable,
            // The sandbox refuses to start as root, which is what containers are.
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
                "--disable-component-update", "--disable-sync",
            ],
        }));
    }

    public async ValueTask DisposeAsync()
    {
        await Chromium.DisposeAsync();
        playwright.Dispose();
    }
}
