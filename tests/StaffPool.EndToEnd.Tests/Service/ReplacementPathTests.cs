using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Calendar;
using StaffPool.EndToEnd.Tests.Page;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>One night that nobody serves any more, from the absence to the line of the invoice: in the pages, each by who does it.</summary>
public sealed partial class ReplacementPathTests : IAsyncLifetime
{
    // Written to at any hour, so that the test runs at any hour.
    private const string Scenario = """
        format: 1
        title: Deux maisons et leur pool de nuit
        synthetic: true
        grouping: {name: Groupement de nuit}
        period: 2026-H2
        agreement:
          name: Convention d’essai
          seat: site-a
          settings:
            - {key: replacements.quiet-from, value: 0, from: 2020-01-01, reference: Convention d’essai}
            - {key: replacements.quiet-until, value: 0, from: 2020-01-01, reference: Convention d’essai}
        members:
          - {id: a, name: Maison A, kind: public-establishment, employer: true}
          - {id: b, name: Maison B, kind: public-establishment, employer: true}
        sites:
          - {id: site-a, name: Les Aulnes, member: a, commune: Nesle, kind: ehpad, places: 80}
          - {id: site-b, name: Les Bouleaux, member: b, commune: Ham, kind: ehpad, places: 60}
        professions:
          - {id: soignant, name: Aide-soignant}
          - {id: ergo, name: Ergothérapeute}
        professionals:
          - {id: absente, name: Agent 1 (synthétique), profession: soignant, employer: b, base: site-b, fte: 1}
          - {id: volontaire, name: Agent 2 (synthétique), profession: soignant, employer: a, base: site-a, fte: 1}
          - {id: refus, name: Agent 3 (synthétique), profession: soignant, employer: a, base: site-a, fte: 1, refuses: [site-b]}
          - {id: ergo-1, name: Agent 4 (synthétique), profession: ergo, employer: a, base: site-a, fte: 1}
        needs:
          - {site: site-b, profession: soignant, quantity: 2 half-days/week}
        """;

    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

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
    public async Task A_night_is_covered_from_the_absence_to_the_invoice_and_everybody_sees_their_part()
    {
        Assert.SkipWhen(browser is null, Chromium.Missing);
        var today = ParisTime.DayOf(TimeProvider.System.GetUtcNow().UtcDateTime);
        var grouping = await ImportAsync();
        var (absent, willing) = await BookAsync(grouping, today);
        using var coordinator = await grouping.InviteAsync(service.Address, Role.Coordinator, "Coordinatrice Essai");
        using var professional = await grouping.InviteAsync(service.Address, Role.Professional, "Agent Deux", professionalId: willing);
        using var funder = await grouping.InviteAsync(service.Address, Role.Funder, "Financeur Essai");
        var members = await grouping.Administrator.GetAsync(grouping.At("missions"));
        await PostAsync(
            grouping.Administrator, members.Form("missions"),
            ("Input.MemberId", members.Choice("Input.MemberId", "Maison B")), ("Input.Hours", "25"), ("Input.Reference", "CPOM d’essai"));
        await OfferOneselfAsync(professional, grouping, today);

        var absence = await RecordAsync(coordinator, grouping, absent, today);
        var list = await coordinator.GetAsync(absence);
        ShouldSay(list, "Qui peut remplacer à Les Bouleaux : 1 demi-journée(s)", "Agent 2 (synthétique)", "s’est proposé(e)", "A refusé d’intervenir à Les Bouleaux", "1 d’une autre profession");
        list.Text.ShouldNotContain("Maladie");
        var offers = await OfferAsync(coordinator, list);
        ShouldSay(offers, "1 personne(s) sollicitée(s). Aucun envoi n’est parti pour : Agent 2 (synthétique)", "En cours", "sollicité(e)");
        var link = OfferLink().Match(offers.Text).Value;

        var number = await AcceptOnATelephoneAsync(link);

        ShouldSay(await coordinator.GetAsync(grouping.At("propositions")), "Pourvu", number, "a accepté");
        (await new Visitor(service.Address).GetAsync(link)).Text.ShouldContain($"Ce remplacement est à vous : ordre de mission {number}");
        ShouldSay(await professional.GetAsync(grouping.At("mes-demi-journees")), "Les Bouleaux");
        (await coordinator.GetAsync(absence)).Text.ShouldContain("Aucune demi-journée n’est promise pendant cette absence.");
        var order = (await professional.GetAsync(grouping.At("mes-remplacements"))).Link(grouping.At("missions/"))!;
        ShouldSay(
            await professional.GetAsync(order),
            $"Ordre de mission {number}", "Agent 2 (synthétique), Aide-soignant", "Maison A", "Maison B", "CGFP, L.512-7", "21:00 – 07:00", "10 h", "19,50 €");
        ShouldSay(await funder.GetAsync(grouping.At("missions")), "Maison B 25 h 10 h 15 h");
        await PrintAsync(professional, order, number);

        var report = await professional.GetAsync(order);
        await PostAsync(professional, report.Form("missions"), ("Input.Hours", "9"), ("Input.Kilometres", "20"), ("Input.Outcome", "Shortened"));

        var (work, surcharge, travel, total) = LinesOf(await coordinator.GetAsync(order));
        work.ShouldBe(175.50m);
        surcharge.ShouldBeGreaterThan(0);
        travel.ShouldBe(6.40m);
        total.ShouldBe(work + surcharge + travel);
        ShouldSay(await funder.GetAsync(grouping.At("missions")), "Maison B 25 h 9 h 16 h");
        ShouldSay(await grouping.Administrator.GetAsync(grouping.At("journal")), "absence", "remplacement", "mission");
    }

