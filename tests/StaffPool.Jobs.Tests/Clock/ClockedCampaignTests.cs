using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;
using StaffPool.Data.Needs;
using StaffPool.Data.Runs;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Clock;

/// <summary>A campaign from its opening to the rights that follow from it, by the clock alone.</summary>
public sealed class ClockedCampaignTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_campaign_opens_on_its_first_day_or_as_soon_after_as_a_clock_strikes(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var next = CampaignOf(new(2027, 7, 1), new(2027, 12, 31), new(2027, 5, 1), new(2027, 6, 15));
        var late = CampaignOf(new(2028, 1, 1), new(2028, 6, 30), new(2027, 5, 3), new(2027, 11, 15));
        var over = CampaignOf(new(2028, 7, 1), new(2028, 12, 31), new(2027, 1, 2), new(2027, 4, 29));
        await struck.ChangeAsync(db => db.AddRangeAsync(next, late, over));

        (await struck.StrikeAsync(RunKind.CampaignOpening, new(2027, 4, 30))).ShouldBeEmpty();
        (await struck.StrikeAsync(RunKind.CampaignOpening, new(2027, 5, 1))).ShouldBe(["2027-07-01/2027-05-01"]);
        (await struck.StrikeAsync(RunKind.CampaignOpening, new(2027, 5, 1))).ShouldBeEmpty();
        (await StatusAsync(struck, next)).ShouldBe(CampaignStatus.Open);
        (await StatusAsync(struck, late)).ShouldBe(CampaignStatus.Draft);

        // Nobody struck from the third to the seventh.
        (await struck.StrikeAsync(RunKind.CampaignOpening, new(2027, 5, 7))).ShouldBe(["2028-01-01/2027-05-03"]);
        (await StatusAsync(struck, late)).ShouldBe(CampaignStatus.Open);
        (await StatusAsync(struck, over)).ShouldBe(CampaignStatus.Draft, "its last day is past: opening it is for its administrator to decide");
    }

    [Theory]
    [BothProviders]
    public async Task A_campaign_closes_the_day_after_its_last_and_stays_open_where_it_was_opened_again(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var campaign = struck.Busy.Sample.Campaign;

        (await struck.StrikeAsync(RunKind.CampaignClosing, campaign.ClosesOn)).ShouldBeEmpty();
        (await StatusAsync(struck, campaign)).ShouldBe(CampaignStatus.Open);
        (await struck.StrikeAsync(RunKind.CampaignClosing, campaign.ClosesOn.AddDays(1))).Count.ShouldBe(1);
        (await struck.StrikeAsync(RunKind.CampaignClosing, campaign.ClosesOn.AddDays(1))).ShouldBeEmpty();
        (await StatusAsync(struck, campaign)).ShouldBe(CampaignStatus.Closed);

        await SetAsync(struck, campaign, CampaignStatus.Open);
        (await struck.StrikeAsync(RunKind.CampaignClosing, campaign.ClosesOn.AddDays(2))).ShouldBeEmpty();
        (await StatusAsync(struck, campaign)).ShouldBe(CampaignStatus.Open);
    }

    [Fact]
    public async Task Representatives_are_told_of_the_opening_and_reminded_until_they_confirm()
    {
        await using var struck = await StruckGrouping.OpenAsync(Provider.Sqlite);
        var campaign = struck.Busy.Sample.Campaign;
        async Task<int> LettersOn(int month, int day)
        {
            var before = struck.Letters.Count;
            await struck.StrikeAsync(RunKind.CampaignReminder, new(2026, month, day));
            struck.Letters.Skip(before).ShouldAllBe(l => l.To.StartsWith("MemberRepresentative-"));
            return struck.Letters.Count - before;
        }

        (await LettersOn(10, 31)).ShouldBe(1, "it is open, though ahead of its first day");
        (await LettersOn(11, 3)).ShouldBe(0);
        struck.Letters[0].Subject.ShouldContain("est ouverte jusqu’au 15 décembre 2026");
        (await LettersOn(11, 30)).ShouldBe(0, "fifteen days are left");
        (await LettersOn(12, 1)).ShouldBe(1, "fourteen are left");
        (await LettersOn(12, 2)).ShouldBe(0);
        struck.Letters[1].Subject.ShouldContain("à confirmer avant le 15 décembre 2026");
        (await LettersOn(12, 10)).ShouldBe(1, "nobody struck on the eighth, seven days before");

        await struck.ChangeAsync(db => db.Declarations.Where(d => d.CampaignId == campaign.Id)
            .ExecuteUpdateAsync(s => s.SetProperty(d => d.Status, DeclarationStatus.Confirmed)));
        (await LettersOn(12, 14)).ShouldBe(0, "its needs are confirmed");
    }

    [Theory]
    [BothProviders]
    public async Task Rights_are_computed_once_a_campaign_is_closed_and_again_once_an_assembly_met_on_them(Provider provider)
    {
        await using var struck = await StruckGrouping.OpenAsync(provider);
        var (campaign, former) = (struck.Busy.Sample.Campaign, "2026-07-01/2026-06-01/1");

        (await struck.StrikeAsync(RunKind.ProvisionalRights, new(2026, 12, 15))).ShouldBe([former], "the campaign before is closed already");
        await struck.StrikeAsync(RunKind.CampaignClosing, new(2026, 12, 16));
        var key = (await struck.StrikeAsync(RunKind.ProvisionalRights, new(2026, 12, 16))).ShouldHaveSingleItem();
        key.ShouldBe("2027-01-01/2026-12-15/2");
        (await struck.StrikeAsync(RunKind.ProvisionalRights, new(2026, 12, 16))).ShouldBeEmpty();
        (await struck.FoundAsync(RunKind.ProvisionalRights, key)).ShouldContain("Résidence A");

        // A member was late: the needs changed, and so may the rights.
        var change = new ChangeCampaignStatus(struck.Busy.Sample.As(Role.Administrator));
        await change.RunAsync(struck.Busy.Id, new(campaign.Id, 2, CampaignStatus.Open), Stop);
        await change.RunAsync(struck.Busy.Id, new(campaign.Id, 3, CampaignStatus.Closed), Stop);
        (await struck.StrikeAsync(RunKind.ProvisionalRights, new(2026, 12, 18))).ShouldBe(["2027-01-01/2026-12-15/4"]);

        (await struck.StrikeAsync(RunKind.FinalRights, new(2027, 1, 20))).ShouldBeEmpty();
        await struck.ChangeAsync(async db =>
        {
            var assembly = await db.Assemblies.SingleAsync();
            (assembly.Day, assembly.Status) = (new DateOnly(2027, 1, 19), AssemblyStatus.Closed);
        });
        var final = (await struck.StrikeAsync(RunKind.FinalRights, new(2027, 1, 20))).ShouldHaveSingleItem();
        (await struck.StrikeAsync(RunKind.FinalRights, new(2027, 1, 21))).ShouldBeEmpty();
        (await struck.FoundAsync(RunKind.FinalRights, final)).ShouldContain("Résidence B");
    }

    private static CampaignRow CampaignOf(DateOnly start, DateOnly end, DateOnly opens, DateOnly closes) =>
        new() { PeriodStart = start, PeriodEnd = end, OpensOn = opens, ClosesOn = closes, Status = CampaignStatus.Draft };

    private static Task<CampaignStatus> StatusAsync(StruckGrouping struck, CampaignRow campaign) =>
        struck.ReadAsync(db => db.Campaigns.Where(c => c.Id == campaign.Id).Select(c => c.Status).SingleAsync());

    private static Task SetAsync(StruckGrouping struck, CampaignRow campaign, CampaignStatus status) =>
        struck.ChangeAsync(async db => (await db.Campaigns.SingleAsync(c => c.Id == campaign.Id)).Status = status);
}
