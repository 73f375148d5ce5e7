using Microsoft.Playwright;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Page;

/// <summary>
/// A page that the real command writes for Centre de Picardie, and a real browser to open it. Made once for all tests
/// of the class; where there is no browser they are skipped.
/// </summary>
/// <param name="fileName">Name of the page.</param>
/// <param name="arguments">The command that writes it, but for the scenario and the folder.</param>
public abstract class WrittenPage(string fileName, params string[] arguments) : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("staffpool-page-").FullName;
    private Chromium? browser;

    /// <summary>Why nothing can be tested here, or null.</summary>
    public string? SkipReason { get; private set; }

    public string Address => new Uri(Path.Combine(folder, fileName)).AbsoluteUri;

    public async ValueTask InitializeAsync()
    {
        browser = await Chromium.LaunchAsync();
        if (browser is null)
        {
            SkipReason = Chromium.Missing;
            return;
        }

        await WriteAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>The page in a window of its own; skips the test where there is no browser.</summary>
    public async Task<IPage> OpenAsync(BrowserNewContextOptions? options = null, Action<IPage>? before = null)
    {
        Assert.SkipWhen(SkipReason is not null, SkipReason ?? "");
        var context = await browser!.Browser.NewContextAsync(options);
        var page = await context.NewPageAsync();
        before?.Invoke(page);
        await page.GotoAsync(Address);
        return page;
    }

    private async Task WriteAsync()
    {
        var run = await ToolProcess.RunAsync([.. arguments, Path.Combine(Repository.Scenarios, "centre-de-picardie"), "--out", folder]);
        run.ExitCode.ShouldBe(0, run.Messages);
    }
}

/// <summary>The plan.</summary>
public sealed class PlannedPage() : WrittenPage("plan.html", "plan", "--quiet");

/// <summary>The report of everything that the scenario declares.</summary>
public sealed class ReportedPage() : WrittenPage("report.html", "scenario", "--time", "5s");
