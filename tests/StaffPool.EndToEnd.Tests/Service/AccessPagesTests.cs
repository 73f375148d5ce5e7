using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>The pages of sign-in, account and users in a real browser.</summary>
public sealed class AccessPagesTests(ServedDemo demo) : IClassFixture<ServedDemo>
{
    private const string Code = "centre-de-picardie";

    private static readonly string[] Outside = ["/connexion", "/mot-de-passe-oublie", "/lien/rien", $"/invitation/{Guid.Empty}/rien", "/erreur/404"];

    private static readonly string[] Inside = [$"/g/{Code}", "/compte", "/compte/second-facteur", $"/g/{Code}/utilisateurs"];

    /// <summary>One test: the terminal gives one link.</summary>
    [Fact]
    public async Task A_newcomer_enters_with_the_link_of_the_terminal_and_every_page_reads_well_on_any_screen()
    {
        demo.Lines.Count(l => l.Contains("/lien/")).ShouldBe(1);
        var first = await demo.NewPageAsync(1280, ColorScheme.Light);
        await first.GotoAsync(demo.Link);
        await first.ShouldPleaseAxeAsync();
        await first.Keyboard.PressAsync("Tab");
        (await first.EvaluateAsync<string>("() => document.activeElement.className")).ShouldBe("skip");
        await first.GetByRole(AriaRole.Button, new() { Name = "Entrer" }).ClickAsync();
        await first.WaitForURLAsync($"**/g/{Code}");
        var cookies = await first.Context.CookiesAsync();

        foreach (var (width, scheme) in ((int, ColorScheme)[])[(1280, ColorScheme.Light), (1280, ColorScheme.Dark), (320, ColorScheme.Light)])
        {
            foreach (var (paths, isInside) in ((string[], bool)[])[(Outside, false), (Inside, true)])
            {
                var page = await demo.NewPageAsync(width, scheme);
                if (isInside)
                {
                    await page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path }));
                }

                foreach (var path in paths)
                {
                    await LookAsync(page, path, width);
                }
            }
        }
    }

    private static async Task LookAsync(IPage page, string path, int width)
    {
        var errors = new List<string>();
        page.PageError += (_, error) => errors.Add(error);
        await page.GotoAsync(path);

        await page.ShouldPleaseAxeAsync();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width, path);
        (await page.TitleAsync()).ShouldEndWith("StaffPool");
        errors.ShouldBeEmpty();
        if (Environment.GetEnvironmentVariable("STAFFPOOL_SCREENSHOTS") is { } folder)
        {
            var scheme = await page.EvaluateAsync<bool>("() => matchMedia('(prefers-color-scheme: dark)').matches") ? "dark" : "light";
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{path.Trim('/').Replace('/', '-')}-{width}-{scheme}.png"), FullPage = true });
        }
    }
}
