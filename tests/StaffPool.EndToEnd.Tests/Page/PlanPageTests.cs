using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace StaffPool.EndToEnd.Tests.Page;

public sealed partial class PlanPageTests(PlannedPage planned) : IClassFixture<PlannedPage>
{
    private const string OpenAllFolds = "() => document.querySelectorAll('details').forEach(d => d.open = true)";

    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public async Task Axe_finds_nothing_serious(int width, ColorScheme scheme)
    {
        // The page's own policy would forbid the script that axe is.
        var page = await planned.OpenAsync(new() { BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.EvaluateAsync(OpenAllFolds);

        var found = await page.RunAxe();

        found.Violations.Where(v => v.Impact is "serious" or "critical").Select(Sentence).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_is_requested_and_no_error_is_logged()
    {
        var requests = new List<string>();
        var errors = new List<string>();

        var page = await planned.OpenAsync(before: p =>
        {
            p.Request += (_, request) => requests.Add(request.Url);
            p.Console += (_, message) => errors.Add(message.Text);
            p.PageError += (_, error) => errors.Add(error);
        });
        await page.EvaluateAsync(OpenAllFolds);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        requests.ShouldBe([planned.Address]);
        errors.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_keyboard_opens_a_fold_and_skips_to_the_content()
    {
        var page = await planned.OpenAsync();

        await page.Keyboard.PressAsync("Tab");
        (await page.EvaluateAsync<string>("() => document.activeElement.className")).ShouldBe("skip");
        await page.Keyboard.PressAsync("Enter");
        (await page.EvaluateAsync<string>("() => document.activeElement.id")).ShouldBe("content");

        var fold = page.Locator("#unmet details").First;
        await fold.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        (await fold.Locator("ul, p").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task A_profession_chosen_with_the_keyboard_leaves_its_trips_alone_on_the_map()
    {
        var page = await planned.OpenAsync();
        var everything = await VisibleTripsAsync(page);

        await page.Locator("#f-all").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");

        var chosen = await VisibleTripsAsync(page);
        everything.ShouldAllBe(c => c.Contains("all"));
        chosen.ShouldNotBeEmpty();
        chosen.ShouldAllBe(c => c.EndsWith("p0"));
    }

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public async Task Only_frames_scroll_sideways(int width)
    {
        var page = await planned.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.EvaluateAsync(OpenAllFolds);

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    [Fact]
    public async Task It_prints_on_a_few_sheets_and_with_what_is_folded_on_more()
    {
        var page = await planned.OpenAsync();

        var brief = Sheets(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        await page.Locator("#print-all").CheckAsync();
        var whole = Sheets(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        brief.ShouldBeInRange(5, 12);
        whole.ShouldBeInRange(brief + 3, 40);
    }

    private static Task<string[]> VisibleTripsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('.drawing path.trip')].filter(t => getComputedStyle(t).display !== 'none').map(t => t.getAttribute('class'))");

    private static string Sentence(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(5).Select(n => n.Html))}";

    private static int Sheets(byte[] pdf) => Sheet().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sheet();
}
