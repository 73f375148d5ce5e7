using Microsoft.Playwright;

namespace StaffPool.EndToEnd.Tests.Page;

public sealed class ReportPageTests(ReportedPage reported) : IClassFixture<ReportedPage>
{
    [Theory]
    [InlineData(1280, ColorScheme.Light)]
    [InlineData(1280, ColorScheme.Dark)]
    [InlineData(320, ColorScheme.Light)]
    public Task Axe_finds_nothing_serious(int width, ColorScheme scheme) => reported.ShouldPleaseAxeAsync(width, scheme);

    [Fact]
    public Task Nothing_is_requested_and_no_error_is_logged() => reported.ShouldRequestNothingAsync();

    [Theory]
    [InlineData(320)]
    [InlineData(1280)]
    public Task Only_frames_scroll_sideways(int width) => reported.ShouldNotScrollSidewaysAsync(width);

    [Fact]
    public async Task The_keyboard_unfolds_the_steps_of_a_figure()
    {
        var page = await reported.OpenAsync();
        var figure = page.Locator("#needs details.trace").First;

        await figure.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        (await figure.Locator("li").First.IsVisibleAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task The_plan_is_one_link_away()
    {
        var page = await reported.OpenAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "plan.html" }).ClickAsync();

        page.Url.ShouldEndWith("/plan.html");
        (await page.Locator("#map").CountAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task It_prints_figures_alone_and_their_steps_where_asked()
    {
        var (brief, whole) = await reported.SheetsAsync();

        brief.ShouldBeInRange(2, 8);
        whole.ShouldBeGreaterThan(brief);
    }
}
