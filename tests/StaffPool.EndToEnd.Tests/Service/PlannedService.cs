using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>One service for all tests that only look: two groupings that know nothing of each other, planned, and users of every role in the first.</summary>
public sealed class PlannedService : IAsyncLifetime
{
    private Chromium? browser;

    public RunningService Service { get; } = new();

    internal Grouping First { get; private set; } = null!;

    internal Grouping Second { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await Service.StartAsync();
        First = await Grouping.ImportAsync(Service, "gtsms-example");
        Second = await Grouping.ImportAsync(Service, "trois-residences");
        await Task.WhenAll(PlanAsync(First), PlanAsync(Second));
        browser = await Chromium.LaunchAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        await Service.DisposeAsync();
    }

    /// <summary>A window of the browser; skips the test where there is none.</summary>
    /// <param name="who">Who is signed in, or null for nobody.</param>
    /// <param name="options">Size and colours.</param>
    internal async Task<IBrowserContext> WindowAsync(Visitor? who, BrowserNewContextOptions? options = null)
    {
        Assert.SkipWhen(browser is null, Chromium.Missing);
        var context = await browser!.Browser.NewContextAsync(options);
        await context.AddCookiesAsync([.. (who?.Cookies.GetAllCookies() ?? []).Select(c => new Cookie
        {
            Name = c.Name, Value = c.Value, Url = Service.Address.ToString(),
        })]);
        return context;
    }

    private static async Task PlanAsync(Grouping grouping) => await grouping.PlanOfAsync(await grouping.RequestPlanAsync(5));
}

/// <summary>Tests that share one service; none changes what another looks at.</summary>
[CollectionDefinition(Name)]
public sealed class PlannedServiceTests : ICollectionFixture<PlannedService>
{
    public const string Name = "planned service";
}
