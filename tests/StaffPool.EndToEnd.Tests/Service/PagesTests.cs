using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>What holds of every page, in a real browser.</summary>
[Collection(PlannedServiceTests.Name)]
public sealed class PagesTests(PlannedService planned)
{
    [Fact]
    public void Every_page_is_looked_at() =>
        ServicePages.Compiled.Order().ShouldBe(ServicePages.Public.Concat(ServicePages.Own).Concat(ServicePages.OfGrouping).Order());

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Axe_finds_nothing_serious_and_only_frames_scroll_sideways(int width, ColorScheme scheme)
    {
        var flaws = new List<string>();

        await VisitAsync(new() { BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } }, async (page, path) =>
        {
            await page.OpenAllFoldsAsync();
            flaws.AddRange((await page.SeriousFlawsAsync()).Select(f => $"{path}: {f}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") is var wide && wide > width)
            {
                flaws.Add($"{path}: {wide} px wide");
            }
        });

        flaws.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_page_has_one_title_one_way_past_the_menu_no_error_and_asks_no_other_host()
    {
        var flaws = new List<string>();
        var at = "";

        await VisitAsync(new(), async (page, path) =>
        {
            if (await page.Locator("h1").CountAsync() is var titles && titles != 1)
            {
                flaws.Add($"{path}: {titles} h1");
            }

            await page.Keyboard.PressAsync("Tab");
            await page.Keyboard.PressAsync("Enter");
            if (await page.EvaluateAsync<string>("() => document.activeElement.id") is var reached && reached != "content")
            {
                flaws.Add($"{path}: the skip link reaches {reached}");
            }
        }, page =>
        {
            page.Request += (_, request) => AddIf(new Uri(request.Url).GetLeftPart(UriPartial.Authority) != planned.Service.Address.GetLeftPart(UriPartial.Authority), request.Url);
            page.Console += (_, message) => AddIf(
                message.Type == "error" && !message.Text.Contains("404") && !(message.Text.Contains("403") && ServicePages.OfProfessional.Any(at.EndsWith)), message.Text);
            page.PageError += (_, error) => flaws.Add($"{at}: {error}");
        }, path => at = path);

        flaws.ShouldBeEmpty();

        void AddIf(bool isFlaw, string text)
        {
            if (isFlaw)
            {
                flaws.Add($"{at}: {text}");
            }
        }
    }

    private async Task VisitAsync(BrowserNewContextOptions options, Func<IPage, string, Task> look, Action<IPage>? before = null, Action<string>? on = null)
    {
        var addresses = (await ServicePages.AddressesAsync(planned.First.Administrator, planned.First.Code)).Values.Concat(ServicePages.Own);
        foreach (var (who, paths) in new[] { (planned.First.Administrator, addresses), ((Visitor?)null, ServicePages.Public.Select(ServicePages.AddressOfPublic)) })
        {
            await using var window = await planned.WindowAsync(who, options);
            var page = await window.NewPageAsync();
            before?.Invoke(page);
            foreach (var path in paths)
            {
                on?.Invoke(path);
                await page.GotoAsync(planned.Service.Address + path[1..]);
                await look(page, path);
            }
        }
    }
}
