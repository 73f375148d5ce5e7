using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Replacements;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Runs;
using StaffPool.Data.Timetables;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Calendar;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

/// <summary>Swaps through the use cases: agent 0 has Monday morning 1 March 2027, agent 1 Wednesday morning, both on site B.</summary>
public sealed class SwapTests
{
    private const int Rounds = 100;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2027, 3, 1);

    [Theory]
    [BothProviders]
    public async Task A_swap_is_done_when_both_and_the_coordinator_have_accepted_and_not_before(Provider provider)
    {
        await using var desk = await NewAsync(provider);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);

        var choice = (await (await desk.MakeAsAsync<ListSwapChoices>(anne)).RunAsync(desk.Id, Of(anne, 0), Stop)).ShouldHaveSingleItem();
        (choice.ProfessionalId, choice.Duty).ShouldBe((paul.Id, new AskedDuty(Monday.AddDays(2), DayPart.Morning)));
        var swap = (await (await desk.MakeAsAsync<AskSwap>(anne)).RunAsync(desk.Id, new NewSwap(Of(anne, 0), Of(paul, 2)), Stop)).Id;
        var letter = desk.Mail.All.ShouldHaveSingleItem();
        letter.To.ShouldBe("agent1@exemple.invalid");
        letter.Body.ShouldContain("mer. 3 mars matin, à Site B");
        letter.Body.ShouldContain("lun. 1 mars matin, à Site B");
        letter.Body.IndexOf("mer. 3", StringComparison.Ordinal).ShouldBeLessThan(letter.Body.IndexOf("lun. 1", StringComparison.Ordinal));

        (await (await desk.MakeAsAsync<AcceptSwap>(paul)).RunAsync(desk.Id, new SwapAnswer(swap), Stop)).IsDone.ShouldBeFalse();
        (await HoldersAsync(desk)).ShouldBe([(Monday, anne.Id), (Monday.AddDays(2), paul.Id)]);
        var waiting = (await desk.Make<ListSwaps>(Role.Coordinator).RunAsync(desk.Id, Nothing.More, Stop)).ShouldHaveSingleItem();
        (waiting.IsOpen, waiting.WaitsForApproval, waiting.Sides.All(s => s.HasAccepted)).ShouldBe((true, true, true));

        (await desk.Make<ApproveSwap>(Role.Coordinator).RunAsync(desk.Id, new SwapAnswer(swap), Stop)).IsDone.ShouldBeTrue();

        (await HoldersAsync(desk)).ShouldBe([(Monday, paul.Id), (Monday.AddDays(2), anne.Id)]);
        (await (await desk.MakeAsAsync<AcceptSwap>(paul)).RunAsync(desk.Id, new SwapAnswer(swap), Stop).ShouldBeRefusedAsync(Refusal.Taken)).ShouldBe(["swap.over.Done"]);
        (await HoldersAsync(desk)).ShouldBe([(Monday, paul.Id), (Monday.AddDays(2), anne.Id)]);
    }

    [Fact]
    public async Task Where_one_refuses_nothing_changes_and_the_swap_is_over()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var swap = await AskAsCoordinatorAsync(desk);

        await (await desk.MakeAsAsync<DeclineSwap>(desk.Substitutes[1])).RunAsync(desk.Id, new SwapAsked(swap), Stop);

        (await HoldersAsync(desk)).ShouldBe([(Monday, desk.Substitutes[0].Id), (Monday.AddDays(2), desk.Substitutes[1].Id)]);
        (await (await desk.MakeAsAsync<AcceptSwap>(desk.Substitutes[0])).RunAsync(desk.Id, new SwapAnswer(swap), Stop).ShouldBeRefusedAsync(Refusal.Taken))
            .ShouldBe(["swap.over.Declined"]);
    }

    [Fact]
    public async Task The_law_is_asked_before_anyone_is_and_again_when_they_accept()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);
        var swap = await AskAsCoordinatorAsync(desk);
        await (await desk.MakeAsAsync<AcceptSwap>(anne)).RunAsync(desk.Id, new SwapAnswer(swap), Stop);
        desk.Mail.All.Clear();
        await desk.BookAsync(paul.Id, Monday.AddDays(-1), DayPart.Night);

        (await (await desk.MakeAsAsync<AcceptSwap>(paul)).RunAsync(desk.Id, new SwapAnswer(swap), Stop).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["replacement.legal"]);
        (await (await desk.MakeAsAsync<AskSwap>(anne)).RunAsync(desk.Id, new NewSwap(Of(anne, 0), Of(paul, 2)), Stop).ShouldBeRefusedAsync(Refusal.Invalid))
            .ShouldBe(["replacement.legal"]);

        desk.Mail.All.ShouldBeEmpty();
        (await (await desk.MakeAsAsync<ListSwapChoices>(anne)).RunAsync(desk.Id, Of(anne, 0), Stop)).ShouldNotContain(c => c.Duty.Day == Monday.AddDays(2));
    }

    [Fact]
    public async Task A_half_day_that_changed_in_the_meantime_is_not_swapped()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var swap = await AskAsCoordinatorAsync(desk);
        await desk.ChangeAsync(db => db.Bookings.Where(b => b.Day == Monday).ExecuteUpdateAsync(b => b.SetProperty(x => x.SiteId, desk.Sample.SiteA.Id), Stop));

        (await (await desk.MakeAsAsync<AcceptSwap>(desk.Substitutes[1])).RunAsync(desk.Id, new SwapAnswer(swap), Stop).ShouldBeRefusedAsync(Refusal.Taken))
            .ShouldBe(["swap.changed"]);
        (await desk.Make<ListSwaps>(Role.Auditor).RunAsync(desk.Id, Nothing.More, Stop)).ShouldHaveSingleItem().IsLapsed.ShouldBeTrue();
    }

    [Fact]
    public async Task Who_has_no_part_in_a_swap_neither_asks_nor_sees_nor_answers_it()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var swap = await AskAsCoordinatorAsync(desk);

        (await desk.Make<ListSwaps>(Role.Professional).RunAsync(desk.Id, Nothing.More, Stop)).ShouldBeEmpty();
        await desk.Make<AcceptSwap>(Role.Professional).RunAsync(desk.Id, new SwapAnswer(swap), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
        await desk.Make<DeclineSwap>(Role.Professional).RunAsync(desk.Id, new SwapAsked(swap), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
        await desk.Make<AskSwap>(Role.Professional)
            .RunAsync(desk.Id, new NewSwap(Of(desk.Substitutes[0], 0), Of(desk.Substitutes[1], 2)), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
        await desk.Make<ListSwapChoices>(Role.Professional).RunAsync(desk.Id, Of(desk.Substitutes[0], 0), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
    }

    [Fact]
    public async Task Two_who_are_elsewhere_at_the_same_time_change_places_and_an_agreement_may_do_without_approval()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);
        await desk.BookAsync(paul.Id, Monday, DayPart.Morning, desk.Sample.SiteA.Id);
        await desk.ChangeAsync(db => db.Agreements.ExecuteUpdateAsync(
            a => a.SetProperty(
                x => x.Sections,
                "agreement: {name: Convention d’essai, seat: a, settings: [{key: replacements.swaps-need-approval, value: false, from: 2020-01-01, reference: Essai}]}\n"),
            Stop));
        var swap = (await (await desk.MakeAsAsync<AskSwap>(anne)).RunAsync(desk.Id, new NewSwap(Of(anne, 0), Of(paul, 0)), Stop)).Id;

        (await (await desk.MakeAsAsync<AcceptSwap>(paul)).RunAsync(desk.Id, new SwapAnswer(swap), Stop)).IsDone.ShouldBeTrue();

        var monday = await desk.InspectAsync(db => db.Bookings.Where(b => b.Day == Monday).ToDictionaryAsync(b => b.ProfessionalId, b => b.SiteId, Stop));
        monday.ShouldBe(new Dictionary<Guid, Guid> { [anne.Id] = desk.Sample.SiteA.Id, [paul.Id] = desk.Sample.SiteB.Id }, ignoreOrder: true);
    }

    [Fact]
    public async Task A_late_swap_says_why_and_the_published_timetable_follows_it()
    {
        await using var desk = await NewAsync(Provider.Sqlite);
        var (anne, paul) = (desk.Substitutes[0], desk.Substitutes[1]);
        var timetable = await PublishAsync(desk);
        desk.Clock.Now = new DateTime(2027, 2, 28, 9, 0, 0, DateTimeKind.Utc);
        var ask = await desk.MakeAsAsync<AskSwap>(anne);

        (await ask.RunAsync(desk.Id, new NewSwap(Of(anne, 0), Of(paul, 2)), Stop).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["swap.short-notice"]);
        var swap = (await ask.RunAsync(desk.Id, new NewSwap(Of(anne, 0), Of(paul, 2), "Rendez-vous d’essai"), Stop)).Id;
        await (await desk.MakeAsAsync<AcceptSwap>(paul)).RunAsync(desk.Id, new SwapAnswer(swap), Stop);
        await desk.Make<ApproveSwap>(Role.Coordinator).RunAsync(desk.Id, new SwapAnswer(swap), Stop);

        await desk.InspectAsync(async db =>
        {
            var row = await db.Timetables.Include(t => t.People).SingleAsync(t => t.Id == timetable, Stop);
            row.People.Single(p => p.ProfessionalId == anne.Id).Calendar.ShouldContain("2027-03-03");
            row.People.Single(p => p.ProfessionalId == paul.Id).Calendar.ShouldContain("2027-03-01");
            var changes = await db.TimetableChanges.ToListAsync(Stop);
            changes.Count.ShouldBe(4);
            changes.ShouldAllBe(c => c.IsShortNotice && c.Justification == "Rendez-vous d’essai");
        });
        var own = await (await desk.MakeAsAsync<ListOwnHalfDays>(anne)).RunAsync(desk.Id, new DaysAsked(Monday, Monday.AddDays(6)), Stop);
        own.Select(h => (h.Day, h.IsShortNotice)).ShouldBe([(Monday.AddDays(2), true)]);
    }

    [Theory]
    [BothProviders]
    public async Task Of_two_swaps_of_one_half_day_accepted_at_the_same_instant_one_is_done_each_time(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 3);
        var (anne, paul, luc) = (desk.Substitutes[0], desk.Substitutes[1], desk.Substitutes[2]);
        var swaps = await AddSwapsAsync(desk, anne, paul, luc);
        var accepts = new[] { await desk.MakeAsAsync<AcceptSwap>(paul), await desk.MakeAsAsync<AcceptSwap>(luc) };
        using var both = new Barrier(2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(who => Task.Factory.StartNew(
            () => AcceptAll(desk, accepts[who], [.. swaps.Select(s => who == 0 ? s.WithPaul : s.WithLuc)], both), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        for (var round = 0; round < Rounds; round++)
        {
            outcomes.Count(o => o[round] is null).ShouldBe(1, $"round {round}: {outcomes[0][round]} / {outcomes[1][round]}");
            outcomes.Single(o => o[round] is not null)[round].ShouldBe("swap.changed");
        }

        await desk.InspectAsync(async db =>
        {
            (await db.Bookings.CountAsync(Stop)).ShouldBe(3 * Rounds);
            (await db.Swaps.CountAsync(s => s.Status == SwapStatus.Done, Stop)).ShouldBe(Rounds);
            (await db.Bookings.CountAsync(b => b.ProfessionalId == anne.Id, Stop)).ShouldBe(Rounds);
        });
    }

    private static async Task<Desk> NewAsync(Provider provider)
    {
        var desk = await Desk.NewAsync(provider, substitutes: 2);
        await desk.BookAsync(desk.Substitutes[0].Id, Monday, DayPart.Morning);
        await desk.BookAsync(desk.Substitutes[1].Id, Monday.AddDays(2), DayPart.Morning);
        return desk;
    }

    private static async Task<Guid> AskAsCoordinatorAsync(Desk desk) => (await desk.Make<AskSwap>(Role.Coordinator)
        .RunAsync(desk.Id, new NewSwap(Of(desk.Substitutes[0], 0), Of(desk.Substitutes[1], 2)), Stop)).Id;

    private static SwapHalfDay Of(ProfessionalRow who, int day) => new(who.Id, Monday.AddDays(day), DayPart.Morning);

    private static Task<List<(DateOnly, Guid)>> HoldersAsync(Desk desk) => desk.InspectAsync(async db =>
        (await db.Bookings.OrderBy(b => b.Day).Select(b => new { b.Day, b.ProfessionalId }).ToListAsync(Stop)).ConvertAll(b => (b.Day, b.ProfessionalId)));

    /// <summary>A timetable in force, of the two half-days.</summary>
    private static async Task<Guid> PublishAsync(Desk desk)
    {
        var run = new RunRow { Request = "{}", RequestedBy = "Essai", RequestedAt = DateTime.UnixEpoch };
        var plan = new PlanRow { Name = "Plan", PeriodStart = new(2027, 1, 1), PeriodEnd = new(2027, 6, 30), RunId = run.Id, CreatedAt = DateTime.UnixEpoch };
        var timetable = new TimetableRow
        {
            Name = "Emploi du temps", PlanId = plan.Id, PeriodStart = plan.PeriodStart, PeriodEnd = plan.PeriodEnd, CycleWeeks = 1, RunId = run.Id,
            CreatedAt = DateTime.UnixEpoch, Notes = "[]", Status = TimetableStatus.Published, MorningStartMinutes = 510, MiddayBreakMinutes = 90,
        };
        timetable.People.AddRange(desk.Substitutes.Select((s, i) => new TimetablePersonRow
        {
            ProfessionalId = s.Id, Cycle = "[]", Promises = "[]",
            Calendar = StoredCells.Written([new StoredCell(Monday.AddDays(2 * i), HalfDay.Morning, desk.Sample.SiteB.Id, InCycle: false)]),
        }));
        await desk.ChangeAsync(async db =>
        {
            db.AddRange(run, plan, timetable);
            await db.SaveChangesAsync(Stop);
            await db.Bookings.ExecuteUpdateAsync(b => b.SetProperty(x => x.TimetableId, timetable.Id), Stop);
        });
        return timetable.Id;
    }

    /// <summary>In each of many weeks: Anne's Monday may go to Paul for his Wednesday, or to Luc for his Thursday; all is agreed but by them.</summary>
    private static async Task<List<(Guid WithPaul, Guid WithLuc)>> AddSwapsAsync(Desk desk, ProfessionalRow anne, ProfessionalRow paul, ProfessionalRow luc)
    {
        var swaps = new List<(Guid, Guid)>();
        await desk.ChangeAsync(db =>
        {
            for (var round = 0; round < Rounds; round++)
            {
                var monday = new DateOnly(2028, 1, 3).AddDays(7 * round);
                db.AddRange(BookingOf(anne, monday), BookingOf(paul, monday.AddDays(2)), BookingOf(luc, monday.AddDays(3)));
                var pair = (SwapOf(anne, monday, paul, monday.AddDays(2)), SwapOf(anne, monday, luc, monday.AddDays(3)));
                db.AddRange(pair.Item1, pair.Item2);
                swaps.Add((pair.Item1.Id, pair.Item2.Id));
            }

            return db.SaveChangesAsync(Stop);
        });
        return swaps;

        BookingRow BookingOf(ProfessionalRow who, DateOnly day) => new()
        {
            ProfessionalId = who.Id, Day = day, Part = DayPart.Morning, SiteId = desk.Sample.SiteB.Id, BookedBy = "Essai",
        };
        SwapRow SwapOf(ProfessionalRow first, DateOnly given, ProfessionalRow second, DateOnly wanted)
        {
            var swap = new SwapRow { AskedBy = "Essai", AskedAt = desk.Clock.Now, ApprovedAt = desk.Clock.Now };
            swap.Sides.Add(new SwapSideRow { ProfessionalId = first.Id, Day = given, Part = DayPart.Morning, SiteId = desk.Sample.SiteB.Id, AcceptedAt = desk.Clock.Now });
            swap.Sides.Add(new SwapSideRow { ProfessionalId = second.Id, Day = wanted, Part = DayPart.Morning, SiteId = desk.Sample.SiteB.Id });
            return swap;
        }
    }

    private static string?[] AcceptAll(Desk desk, AcceptSwap accept, IReadOnlyList<Guid> swaps, Barrier both)
    {
        var told = new string?[swaps.Count];
        for (var round = 0; round < swaps.Count; round++)
        {
            both.SignalAndWait(Stop);
            try
            {
                accept.RunAsync(desk.Id, new SwapAnswer(swaps[round]), Stop).GetAwaiter().GetResult();
            }
            catch (RefusedException refused)
            {
                told[round] = refused.Reasons[0].Code;
            }
        }

        return told;
    }
}
