using System.Net;
using Microsoft.EntityFrameworkCore;
using StaffPool.Data.Access;

namespace StaffPool.Web.Tests.OpenId;

public sealed class OpenIdTests(TestProvider provider) : IClassFixture<TestProvider>
{
    [Fact]
    public async Task A_known_address_that_the_provider_has_verified_comes_in_and_again_by_its_subject()
    {
        await using var service = await StartAsync();
        await provider.BecomeAsync("known", service.EmailOf(Role.Administrator));
        using var browser = service.NewBrowser();

        var entered = await GoAsync(browser, "/connexion/externe?retour=/compte");
        await provider.BecomeAsync("known", "une-autre@exemple.invalid");
        using var later = service.NewBrowser();
        var again = await GoAsync(later, "/connexion/externe");

        entered.Location.ShouldBe("/compte");
        (await browser.FollowAsync()).Text.ShouldContain(service.EmailOf(Role.Administrator));
        again.Location.ShouldBe("/");
        (await later.GetAsync("/compte")).Text.ShouldContain("Ce compte est relié à Essai Connect");
    }

    [Theory]
    [InlineData("stranger")]
    [InlineData("unverified")]
    public async Task Whoever_is_unknown_here_gets_neither_account_nor_right(string account)
    {
        await using var service = await StartAsync();
        await provider.BecomeAsync(account);
        using var browser = service.NewBrowser();
        var before = await UsersAsync(service);

        var refused = await GoAsync(browser, "/connexion/externe");

        refused.Status.ShouldBe(403);
        refused.Text.ShouldContain("aucun compte ne correspond");
        browser.CookieNamed("staffpool").ShouldBeNull();
        (await UsersAsync(service)).ShouldBe(before);
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("nonce")]
    [InlineData("issuer")]
    [InlineData("expired")]
    [InlineData("key")]
    [InlineData("unsigned")]
    [InlineData("subject")]
    public async Task A_token_that_lies_is_not_believed(string how)
    {
        await using var service = await StartAsync();
        await provider.BecomeAsync("known", service.EmailOf(Role.Administrator));
        using var browser = service.NewBrowser();
        await provider.LieAsync(how);
        try
        {
            var refused = await GoAsync(browser, "/connexion/externe");

            refused.Status.ShouldBe(403);
            refused.Text.ShouldContain("la réponse n’est pas digne de confiance");
            browser.CookieNamed("staffpool").ShouldBeNull();
        }
        finally
        {
            await provider.LieAsync("");
        }
    }

    [Fact]
    public async Task An_answer_that_this_browser_did_not_ask_for_is_refused()
    {
        await using var service = await StartAsync();
        await provider.BecomeAsync("known", service.EmailOf(Role.Administrator));
        using var asking = service.NewBrowser();
        using var victim = service.NewBrowser();
        var answer = await ReturnAsync(asking, "/connexion/externe");

        var stolen = await victim.GetAsync(answer);
        var taken = await asking.GetAsync(answer);
        var twice = await asking.GetAsync(answer);

        stolen.Status.ShouldBe(403);
        stolen.Text.ShouldContain("vient d’ailleurs");
        taken.Status.ShouldBe(302);
        twice.Status.ShouldBe(403);
    }

    [Fact]
    public async Task Who_changes_their_mind_at_the_provider_is_told_so()
    {
        await using var service = await StartAsync();
        await provider.BecomeAsync("nobody");
        using var browser = service.NewBrowser();

        (await GoAsync(browser, "/connexion/externe")).Text.ShouldContain("le fournisseur a refusé");
    }

    [Fact]
    public async Task A_provider_that_is_away_leaves_the_password()
    {
        await using var service = await RunningService.StartAsync(configure: o => o with { OpenId = provider.Settings with { Issuer = new Uri("http://127.0.0.1:1") } });
        using var browser = service.NewBrowser();
        await browser.GetAsync("/connexion/externe");

        (await browser.FollowAsync()).Text.ShouldContain("le fournisseur ne répond pas");
        browser.Page.Html.ShouldContain("current-password");
    }

    [Fact]
    public async Task An_invited_person_accepts_with_the_provider_and_needs_no_password()
    {
        await using var service = await StartAsync();
        using var admin = await service.SignedInAsync(Role.Administrator);
        var link = InvitationTests.LinkIn((await InvitationTests.InviteAsync(admin, service, "pro@exemple.invalid", "Pro Essai", Role.Auditor)).Html);
        await provider.BecomeAsync("stranger");
        using var browser = service.NewBrowser();
        var there = WebUtility.HtmlDecode((await browser.GetAsync(link)).Html.Split("href=\"/connexion/externe").Last().Split('"')[0]);

        (await GoAsync(browser, $"/connexion/externe{there}")).Status.ShouldBe(302);
        (await browser.GetAsync($"/g/{service.Sample.Grouping.Code}")).Text.ShouldContain("auditeur");
        using var later = service.NewBrowser();
        (await GoAsync(later, "/connexion/externe")).Location.ShouldBe("/");
    }

    private Task<RunningService> StartAsync() => RunningService.StartAsync(configure: o => o with { OpenId = provider.Settings });

    // Through the provider and back into the service.
    private static async Task<Shown> GoAsync(Browser browser, string path) => await browser.GetAsync(await ReturnAsync(browser, path));

    private static async Task<string> ReturnAsync(Browser browser, string path)
    {
        await browser.GetAsync(path);
        using var outside = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
        var at = new Uri(browser.Page.Location!);
        while (at.AbsolutePath != "/connexion/retour")
        {
            var answer = await outside.GetAsync(at);
            at = new Uri(at, answer.Headers.Location ?? throw new InvalidOperationException(await answer.Content.ReadAsStringAsync()));
        }

        return at.AbsoluteUri;
    }

    private static async Task<int> UsersAsync(RunningService service)
    {
        await using var db = service.Database.NewContext();
        return await db.Users.CountAsync();
    }
}
