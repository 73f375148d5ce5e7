using System.Text.RegularExpressions;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Data.Planning;
using StaffPool.Domain.Needs;

namespace StaffPool.Web.Tests;

/// <summary>From a published plan to the half-days of a professional, on the pages alone, with the real solver.</summary>
public sealed partial class TimetablePagesTests
{
    private const int HalfDays = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task A_timetable_is_computed_published_seen_by_the_professional_and_fed_to_their_calendar()
    {
        await using var service = await RunningService.StartAsync();
        // A month ahead of the period: no reason is asked.
        service.Clock.Shift = new DateTimeOffset(2026, 12, 1, 9, 0, 0, TimeSpan.Zero) - TimeProvider.System.GetUtcNow();
        await AddPlanAsync(service);
        var at = $"/g/{service.Sample.Grouping.Code}";

        using var coordinator = await service.SignedInAsync(Role.Coordinator);
        var list = await coordinator.GetAsync($"{at}/emplois-du-temps");
        var plan = PlanOption().Match(list.Html).Groups["id"].Value;
        (await coordinator.PostAsync("", ("PlanId", plan), ("CycleWeeks", "2"), ("Seconds", "5"))).Status.ShouldBe(302);
        await coordinator.GetAsync(await TimetableOfAsync(coordinator));
        coordinator.Page.Text.ShouldContain($"{HalfDays} demi-journées placées sur {HalfDays} promises");
        (await coordinator.PostAsync("Publish", ("LateReason", ""))).Status.ShouldBe(302, coordinator.Page.Text);
        (await coordinator.FollowAsync()).Text.ShouldContain($"Publié : {HalfDays} demi-journées réservées.");

        using var professional = await service.SignedInAsync(Role.Professional);
        var shown = 0;
        for (var month = new DateOnly(2027, 1, 1); month < new DateOnly(2027, 7, 1); month = month.AddMonths(1))
        {
            var page = await professional.GetAsync($"{at}/mes-demi-journees?mois={month:yyyy-MM-dd}");
            shown += Lines().Count(page.Html);
        }

        shown.ShouldBe(HalfDays);
        (await professional.PostAsync("Feed")).Status.ShouldBe(302);
        var address = FeedAddress().Match((await professional.FollowAsync()).Html).Value;
        using var anybody = service.NewBrowser();
        var feed = await anybody.GetAsync(address);
        Events().Count(feed.Html).ShouldBe(HalfDays);
        (await anybody.GetAsync(address.Replace(".ics", "x.ics", StringComparison.Ordinal))).Status.ShouldBe(404);

        await professional.PostAsync("Revoke");
        (await anybody.GetAsync(address)).Status.ShouldBe(404);
    }

    private static async Task<string> TimetableOfAsync(Browser coordinator)
    {
        using var patience = new CancellationTokenSource(Patience);
        await coordinator.FollowAsync();
        while (true)
        {
            if (Timetable().Match(coordinator.Page.Html) is { Success: true } found)
            {
                return found.Value;
            }

            patience.IsCancellationRequested.ShouldBeFalse(coordinator.Page.Text);
            coordinator.Page.Html.ShouldNotContain(">Échec<");
            await Task.Delay(200, CancellationToken.None);
            await coordinator.GetAsync(coordinator.Page.Path);
        }
    }

    private static async Task AddPlanAsync(RunningService service)
    {
        var sample = service.Sample;
        await using var db = service.Database.NewContext();
        db.GroupingId = sample.Id;
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: true, CancellationToken.None);
        var need = new NeedRow
        {
            CampaignId = sample.Campaign.Id, SiteId = sample.SiteB.Id, ProfessionId = sample.Profession.Id, Amount = 2 * HalfDays, Unit = NeedUnit.HalfDaysPerYear,
        };
        var plan = new PlanRow
        {
            Name = "Plan en vigueur", PeriodStart = sample.Campaign.PeriodStart, PeriodEnd = sample.Campaign.PeriodEnd, Status = PlanStatus.Published,
            CreatedAt = service.Clock.GetUtcNow().UtcDateTime,
        };
        plan.Assignments.Add(new AssignmentRow { ProfessionalId = sample.Professional.Id, NeedId = need.Id, HalfDays = HalfDays });
        db.AddRange(need, plan);
        await db.SaveChangesAsync();
        await transaction.CommitAsync();
    }

    [GeneratedRegex("<option[^>]* value=\"(?<id>[0-9a-f-]{36})\"", RegexOptions.CultureInvariant)]
    private static partial Regex PlanOption();

    [GeneratedRegex("/g/[^/\"]+/emplois-du-temps/[0-9a-f-]{36}", RegexOptions.CultureInvariant)]
    private static partial Regex Timetable();

    [GeneratedRegex("<th scope=\"row\">", RegexOptions.CultureInvariant)]
    private static partial Regex Lines();

    [GeneratedRegex("/agenda/[^\"<]+\\.ics", RegexOptions.CultureInvariant)]
    private static partial Regex FeedAddress();

    [GeneratedRegex("BEGIN:VEVENT", RegexOptions.CultureInvariant)]
    private static partial Regex Events();
}
