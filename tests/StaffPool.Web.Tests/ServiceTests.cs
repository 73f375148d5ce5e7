using Microsoft.Extensions.DependencyInjection;
using StaffPool.Application.Access;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;
using StaffPool.Web.Hosting;

namespace StaffPool.Web.Tests;

public sealed class ServiceTests
{
    [Fact]
    public async Task Every_answer_forbids_what_pages_do_not_need()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        foreach (var path in (string[])["/", "/compte", "/rien", "/health", Assets.AddressOf("service.css"), $"/g/{service.Sample.Grouping.Code}"])
        {
            var headers = (await browser.GetAsync(path)).Response.Headers;

            var policy = headers.GetValues("Content-Security-Policy").Single();
            policy.ShouldContain("default-src 'self'");
            policy.ShouldContain("frame-ancestors 'none'");
            policy.ShouldNotContain("unsafe");
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
            headers.Contains("Referrer-Policy").ShouldBeTrue();
            headers.Contains("Server").ShouldBeFalse();
            headers.Contains("Strict-Transport-Security").ShouldBeFalse();
        }
    }

    [Fact]
    public async Task Behind_a_proxy_with_https_the_cookies_are_for_https_alone_and_the_browser_is_told_to_stay()
    {
        await using var service = await RunningService.StartAsync();
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = service.Address };
        http.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");

        var page = await http.GetAsync("/connexion", TestContext.Current.CancellationToken);

        page.Headers.GetValues("Strict-Transport-Security").ShouldNotBeEmpty();
        page.Headers.GetValues("Set-Cookie").ShouldAllBe(c => c.Contains("secure") && c.Contains("httponly") && c.Contains("samesite"));
    }

    [Fact]
    public async Task A_form_without_its_token_does_nothing()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);

        var refused = await browser.PostRawAsync("/compte?handler=EndOthers");

        refused.Status.ShouldBe(400);
        refused.Text.ShouldContain("Demande refusée");
    }

    [Fact]
    public async Task What_does_not_exist_or_is_another_groupings_looks_the_same()
    {
        await using var service = await RunningService.StartAsync();
        var other = await SampleGrouping.AddAsync(service.Database);
        using var browser = await service.SignedInAsync(Role.Administrator);

        var unknown = await browser.GetAsync("/g/nulle-part");
        var others = await browser.GetAsync($"/g/{other.Grouping.Code}");

        unknown.Status.ShouldBe(404);
        others.Status.ShouldBe(404);
        others.Text.ShouldBe(unknown.Text);
        (await browser.GetAsync($"/g/{other.Grouping.Code}/utilisateurs")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Too_many_tries_from_one_address_wait()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = service.NewBrowser();
        await browser.GetAsync("/mot-de-passe-oublie");
        for (var i = 0; i < 60; i++)
        {
            await browser.PostRawAsync("/mot-de-passe-oublie");
        }

        (await browser.PostRawAsync("/mot-de-passe-oublie")).Status.ShouldBe(429);
    }

    [Fact]
    public async Task Health_says_when_the_database_is_there_and_pages_wait_for_it()
    {
        await using var database = ServiceDatabase.Open(
            Path.GetTempPath(), "Host=127.0.0.1;Port=1;Username=x;Database=x;Timeout=1");
        await using var app = WebService.Build(new WebServiceOptions { Url = "http://127.0.0.1:0", Database = database, DataFolder = Path.GetTempPath() });
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var browser = new Browser(app.Services.GetRequiredService<ServiceAddress>().Of("/"));

        (await browser.GetAsync("/health/ready")).Status.ShouldBe(503);
        (await browser.GetAsync("/connexion")).Status.ShouldBe(503);
        await using var service = await RunningService.StartAsync();
        (await service.NewBrowser().GetAsync("/health/ready")).Status.ShouldBe(200);
    }

    [Theory]
    [BothProviders]
    public async Task The_first_start_gives_one_link_to_an_administrator_and_the_next_ones_none(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        await using var app = WebService.Build(new WebServiceOptions { Url = "http://127.0.0.1:0", Database = test.Database, DataFolder = test.Folder });
        await app.StartAsync(TestContext.Current.CancellationToken);
        await app.Services.GetRequiredService<Readiness>().WaitAsync(TestContext.Current.CancellationToken);
        var first = app.Services.GetRequiredService<FirstAdministrator>();

        var token = await first.LinkAsync("chef@exemple.invalid", always: false, TestContext.Current.CancellationToken);
        var second = await first.LinkAsync("chef@exemple.invalid", always: false, TestContext.Current.CancellationToken);

        token.ShouldNotBeNull();
        second.ShouldBeNull();
        await using var db = test.Database.NewContext();
        db.SignInLinks.Single().TokenHash.ShouldBe(OneTimeToken.HashOf(token));
        db.Users.Single().PasswordHash.ShouldBeNull();
        using var browser = new Browser(app.Services.GetRequiredService<ServiceAddress>().Of("/"));
        await browser.GetAsync($"/lien/{token}");
        (await browser.PostAsync()).Location.ShouldBe("/");
        (await browser.GetAsync("/compte")).Text.ShouldContain("chef@exemple.invalid");
    }

    [Fact]
    public async Task A_forgotten_password_is_answered_alike_for_every_address_and_the_link_works_once()
    {
        await using var sink = new MailSink();
        await using var service = await RunningService.StartAsync(configure: o => o with { Mail = sink.Settings });
        await service.SetPasswordAsync(Role.Auditor);
        using var browser = service.NewBrowser();
        using var open = await service.SignedInAsync(Role.Auditor);

        await browser.GetAsync("/mot-de-passe-oublie");
        var unknown = await browser.PostAsync("", ("Email", "personne@exemple.invalid"));
        await browser.GetAsync("/mot-de-passe-oublie");
        var known = await browser.PostAsync("", ("Email", service.EmailOf(Role.Auditor)));
        var link = InvitationTests.LinkIn(await sink.NextAsync());

        known.Text.ShouldBe(unknown.Text);
        sink.HasMore.ShouldBeFalse();
        await browser.GetAsync(link);
        (await browser.PostAsync("", ("New.Password", "Dix-neuf melons 4!"), ("New.Again", "Dix-neuf melons 4!"))).Location.ShouldBe("/connexion");
        (await browser.FollowAsync()).Text.ShouldContain("Le mot de passe est changé");
        (await SignInTests.SignInAsync(browser, service.EmailOf(Role.Auditor), "Dix-neuf melons 4!")).Location.ShouldBe("/");
        (await browser.GetAsync(link)).Text.ShouldContain("a déjà servi");
        (await open.GetAsync("/compte")).Status.ShouldBe(302);
    }
}
