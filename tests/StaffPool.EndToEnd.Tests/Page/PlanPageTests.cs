using Microsoft.Playwright;

namespace StaffPool.EndToEnd.Tests.Page;

public sealed class PlanPageTests(PlannedPage planned) : IClassFixture<PlannedPage>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public Task Axe_finds_nothing_serious(int width, ColorScheme scheme) => planned.ShouldPleaseAxeAsync(width, scheme);

    [Fact]
    public Task Nothing_is_requested_and_no_error_is_logged() => planned.ShouldRequestNothingAsync();

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
    public Task Only_frames_scroll_sideways(int width) => planned.ShouldNotScrollSidewaysAsync(width);

    [Fact]
    public async Task It_prints_on_a_few_sheets_and_with_what_is_folded_on_more()
    {
        var (brief, whole) = await planned.SheetsAsync();

        brief.ShouldBeInRange(5, 12);
        whole.ShouldBeInRange(brief + 3, 40);
    }

    private static Task<string[]> VisibleTripsAsync(IPage page) => page.EvaluateAsync<string[]>(
        "() => [...document.querySelectorAll('.drawing path.trip')].filter(t => getComputedStyle(t).display !== 'none').map(t => t.getAttribute('class'))");
}
