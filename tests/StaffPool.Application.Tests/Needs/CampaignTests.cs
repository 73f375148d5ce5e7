using StaffPool.Application.Needs;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Needs;

public sealed class CampaignTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly CampaignDates Next = new(new(2027, 7, 1), new(2027, 12, 31), new(2027, 5, 1), new(2027, 6, 15));

    [Theory]
    [BothProviders]
    public async Task A_campaign_starts_with_the_needs_of_the_one_before(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);

        var prepared = await new PrepareCampaign(work).RunAsync(busy.Id, Next, Stop);

        (prepared.FormerId, prepared.Needs).ShouldBe((busy.Sample.Campaign.Id, 2));
        var view = await UseCaseCatalogue.Make<ReadDeclaration>(work).RunAsync(busy.Id, new(prepared.Id, busy.Sample.MemberA.Id), Stop);
        (view.Status, view.Version, view.Needs.Single().Amount).ShouldBe((DeclarationStatus.CarriedOver, 1, 40));
    }

    [Fact]
    public async Task Members_see_a_campaign_once_it_is_open()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        var id = (await new PrepareCampaign(work).RunAsync(busy.Id, Next, Stop)).Id;
        var list = new ListCampaigns(busy.Sample.As(Role.MemberRepresentative));
        var read = UseCaseCatalogue.Make<ReadDeclaration>(busy.Sample.As(Role.MemberRepresentative));

        (await list.RunAsync(busy.Id, Nothing.More, Stop)).ShouldNotContain(c => c.Id == id);
        await read.RunAsync(busy.Id, new(id, busy.Sample.MemberA.Id), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
        await new ChangeCampaignStatus(work).RunAsync(busy.Id, new CampaignStatusChange(id, 1, CampaignStatus.Open), Stop);

        (await list.RunAsync(busy.Id, Nothing.More, Stop)).ShouldContain(c => c.Id == id);
        (await read.RunAsync(busy.Id, new(id, busy.Sample.MemberA.Id), Stop)).IsOpen.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_problem_of_the_dates_is_told_at_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);
        var prepare = new PrepareCampaign(sample.As(Role.Administrator));

        (await prepare.RunAsync(sample.Id, new(new(2028, 7, 1), new(2028, 1, 1), new(2028, 6, 1), new(2028, 5, 1)), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["campaign.period-reversed", "campaign.dates-reversed", "campaign.closes-late"]);
        (await prepare.RunAsync(sample.Id, new(new(2027, 1, 1), new(2028, 12, 31), new(1026, 11, 1), new(2026, 12, 1)), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["campaign.year", "campaign.period-long", "campaign.overlap"]);
    }

    [Theory]
    [BothProviders]
    public async Task A_period_has_one_campaign_whatever_two_people_do_at_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var prepare = new PrepareCampaign(busy.Sample.As(Role.Administrator));

        // Overlapping, each with its own first day: no key of the database sees it.
        var attempts = Enumerable.Range(1, 5).Select(day => prepare.RunAsync(busy.Id, Next with { PeriodStart = new(2027, 7, day) }, Stop)).ToList();
        await Task.WhenAll(attempts.Select(a => a.ContinueWith(_ => { }, TaskScheduler.Default)));

        attempts.Count(a => a.IsCompletedSuccessfully).ShouldBe(1);
        attempts.Where(a => a.IsFaulted).ShouldAllBe(a => ((RefusedException)a.Exception!.InnerException!).Reasons[0].Code == "campaign.overlap");
    }

    [Theory]
    [BothProviders]
    public async Task A_closed_campaign_takes_no_declaration_until_it_is_open_again(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var work = busy.Sample.As(Role.Administrator);
        var declare = new DeclareNeeds(busy.Sample.As(Role.MemberRepresentative));
        var declaration = (Declaration)SampleRequests.Of(typeof(DeclareNeeds), busy);
        var status = new ChangeCampaignStatus(work);
        await new ReviseCampaign(work).RunAsync(
            busy.Id,
            new CampaignRevision(busy.Sample.Campaign.Id, 1, new(busy.Sample.Campaign.PeriodStart, busy.Sample.Campaign.PeriodEnd, new(2026, 11, 1), new(2027, 6, 30))),
            Stop);
        await status.RunAsync(busy.Id, new CampaignStatusChange(busy.Sample.Campaign.Id, 2, CampaignStatus.Closed), Stop);

        (await declare.RunAsync(busy.Id, declaration, Stop).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["declaration.not-open"]);
        (await status.RunAsync(busy.Id, new CampaignStatusChange(busy.Sample.Campaign.Id, 3, CampaignStatus.Draft), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["campaign.status"]);
        await status.RunAsync(busy.Id, new CampaignStatusChange(busy.Sample.Campaign.Id, 3, CampaignStatus.Open), Stop);

        (await declare.RunAsync(busy.Id, declaration, Stop)).Version.ShouldBe(2);
    }

    [Fact]
    public async Task The_period_of_a_campaign_that_is_planned_no_longer_changes()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var busy = await BusyGrouping.AddAsync(test.Database);

        (await new ReviseCampaign(busy.Sample.As(Role.Administrator))
            .RunAsync(busy.Id, new CampaignRevision(busy.Sample.Campaign.Id, 1, Next), Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["campaign.planned"]);
    }

    [Theory]
    [BothProviders]
    public async Task A_campaign_is_followed_in_half_days_beside_the_one_before(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);

        var progress = await UseCaseCatalogue.Make<FollowCampaign>(busy.Sample.As(Role.Coordinator)).RunAsync(busy.Id, new(busy.Sample.Campaign.Id), Stop);

        var a = progress.Members.Single(m => m.MemberId == busy.Sample.MemberA.Id);
        (a.Status, a.Needs, a.PerYear, a.InPeriod, a.Change).ShouldBe((DeclarationStatus.InProgress, 1, 40, 20, 10));
        a.Trace.ShouldHaveSingleItem().ToString().ShouldStartWith("Site A, Ergothérapeute");
        var spare = progress.Members.Single(m => m.MemberId == busy.SpareMember.Id);
        (spare.Status, spare.Needs, spare.PerYear, spare.Change).ShouldBe((null, 0, 0, 0));
    }

    [Theory]
    [BothProviders]
    public async Task Needs_stand_beside_what_the_staff_can_give(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var busy = await BusyGrouping.AddAsync(test.Database);
        var asked = new CampaignAsked(busy.Sample.Campaign.Id);

        var whole = await UseCaseCatalogue.Make<ReadNeedsAgainstStaff>(busy.Sample.As(Role.Auditor)).RunAsync(busy.Id, asked, Stop);
        var member = await UseCaseCatalogue.Make<ReadNeedsAgainstStaff>(busy.Sample.As(Role.MemberRepresentative)).RunAsync(busy.Id, asked, Stop);
        var funder = await UseCaseCatalogue.Make<ReadNeedsAgainstStaff>(busy.Sample.As(Role.Funder)).RunAsync(busy.Id, asked, Stop);

        // 0.8 and twice 0.5 full-time equivalents x 459.14 half-days x 6/12, each rounded down: 183 + 114 + 114.
        var profession = whole.Professions.ShouldHaveSingleItem();
        (profession.Asked, profession.Capacity, profession.Gap, profession.Trace.Count).ShouldBe((50, 411, 361, 3));
        whole.Sites.Select(s => (s.SiteName, s.HalfDays)).ShouldBe([("Site A", 20), ("Site B", 30)]);
        member.Sites.ShouldHaveSingleItem().SiteName.ShouldBe("Site A");
        member.Professions[0].Trace.ShouldBeEmpty();
        funder.Sites.ShouldBeEmpty();
        funder.Professions[0].Trace.ShouldBeEmpty();
        funder.Asked.ShouldBe(50);
    }

    [Fact]
    public async Task A_campaign_without_needs_is_followed_too()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        var sample = await SampleGrouping.AddAsync(test.Database);

        var progress = await UseCaseCatalogue.Make<FollowCampaign>(sample.As(Role.Administrator)).RunAsync(sample.Id, new(null), Stop);
        var balance = await UseCaseCatalogue.Make<ReadNeedsAgainstStaff>(sample.As(Role.Administrator)).RunAsync(sample.Id, new(null), Stop);

        progress.Members.Select(m => m.FormerPerYear).ShouldBe([null, null]);
        (balance.Asked, balance.Capacity).ShouldBe((0, 183));
    }
}
