using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Web.Tests;

public sealed class SignInTests
{
    [Theory]
    [BothProviders]
    public async Task A_user_with_a_password_comes_in_and_goes_where_they_were_going(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider);
        await service.SetPasswordAsync(Role.Administrator);
        using var browser = service.NewBrowser();

        (await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/utilisateurs")).Status.ShouldBe(302);
        await browser.FollowAsync();
        var entered = await SignInAsync(browser, service.EmailOf(Role.Administrator), RunningService.Password);

        entered.Location.ShouldBe($"/g/{service.Sample.Grouping.Code}/utilisateurs");
        (await browser.FollowAsync()).Text.ShouldContain("Essai Administrator");
    }

    [Fact]
    public async Task Five_wrong_passwords_close_the_account_even_to_the_right_one_and_nothing_tells_it_from_an_unknown_address()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Administrator);
        using var browser = service.NewBrowser();
        var told = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            await browser.GetAsync("/connexion");
            told.Add(Reason(await SignInAsync(browser, service.EmailOf(Role.Administrator), "faux")));
        }

        await browser.GetAsync("/connexion");
        told.Add(Reason(await SignInAsync(browser, service.EmailOf(Role.Administrator), RunningService.Password)));
        await browser.GetAsync("/connexion");
        told.Add(Reason(await SignInAsync(browser, "personne@exemple.invalid", RunningService.Password)));

        told.Distinct().ShouldHaveSingleItem().ShouldContain("inexact");
        browser.CookieNamed("staffpool").ShouldBeNull();
    }

    [Fact]
    public async Task An_unknown_address_takes_as_long_as_a_wrong_password()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Administrator);
        using var browser = service.NewBrowser();
        // The first of each compiles.
        await TimeAsync(browser, service.EmailOf(Role.Administrator));
        await TimeAsync(browser, "personne@exemple.invalid");

        var known = (await TimeAsync(browser, service.EmailOf(Role.Administrator))).TotalMilliseconds;
        var unknown = (await TimeAsync(browser, "personne@exemple.invalid")).TotalMilliseconds;

        // Without the hash of nobody it would be some thirty times less.
        unknown.ShouldBeGreaterThan(known / 5);
    }

    [Fact]
    public async Task A_sign_in_never_sends_to_another_site()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Auditor);
        foreach (var trap in (string[])["https://ailleurs.invalid/", "//ailleurs.invalid", "/\\ailleurs.invalid", "ailleurs"])
        {
            using var browser = service.NewBrowser();
            await browser.GetAsync($"/connexion?retour={Uri.EscapeDataString(trap)}");

            (await SignInAsync(browser, service.EmailOf(Role.Auditor), RunningService.Password)).Location.ShouldBe("/", trap);
        }
    }

    [Fact]
    public async Task A_one_time_link_works_once_and_looking_at_it_does_not_use_it_up()
    {
        await using var service = await RunningService.StartAsync();
        var token = await service.Services.GetRequiredService<SignInLinks>().CreateAsync(service.Sample.Users[Role.Coordinator].Id, CancellationToken.None);
        using var first = service.NewBrowser();
        using var second = service.NewBrowser();
        await first.GetAsync($"/lien/{token}");
        await second.GetAsync($"/lien/{token}");

        (await first.PostAsync()).Location.ShouldBe("/");
        var late = await second.PostAsync();

        late.Text.ShouldContain("a déjà servi");
        second.CookieNamed("staffpool").ShouldBeNull();
    }

    [Fact]
    public async Task Of_twenty_browsers_that_use_a_link_at_once_one_comes_in()
    {
        await using var service = await RunningService.StartAsync();
        var links = service.Services.GetRequiredService<SignInLinks>();
        var token = await links.CreateAsync(service.Sample.Users[Role.Coordinator].Id, CancellationToken.None);

        var used = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => links.UseAsync(token, CancellationToken.None)));

        used.OfType<Guid>().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_link_expires_after_a_day()
    {
        await using var service = await RunningService.StartAsync();
        var token = await service.Services.GetRequiredService<SignInLinks>().CreateAsync(service.Sample.Users[Role.Coordinator].Id, CancellationToken.None);
        using var browser = service.NewBrowser();

        service.Clock.Shift = TimeSpan.FromHours(24) - TimeSpan.FromMinutes(1);
        (await browser.GetAsync($"/lien/{token}")).Html.ShouldContain("Entrer");
        service.Clock.Shift = TimeSpan.FromHours(24) + TimeSpan.FromSeconds(1);
        (await browser.GetAsync($"/lien/{token}")).Text.ShouldContain("expiré");
    }

    [Fact]
    public async Task An_ended_session_is_out_at_its_next_request()
    {
        await using var service = await RunningService.StartAsync();
        using var here = await service.SignedInAsync(Role.Administrator);
        using var there = await service.SignedInAsync(Role.Administrator);
        (await there.GetAsync("/compte")).Status.ShouldBe(200);
        await here.GetAsync("/compte");
        here.Page.Text.ShouldContain("Firefox, Linux");

        (await here.PostAsync("EndOthers")).Status.ShouldBe(302);

        (await there.GetAsync("/compte")).Location!.ShouldContain("/connexion");
        (await here.GetAsync("/compte")).Text.ShouldContain("Les autres sessions sont fermées.");
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_once_its_session_is_signed_out()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var cookie = browser.CookieNamed("staffpool");
        await browser.GetAsync("/compte");
        await browser.PostAsync("deconnexion");

        using var thief = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.Address };
        thief.DefaultRequestHeaders.Add("Cookie", $"staffpool={cookie}");
        var answer = await thief.GetAsync("/compte", TestContext.Current.CancellationToken);

        ((int)answer.StatusCode).ShouldBe(302);
        answer.Headers.Location!.ToString().ShouldContain("/connexion");
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        await using var service = await RunningService.StartAsync();
        using var victim = await service.SignedInAsync(Role.Administrator);
        using var other = await service.SignedInAsync(Role.Auditor);
        using var second = await service.SignedInAsync(Role.Auditor);
        var theirs = (await service.Services.GetRequiredService<UserSessions>().ListAsync(service.Sample.Users[Role.Administrator].Id, CancellationToken.None))[0].Id;
        await other.GetAsync("/compte");

        await other.PostAsync("handler=End\"", ("session", theirs.ToString()));

        (await victim.GetAsync("/compte")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_is_the_one_that_works()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Administrator);
        using var here = await service.SignedInAsync(Role.Administrator);
        using var there = await service.SignedInAsync(Role.Administrator);
        await here.GetAsync("/compte");

        var refused = await here.PostAsync("Password", ("Current", "faux"), ("New.Password", "court"), ("New.Again", "autre"));
        var reasons = refused.Text;
        await here.GetAsync("/compte");
        await here.PostAsync("Password", ("Current", RunningService.Password), ("New.Password", "Dix-neuf melons 4!"), ("New.Again", "Dix-neuf melons 4!"));

        refused.Status.ShouldBe(422);
        reasons.ShouldContain("Le mot de passe actuel est inexact.");
        reasons.ShouldContain("Trop court");
        reasons.ShouldContain("Les deux mots de passe diffèrent.");
        (await there.GetAsync("/compte")).Status.ShouldBe(302);
        await there.GetAsync("/connexion");
        (await SignInAsync(there, service.EmailOf(Role.Administrator), "Dix-neuf melons 4!")).Location.ShouldBe("/");
    }

    [Fact]
    public async Task A_page_left_open_over_a_restart_still_posts()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        await browser.GetAsync("/compte");

        await service.RestartAsync();

        (await browser.PostAsync("Password", ("New.Password", "Dix-neuf melons 4!"), ("New.Again", "Dix-neuf melons 4!"))).Location.ShouldBe("/compte");
        (await browser.FollowAsync()).Text.ShouldContain("Le mot de passe est changé");
    }

    internal static Task<Shown> SignInAsync(Browser browser, string email, string password) =>
        browser.PostAsync("", ("Email", email), ("Password", password));

    private static string Reason(Shown page)
    {
        page.Status.ShouldBe(422);
        return page.Text[page.Text.IndexOf("à corriger", StringComparison.Ordinal)..page.Text.IndexOf("Adresse électronique", StringComparison.Ordinal)];
    }

    private static async Task<TimeSpan> TimeAsync(Browser browser, string email)
    {
        await browser.GetAsync("/connexion");
        var start = Stopwatch.GetTimestamp();
        await SignInAsync(browser, email, "faux");
        return Stopwatch.GetElapsedTime(start);
    }
}
