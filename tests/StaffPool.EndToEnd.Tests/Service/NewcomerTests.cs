using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StaffPool.EndToEnd.Tests.Page;
using StaffPool.Testing;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Somebody who has never seen the service does the work of a half-year with it, in a real browser.</summary>
public sealed partial class NewcomerTests : IAsyncLifetime
{
    private readonly RunningService service = new();
    private Chromium? browser;

    public async ValueTask InitializeAsync()
    {
        browser = await Chromium.LaunchAsync();
        await service.StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
        {
            await browser.DisposeAsync();
        }

        await service.DisposeAsync();
    }

    [Fact]
    public async Task A_newcomer_does_the_work_of_a_campaign_from_the_first_link_to_the_log()
    {
        var page = await EnterAsync(new());

        await page.Locator(".cards a").First.WaitForAsync();
        await MenuAsync(page, "campagne");
        await page.GetByText("Préparer la campagne suivante").ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Préparer la campagne" }).ClickAsync();
        await SaidAsync(page, "Campagne préparée");
        await page.GetByRole(AriaRole.Button, new() { Name = "Ouvrir la campagne" }).ClickAsync();
        await SaidAsync(page, "La campagne est ouverte");

        await DeclareAsync(page, "26,5");

        await MenuAsync(page, "campagne");
        await page.GetByRole(AriaRole.Button, new() { Name = "Clore la campagne" }).ClickAsync();
        await SaidAsync(page, "La campagne est close");
        await ComputeAsync(page);
        await EditAndPublishAsync(page);

        await MenuAsync(page, "parts-et-voix");
        (await page.Locator("main table").CountAsync()).ShouldBeGreaterThan(0);
        await SpendAsync(page);
        await MenuAsync(page, "absences");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer" }).ClickAsync();
        await page.Locator("main table tbody tr").First.WaitForAsync();

        await MenuAsync(page, "journal");
        var log = await page.Locator("main table").InnerTextAsync();
        foreach (var done in (string[])["campagne", "besoins", "plan", "dépense", "appels", "absence"])
        {
            log.ShouldContain(done, Case.Insensitive);
        }
    }

    [Fact]
    public async Task Needs_are_declared_without_JavaScript()
    {
        var page = await EnterAsync(new() { JavaScriptEnabled = false });
        await page.GotoAsync($"{service.Address}g/gtsms-example/campagne");
        await page.Locator("button[name=status]").ClickAsync();

        await DeclareAsync(page, "3,5");

        (await page.Locator("input[name='Lines[0].Amount']").InputValueAsync()).ShouldBe("3,5");
    }

    private async Task<IPage> EnterAsync(BrowserNewContextOptions options)
    {
        Assert.SkipWhen(browser is null, Chromium.Missing);
        var link = await service.ImportAsync(await ScenarioWithBudgetAsync(), "nouvelle@exemple.fr");
        var page = await (await browser!.Browser.NewContextAsync(options)).NewPageAsync();
        await page.GotoAsync(service.Address + link[1..]);
        await page.Locator("main button").ClickAsync();
        return page;
    }

    // Contributions are called from a budget.
    private async Task<string> ScenarioWithBudgetAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(service.Folder, "gtsms-example")).FullName;
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Scenarios, "gtsms-example", "scenario.yaml"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "scenario.yaml"),
            text + "  budget:\n    centres:\n      - {centre: direction, items: [{label: Budget voté, nature: wages, amount: 80000.00}]}\n");
        return folder;
    }

    private static async Task DeclareAsync(IPage page, string amount)
    {
        await MenuAsync(page, "besoins");
        await page.Locator("input[name='Lines[0].Amount']").FillAsync(amount);
        await page.GetByRole(AriaRole.Button, new() { Name = "Enregistrer et confirmer" }).ClickAsync();
        await SaidAsync(page, "Déclaration enregistrée et confirmée");
    }

    private static async Task ComputeAsync(IPage page)
    {
        await MenuAsync(page, "plan");
        await page.Locator("#Seconds").FillAsync("10");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lancer le calcul" }).ClickAsync();
        // Nothing is loaded again meanwhile: what changes came with the stream of events.
        await page.WaitForFunctionAsync("() => document.querySelector('[data-told=seconds]')?.textContent.trim()", null, new() { Timeout = 60_000 });
        await page.Locator($"a.button[href*='/plan/']").ClickAsync(new() { Timeout = 90_000 });
        (await page.Locator("h1").InnerTextAsync()).ShouldNotBeEmpty();
        var unmet = page.Locator("section[aria-labelledby=non-servis] details.need");
        (await unmet.CountAsync()).ShouldBeGreaterThan(0);
        await unmet.First.Locator("summary").ClickAsync();
        (await unmet.First.Locator("p, li").CountAsync()).ShouldBeGreaterThan(1);
    }

    private static async Task EditAndPublishAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "Copier pour modifier" }).ClickAsync();
        await SaidAsync(page, "Voici la copie");
        var cell = page.Locator("section[aria-labelledby=qui-va-ou] .cells details").First;
        var before = Spaced(await cell.Locator("summary").InnerTextAsync());
        await cell.Locator("summary").ClickAsync();
        await cell.Locator("input[name=halfDays]").FillAsync("1");
        await cell.GetByRole(AriaRole.Button).ClickAsync();
        await SaidAsync(page, "Affectation modifiée");
        Spaced(await page.Locator("section[aria-labelledby=qui-va-ou]").InnerTextAsync()).ShouldNotContain(before);
        await page.GetByRole(AriaRole.Button, new() { Name = "Annuler la dernière modification" }).ClickAsync();
        await SaidAsync(page, "Affectation modifiée");
        Spaced(await page.Locator("section[aria-labelledby=qui-va-ou]").InnerTextAsync()).ShouldContain(before);
        await page.GetByRole(AriaRole.Button, new() { Name = "Publier ce plan" }).ClickAsync();
        await SaidAsync(page, "Plan publié");
    }

    private static async Task SpendAsync(IPage page)
    {
        await MenuAsync(page, "couts");
        await page.GetByText("Enregistrer une dépense").ClickAsync();
        await page.Locator("#Expense_Label").FillAsync("Formation aux transmissions");
        await page.Locator("#Expense_Euros").FillAsync("1234,56");
        await page.Locator("form[action*=Record] button").ClickAsync();
        await SaidAsync(page, "Dépense enregistrée");
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Formation aux transmissions");
        await page.Locator("#dueBy").FillAsync("2027-12-31");
        await page.GetByRole(AriaRole.Button, new() { Name = "Émettre les appels" }).ClickAsync();
        await SaidAsync(page, "appel(s) émis");
    }

    // By the start of the grouping, which shows every page that the user has a use for.
    private static async Task MenuAsync(IPage page, string path)
    {
        await page.Locator("a.where").ClickAsync();
        await page.Locator($"main a[href$='/{path}']").ClickAsync();
    }

    private static Task SaidAsync(IPage page, string words) => page.Locator(".said", new() { HasText = words }).WaitForAsync();

    private static string Spaced(string text) => Spaces().Replace(text, " ");

    [GeneratedRegex(@"\s+", RegexOptions.CultureInvariant)]
    private static partial Regex Spaces();
}
