using System.Text;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace StaffPool.EndToEnd.Tests.Page;

/// <summary>What must hold of every page, in a real browser.</summary>
internal static partial class PageChecks
{
    /// <summary>With every fold open, for what is folded is read too.</summary>
    public static async Task ShouldPleaseAxeAsync(this WrittenPage written, int width, ColorScheme scheme)
    {
        // The page's own policy would forbid the script that axe is.
        var page = await written.OpenAsync(new() { BypassCSP = true, ColorScheme = scheme, ViewportSize = new() { Width = width, Height = 900 } });
        await page.OpenAllFoldsAsync();

        (await page.SeriousFlawsAsync()).ShouldBeEmpty();
    }

    /// <summary>What axe finds serious or critical, in words.</summary>
    public static async Task<IReadOnlyList<string>> SeriousFlawsAsync(this IPage page) =>
        [.. (await page.RunAxe()).Violations.Where(v => v.Impact is "serious" or "critical").Select(Sentence)];

    public static async Task ShouldRequestNothingAsync(this WrittenPage written)
    {
        var requests = new List<string>();
        var errors = new List<string>();

        var page = await written.OpenAsync(before: p =>
        {
            p.Request += (_, request) => requests.Add(request.Url);
            p.Console += (_, message) => errors.Add(message.Text);
            p.PageError += (_, error) => errors.Add(error);
        });
        await page.OpenAllFoldsAsync();
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);

        requests.ShouldBe([written.Address]);
        errors.ShouldBeEmpty();
    }

    public static async Task ShouldNotScrollSidewaysAsync(this WrittenPage written, int width)
    {
        var page = await written.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        await page.OpenAllFoldsAsync();

        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(width);
    }

    /// <summary>How many sheets it prints on, as it is and with what is folded.</summary>
    public static async Task<(int Brief, int Whole)> SheetsAsync(this WrittenPage written)
    {
        var page = await written.OpenAsync();
        var brief = SheetsOf(await page.PdfAsync(new() { PreferCSSPageSize = true }));
        await page.Locator("#print-all").CheckAsync();
        return (brief, SheetsOf(await page.PdfAsync(new() { PreferCSSPageSize = true })));
    }

    /// <summary>How many sheets a printed page takes.</summary>
    public static int SheetsOf(byte[] pdf) => Sheet().Count(Encoding.Latin1.GetString(pdf));

    public static async Task OpenAllFoldsAsync(this IPage page) =>
        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(d => d.open = true)");

    private static string Sentence(AxeResultItem violation) =>
        $"{violation.Id}: {violation.Help}: {string.Join("; ", violation.Nodes.Take(5).Select(n => n.Html))}";

    [GeneratedRegex(@"/Type\s*/Page\b", RegexOptions.CultureInvariant)]
    private static partial Regex Sheet();
}