    private async Task<Grouping> ImportAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(service.Folder, "pool-de-nuit")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "scenario.yaml"), Scenario, Stop);
        var link = await service.ImportAsync(folder, "administratrice@exemple.fr");
        return new Grouping(await Visitor.SignInAsync(service.Address, link), "pool-de-nuit");
    }

    /// <summary>Agent 1 is booked for tonight at Les Bouleaux, by a program: nights have no timetable of half-days.</summary>
    /// <returns>Identifiers of agents 1 and 2.</returns>
    private async Task<(string Absent, string Willing)> BookAsync(Grouping grouping, DateOnly today)
    {
        var programs = await grouping.Administrator.GetAsync(grouping.At("applications"));
        var made = await grouping.Administrator.PostAsync(
            programs.Form("handler=Token"), ("Name", "Essai"), ("Days", "1"), ("IsReadOnly", "false"), ("Roles", nameof(Role.Administrator)));
        using var http = new HttpClient { BaseAddress = new Uri(service.Address, ApiRoot().Match(programs.Html).Value) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Secret().Match(made.Html).Groups["secret"].Value);
        var sites = await http.GetFromJsonAsync<JsonElement>("sites", Stop);
        var staff = await http.GetFromJsonAsync<JsonElement>("professionals", Stop);
        string Of(JsonElement items, string name) => items.EnumerateArray().Single(i => i.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;
        var people = staff.GetProperty("professionals");
        var (absent, willing, site) = (Of(people, "Agent 1 (synthétique)"), Of(people, "Agent 2 (synthétique)"), Of(sites, "Les Bouleaux"));
        using var booked = await http.PostAsJsonAsync("bookings", new { professionalId = absent, day = today, part = nameof(DayPart.Night), siteId = site }, Stop);
        booked.IsSuccessStatusCode.ShouldBeTrue(await booked.Content.ReadAsStringAsync(Stop));
        return (absent, willing);
    }

    private static async Task OfferOneselfAsync(Visitor professional, Grouping grouping, DateOnly today)
    {
        var own = await professional.GetAsync(grouping.At("mes-remplacements"));
        await PostAsync(professional, own.Form("mes-remplacements"), ("Channels.Email", "agent.deux@exemple.fr"), ("Channels.AcceptsRestDays", "true"));
        own = await professional.GetAsync(grouping.At("mes-remplacements"));
        await PostAsync(
            professional, own.Form("handler=Time"),
            ("Time.FirstDay", $"{today:yyyy-MM-dd}"), ("Time.LastDay", $"{today.AddDays(1):yyyy-MM-dd}"), ("Time.Kind", "Offered"));
        ShouldSay(await professional.GetAsync(grouping.At("mes-remplacements")), "C’est enregistré.", "Je me propose du");
    }

    /// <returns>Address of the page of who can replace.</returns>
    private static async Task<string> RecordAsync(Visitor coordinator, Grouping grouping, string absent, DateOnly today)
    {
        var page = await coordinator.GetAsync(grouping.At("absences"));
        page.Text.ShouldNotContain("Motif");
        await PostAsync(
            coordinator, page.Form("absences"),
            ("Input.ProfessionalId", absent), ("Input.FirstDay", $"{today:yyyy-MM-dd}"), ("Input.LastDay", $"{today:yyyy-MM-dd}"), ("Input.LastPart", "Night"));
        var recorded = await coordinator.GetAsync(grouping.At("absences"));
        ShouldSay(recorded, "Agent 1 (synthétique)", "Coordinatrice Essai");
        return recorded.Link(grouping.At("remplacer")).ShouldNotBeNull();
    }

    private static async Task<Shown> OfferAsync(Visitor coordinator, Shown list)
    {
        var sent = await PostAsync(coordinator, list.Form("remplacer"), ("Input.WaveSize", "1"), ("Input.WaveMinutes", "15"));
        return await coordinator.GetAsync(sent.Location!);
    }

    /// <returns>Number of the mission order.</returns>
    private async Task<string> AcceptOnATelephoneAsync(string link)
    {
        await using var telephone = await browser!.Browser.NewContextAsync(new() { ViewportSize = new() { Width = 360, Height = 640 }, HasTouch = true, IsMobile = true });
        var page = await telephone.NewPageAsync();
        await page.GotoAsync(link);
        (await page.Locator("main").InnerTextAsync()).ShouldContain("Les Bouleaux");
        var accept = page.GetByRole(AriaRole.Button, new() { Name = "Accepter" });
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        (await accept.BoundingBoxAsync())!.Height.ShouldBeGreaterThanOrEqualTo(44);
        await accept.TapAsync();
        var said = await page.Locator(".said").InnerTextAsync();
        return MissionNumber().Match(said).Value;
    }

    private async Task PrintAsync(Visitor professional, string order, string number)
    {
        await using var window = await browser!.Browser.NewContextAsync();
        await window.AddCookiesAsync([.. professional.Cookies.GetAllCookies().Select(c => new Cookie { Name = c.Name, Value = c.Value, Url = service.Address.ToString() })]);
        var page = await window.NewPageAsync();
        await page.GotoAsync(service.Address + order[1..]);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        (await page.Locator("h1").InnerTextAsync()).ShouldContain(number);
        (await page.Locator(".signatures").IsVisibleAsync()).ShouldBeTrue();
        (await page.Locator("nav.menu").IsVisibleAsync()).ShouldBeFalse();
        (await page.Locator("main form").IsVisibleAsync()).ShouldBeFalse();
        PageChecks.SheetsOf(await page.PdfAsync(new() { PreferCSSPageSize = true })).ShouldBe(1);
    }

    private static async Task<Shown> PostAsync(Visitor who, ShownForm form, params (string, string)[] fields)
    {
        var answer = await who.PostAsync(form, fields);
        answer.Status.ShouldBe(302, answer.Text);
        return answer;
    }

    private static void ShouldSay(Shown page, params string[] words)
    {
        foreach (var word in words)
        {
            page.Text.ShouldContain(word, Case.Insensitive);
        }
    }

    private static (decimal Work, decimal Surcharge, decimal Travel, decimal Total) LinesOf(Shown mission)
    {
        var euros = Amount().Matches(mission.Text.Split("Quantité")[1])
            .Select(m => decimal.Parse(m.Groups["euros"].Value.Replace(" ", "", StringComparison.Ordinal), French)).ToList();
        return (euros[0], euros[1], euros[2], euros[3]);
    }

    [GeneratedRegex(@"https?://\S+/proposition/\S+", RegexOptions.CultureInvariant)]
    private static partial Regex OfferLink();

    [GeneratedRegex(@"OM-\d{4}-\d{4}", RegexOptions.CultureInvariant)]
    private static partial Regex MissionNumber();

    [GeneratedRegex("/api/v1/groupings/[^/]+/", RegexOptions.CultureInvariant)]
    private static partial Regex ApiRoot();

    [GeneratedRegex("class=\"secret\"><code>(?<secret>[^<]+)<", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Secret();

    [GeneratedRegex(@"(?<euros>\d[\d ]*,\d\d) €", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Amount();
}
