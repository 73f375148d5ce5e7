using System.Text.RegularExpressions;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Web.Tests;

public sealed partial class SecondFactorTests
{
    [Theory]
    [BothProviders]
    public async Task It_is_turned_on_asked_for_at_sign_in_and_replaced_once_by_each_recovery_code(Provider provider)
    {
        await using var service = await RunningService.StartAsync(provider);
        await service.SetPasswordAsync(Role.Administrator);
        using var first = await service.SignedInAsync(Role.Administrator);
        using var other = await service.SignedInAsync(Role.Administrator);
        var (key, codes, used) = await EnrolAsync(first);

        codes.Count.ShouldBe(10);
        (await other.GetAsync("/compte")).Status.ShouldBe(302);
        using var browser = service.NewBrowser();
        await HalfwayAsync(browser, service);
        (await browser.GetAsync("/compte")).Location!.ShouldContain("/connexion");
        await browser.GetAsync("/connexion/second-facteur");
        (await browser.PostAsync("", ("Code", "000000"))).Status.ShouldBe(422);
        // The code that turned it on was used; the next step's is within the tolerance.
        (await browser.PostAsync("", ("Code", used))).Status.ShouldBe(422);
        var next = Totp.CodeOf(key, 1);
        (await browser.PostAsync("", ("Code", next))).Location.ShouldBe("/");

        using var thief = service.NewBrowser();
        await HalfwayAsync(thief, service);
        foreach (var seen in (string[])[used, next])
        {
            (await thief.PostAsync("", ("Code", seen))).Status.ShouldBe(422);
        }

        using var lost = service.NewBrowser();
        await HalfwayAsync(lost, service);
        (await lost.PostAsync("", ("Code", codes[3]))).Location.ShouldBe("/");
        using var twice = service.NewBrowser();
        await HalfwayAsync(twice, service);
        (await twice.PostAsync("", ("Code", codes[3]))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Recovery_codes_are_not_in_the_database()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var (_, codes, _) = await EnrolAsync(browser);

        await using var db = service.Database.NewContext();
        var kept = string.Concat(db.UserTokens.Select(t => t.Value));

        codes.ShouldAllBe(c => !kept.Contains(c));
    }

    [Fact]
    public async Task Five_wrong_codes_close_the_account()
    {
        await using var service = await RunningService.StartAsync();
        await service.SetPasswordAsync(Role.Administrator);
        using var first = await service.SignedInAsync(Role.Administrator);
        var (key, _, _) = await EnrolAsync(first);
        using var browser = service.NewBrowser();
        await HalfwayAsync(browser, service);
        for (var i = 0; i < 5; i++)
        {
            (await browser.PostAsync("", ("Code", "000000"))).Status.ShouldBe(422);
        }

        (await browser.PostAsync("", ("Code", Totp.CodeOf(key, 1)))).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Where_a_grouping_requires_it_nothing_is_seen_before_it_is_on()
    {
        await using var service = await RunningService.StartAsync();
        var code = service.Sample.Grouping.Code;
        using var admin = await service.SignedInAsync(Role.Administrator);
        using var coordinator = await service.SignedInAsync(Role.Coordinator);
        await admin.GetAsync($"/g/{code}/utilisateurs");
        await admin.PostAsync("Factor");

        foreach (var path in (string[])["/", $"/g/{code}", $"/g/{code}/plan", "/compte"])
        {
            (await coordinator.GetAsync(path)).Location.ShouldBe("/compte/second-facteur", path);
        }

        await EnrolAsync(coordinator);
        (await coordinator.GetAsync($"/g/{code}")).Status.ShouldBe(200);
        await coordinator.GetAsync("/compte/second-facteur");
        coordinator.Page.Html.ShouldNotContain("Disable");
    }

    [Fact]
    public async Task It_is_turned_off_with_a_code_alone()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var (_, codes, _) = await EnrolAsync(browser);
        await browser.GetAsync("/compte/second-facteur");
        var html = browser.Page.Html;
        var action = Regex.Match(html, "formaction=\"(?<at>[^\"]*Disable[^\"]*)\"", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking).Groups["at"].Value;
        var token = Regex.Match(html, "Désactiver.*?__RequestVerificationToken[^>]*value=\"(?<it>[^\"]*)\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture).Groups["it"].Value;

        (await browser.PostRawAsync(action, ("Code", "000000"), ("__RequestVerificationToken", token))).Status.ShouldBe(422);
        (await browser.PostRawAsync(action, ("Code", codes[0]), ("__RequestVerificationToken", token))).Location.ShouldBe("/compte");
        (await browser.FollowAsync()).Text.ShouldContain("Le second facteur est désactivé.");
    }

    private static async Task<(string Key, IReadOnlyList<string> Codes, string Used)> EnrolAsync(Browser browser)
    {
        await browser.GetAsync("/compte/second-facteur");
        browser.Page.Html.ShouldContain("<svg");
        var key = Key().Match(browser.Page.Html).Groups["key"].Value;
        (await browser.PostAsync("Enable", ("Code", "000000"))).Text.ShouldContain("Ces chiffres ne sont pas les bons.");
        var used = Totp.CodeOf(key);
        var shown = await browser.PostAsync("Enable", ("Code", used));
        return (key, [.. Codes().Matches(shown.Html).Select(m => m.Groups["code"].Value)], used);
    }

    private static async Task HalfwayAsync(Browser browser, RunningService service)
    {
        await browser.GetAsync("/connexion");
        (await SignInTests.SignInAsync(browser, service.EmailOf(Role.Administrator), RunningService.Password)).Location!
            .ShouldStartWith("/connexion/second-facteur");
        await browser.FollowAsync();
    }

    [GeneratedRegex("class=\"secret\">(?<key>[A-Z2-7]{32})<", RegexOptions.CultureInvariant)]
    private static partial Regex Key();

    [GeneratedRegex("<li>(?<code>[A-Z0-9]{5}-[A-Z0-9]{5})</li>", RegexOptions.CultureInvariant)]
    private static partial Regex Codes();
}
