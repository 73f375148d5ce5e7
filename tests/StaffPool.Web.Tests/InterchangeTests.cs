using System.Text;
using StaffPool.Application.Members;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Testing.Databases;

namespace StaffPool.Web.Tests;

public sealed class InterchangeTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_file_is_sent_shown_and_imported_by_one_confirmation()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var page = $"/g/{service.Sample.Grouping.Code}/echanges";
        await browser.GetAsync(page);

        (await browser.SendFileAsync("mes sites.csv", Encoding.Latin1.GetBytes("Nom;Membre;Type;Commune\nLes Prés;Résidence A;EHPAD;Nesle\n"))).Status.ShouldBe(302);
        var preview = await browser.FollowAsync();
        preview.Text.ShouldContain("Les Prés");
        preview.Text.ShouldContain("mes sites.csv");
        (await browser.PostAsync("Confirm")).Status.ShouldBe(302);
        (await browser.FollowAsync()).Text.ShouldContain("1 ligne(s) ajoutée(s)");

        (await SitesAsync(service)).ShouldContain("Les Prés");
    }

    [Fact]
    public async Task A_file_with_problems_cannot_be_confirmed_and_shows_each_cell()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/echanges");

        await browser.SendFileAsync("sites.csv", "Nom;Membre;Type;Commune\nX;Personne;EHPAD;Nesle\nY;Résidence A;EHPAD;Nesle\n"u8.ToArray());
        var preview = await browser.FollowAsync();

        preview.Text.ShouldContain("sites, B2");
        preview.Html.ShouldNotContain("handler=Confirm");
        (await browser.PostAsync("Discard")).Status.ShouldBe(302);
        (await SitesAsync(service)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Fifty_megabytes_are_refused_in_words_on_the_form()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/echanges");

        var refused = await browser.SendFileAsync("enorme.csv", new byte[50_000_000]);

        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("20 Mo au plus, il en fait 50");
    }

    [Fact]
    public async Task The_template_and_the_workbook_are_files_that_can_be_sent_back()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var page = $"/g/{service.Sample.Grouping.Code}/echanges";
        foreach (var handler in (string[])["Template", "Workbook"])
        {
            var file = await browser.DownloadAsync($"{page}?handler={handler}");
            file[..2].ShouldBe("PK"u8.ToArray());
            await browser.GetAsync(page);

            await browser.SendFileAsync($"{handler}.xlsx", file);

            (await browser.FollowAsync()).Text.ShouldContain("il n’y a rien à importer");
        }
    }

    [Fact]
    public async Task Sites_come_from_the_FINESS_file_and_coming_again_changes_nothing()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Administrator);
        var page = $"/g/{service.Sample.Grouping.Code}/echanges";
        for (var time = 1; time <= 2; time++)
        {
            await browser.GetAsync(page);
            await browser.SendFileAsync(
                "etalab-cs1100507.csv", BusyGrouping.SentFiness, "Finess", ("member", service.Sample.MemberB.Id.ToString()), ("numbers", "800000900 800000999"));
            var preview = await browser.FollowAsync();
            preview.Text.ShouldContain(time == 1 ? "EHPAD SYNTHETIQUE" : "il n’y a rien à importer");
            if (time == 1)
            {
                (await browser.PostAsync("Confirm")).Status.ShouldBe(302);
            }
        }

        (await SitesAsync(service)).ShouldContain("EHPAD SYNTHETIQUE");
    }

    [Fact]
    public async Task A_representative_takes_its_own_member_away_and_no_other()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.MemberRepresentative);
        var page = $"/g/{service.Sample.Grouping.Code}/echanges";

        (await browser.GetAsync(page)).Html.ShouldNotContain(service.Sample.MemberB.Id.ToString());
        (await browser.DownloadAsync($"{page}?handler=Member&member={service.Sample.MemberA.Id}"))[..2].ShouldBe("PK"u8.ToArray());
        (await browser.GetAsync($"{page}?handler=Member&member={service.Sample.MemberB.Id}")).Status.ShouldBe(403);
    }

    [Fact]
    public async Task An_auditor_exports_and_does_not_import()
    {
        await using var service = await RunningService.StartAsync();
        using var browser = await service.SignedInAsync(Role.Auditor);
        var page = await browser.GetAsync($"/g/{service.Sample.Grouping.Code}/echanges");

        page.Text.ShouldContain("Classeur rempli");
        page.Html.ShouldNotContain("type=\"file\"");
        (await browser.GetAsync($"{page.Path}?handler=Csv&table=member")).Text.ShouldContain("Résidence A");
    }

    private static async Task<IReadOnlyList<string>> SitesAsync(RunningService service) =>
        [.. (await new ListSites(service.Sample.As(Role.Administrator)).RunAsync(service.Sample.Id, Nothing.More, Stop)).Select(s => s.Name)];
}
