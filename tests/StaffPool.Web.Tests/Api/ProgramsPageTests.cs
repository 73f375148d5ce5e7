using System.Text.RegularExpressions;
using StaffPool.Data.Access;

namespace StaffPool.Web.Tests.Api;

public sealed partial class ProgramsPageTests
{
    [Fact]
    public async Task A_token_is_made_on_a_page_shown_once_used_and_revoked()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var page = $"/g/{service.Sample.Grouping.Code}/applications";
        await browser.GetAsync(page);

        var made = await browser.PostAsync("handler=Token", ("Name", "paie"), ("Days", "30"), ("IsReadOnly", "true"), ("Modules", "Members"));
        var secret = Secret().Match(made.Html).Value;

        using (var api = new ApiClient(service.Address, service.Sample.Id, secret))
        {
            (await api.GetAsync("members")).Status.ShouldBe(200);
            (await api.GetAsync("campaigns")).Code.ShouldBe("token.module");
            (await browser.GetAsync(page)).Html.ShouldNotContain(secret);
            (await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/journal")).Html.ShouldNotContain(secret);
            await browser.GetAsync(page);
            (await browser.PostAsync("handler=Revoke")).Status.ShouldBe(302);
            (await api.GetAsync("members")).Status.ShouldBe(401);
        }

        (await browser.GetAsync(page)).Text.ShouldContain("révoqué");
        var refused = await browser.PostAsync("handler=Token", ("Name", ""), ("Days", "900"), ("IsReadOnly", "true"), ("Roles", "Auditor"));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("de 1 à 366 jours");
        refused.Text.ShouldContain("un jeton ne peut pas en avoir plus que vous");
    }

    [Fact]
    public async Task A_webhook_inside_our_own_network_is_refused_and_the_reference_can_be_read_by_anybody()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/applications");

        var refused = await browser.PostAsync("handler=Webhook", ("Target", "https://192.168.1.1/"), ("Events", "PlanPublished"));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("Internet public");

        using var nobody = service.NewBrowser();
        var reference = await nobody.GetAsync("/api");
        reference.Status.ShouldBe(200);
        reference.Text.ShouldContain("PUT campaigns/{campaignId}/declarations/{memberId}");
    }

    [GeneratedRegex("sp_[A-Za-z0-9_-]{60,}", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();
}
