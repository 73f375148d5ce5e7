using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Replacements;
using StaffPool.Application.Tests.Access;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Domain.Replacements;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Replacements;

/// <summary>Offers through the use cases on both databases: Monday 1 March 2027, one psychologist away, others who may come.</summary>
public sealed class OfferTests
{
    private const int Rounds = 1_000;

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static readonly DateOnly Monday = new(2027, 3, 1);

    private static readonly DateTime Morning = new(2027, 2, 22, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [BothProviders]
    public async Task From_absence_to_invoice_line_the_replacement_is_found_offered_accepted_done_and_counted(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 2);
        await desk.BookAwayAsync(DayPart.Morning, DayPart.Afternoon);

        var effect = await desk.Make<ReadAbsenceEffect>(Role.Coordinator).RunAsync(desk.Id, new AbsenceAsked(desk.AbsenceId), Stop);
        effect.Sites.ShouldHaveSingleItem().Lost.Count.ShouldBe(2);
        var list = await desk.Make<ReadReplacementCandidates>(Role.Coordinator).RunAsync(desk.Id, desk.Need(), Stop);
        list.Ranked.Select(c => c.Name).ShouldBe(["Agent 0 (synthétique)", "Agent 1 (synthétique)", "Personne libre"], ignoreOrder: true);

        var started = await desk.StartAsync();
        var accepted = await desk.AcceptAsync(desk.Mail.Tokens[0]);
        var mission = await desk.Make<ReadMission>(Role.Coordinator).RunAsync(desk.Id, new MissionAsked(accepted.MissionId), Stop);

        started.Asked.ShouldBe(2);
        mission.Number.ShouldBe("OM-2027-0001");
        (mission.PlannedHours, mission.HourlyCents, mission.Duties.Count).ShouldBe((7m, 1950, 2));
        mission.LegalGround.ShouldContain("CGFP");
        (await desk.Make<ReadAbsenceEffect>(Role.Coordinator).RunAsync(desk.Id, new AbsenceAsked(desk.AbsenceId), Stop)).Sites.ShouldBeEmpty();

        desk.Clock.Now = Morning.AddDays(14);
        var invoice = await desk.Make<ReportMission>(Role.Coordinator).RunAsync(
            desk.Id, new MissionReport(mission.Id, mission.Version, 7, 10, MissionOutcome.AsPlanned), Stop);
        // 7 h at 19.50 €, no surcharge on a Monday, 10 km at 0.32 €.
        (invoice.Work.Value.Cents, invoice.Surcharge.Value.Cents, invoice.Travel.Value.Cents, invoice.TotalCents).ShouldBe((13_650, 0, 320, 13_970));

        await desk.Make<GrantReplacementCredit>(Role.Administrator).RunAsync(desk.Id, new ReplacementCredit(desk.Sample.MemberB.Id, 2027, 5, "CPOM d’essai"), Stop);
        var ledger = await desk.Make<ReadReplacementLedger>(Role.Funder).RunAsync(desk.Id, new MissionsOfYear(2027), Stop);
        var credit = ledger.Credits.ShouldHaveSingleItem();
        (credit.MemberName, credit.Granted, credit.Consumed, credit.Left.Value).ShouldBe(("Résidence B", 5m, 7m, -2m));
        ledger.Warnings.Select(w => w.Code).ShouldContain("costs.hours-beyond-credit");
        ledger.Reciprocity.Select(r => (r.MemberName, r.HalfDays.Value, r.Cents)).ShouldBe([("Résidence A", 2m, 13_970), ("Résidence B", -2m, -13_970)]);
        ledger.Risk.Single(r => r.MemberName == "Résidence B").HalfDays.Value.ShouldBe(2);
    }

    [Theory]
    [BothProviders]
    public async Task Of_two_who_accept_at_the_same_instant_one_has_it_a_thousand_times(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 2);
        var offers = await desk.AddOffersAsync(Rounds);
        using var both = new Barrier(2);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 2).Select(who => Task.Factory.StartNew(
            () => AcceptAll(desk, offers, who, both), Stop, TaskCreationOptions.LongRunning, TaskScheduler.Default)));

        for (var round = 0; round < Rounds; round++)
        {
            outcomes.Count(o => o[round] is null).ShouldBe(1, $"round {round}: {outcomes[0][round]} / {outcomes[1][round]}");
            outcomes.Single(o => o[round] is not null)[round].ShouldBe("offer.taken");
        }

        await desk.InspectAsync(async db =>
        {
            (await db.MissionOrders.CountAsync(Stop)).ShouldBe(Rounds);
            (await db.MissionOrders.Select(m => m.Number).Distinct().CountAsync(Stop)).ShouldBe(Rounds);
            (await db.Bookings.CountAsync(Stop)).ShouldBe(Rounds);
            (await db.Solicitations.CountAsync(s => s.Status == SolicitationStatus.Accepted, Stop)).ShouldBe(Rounds);
        });
    }

    [Theory]
    [BothProviders]
    public async Task Nobody_accepts_after_the_expiry_even_before_the_clock_has_noticed(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 1);
        await desk.StartAsync();
        desk.Clock.Now = Morning.AddHours(3);

        (await desk.AcceptAsync(desk.Mail.Tokens[0]).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["offer.expired"]);
        await desk.AdvanceAsync();

        (await desk.OffersAsync()).ShouldHaveSingleItem().Status.ShouldBe(OfferStatus.Expired);
        (await desk.AcceptAsync(desk.Mail.Tokens[0]).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["offer.expired"]);
    }

    [Theory]
    [BothProviders]
    public async Task The_law_is_asked_again_when_somebody_accepts(Provider provider)
    {
        await using var desk = await Desk.NewAsync(provider, substitutes: 1);
        await desk.StartAsync();
        await desk.BookAsync(desk.Substitutes[0].Id, Monday.AddDays(-1), DayPart.Night);

        (await desk.AcceptAsync(desk.Mail.Tokens[0]).ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["replacement.legal"]);
        (await desk.OffersAsync()).ShouldHaveSingleItem().Status.ShouldBe(OfferStatus.Open);
    }

    [Fact]
    public async Task Waves_follow_the_order_and_a_refusal_without_reason_brings_the_next_at_once()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 3);
        await desk.StartAsync(waveSize: 1);
        desk.Mail.Tokens.Count.ShouldBe(1);
        await desk.AdvanceAsync();
        desk.Mail.Tokens.Count.ShouldBe(1);

        await new DeclineOffer(desk.Sample.AsOperator()).RunAsync(desk.Id, new OfferAnswer(desk.Mail.Tokens[0], null), Stop);
        await desk.AdvanceAsync();
        desk.Mail.Tokens.Count.ShouldBe(2);

        desk.Clock.Now = Morning.AddMinutes(31);
        await desk.AdvanceAsync();

        var people = (await desk.OffersAsync()).ShouldHaveSingleItem().People;
        people.Select(p => p.Status).ShouldBe(
            [SolicitationStatus.Skipped, SolicitationStatus.Declined, SolicitationStatus.Sent, SolicitationStatus.Sent]);
    }

    [Fact]
    public async Task Nobody_is_written_to_in_the_quiet_hours_nor_without_a_channel_nor_beyond_the_cap()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 2);
        desk.Clock.Now = Morning.AddHours(12);
        (await desk.StartAsync(expires: TimeSpan.FromDays(3))).Asked.ShouldBe(0);

        desk.Clock.Now = Morning.AddDays(1);
        await desk.AdvanceAsync();
        var people = (await desk.OffersAsync()).ShouldHaveSingleItem().People;
        people.Single(p => p.Name == "Personne libre").SkippedBecause.ShouldBe(OfferCourse.NoChannel);
        desk.Mail.Tokens.Count.ShouldBe(2);

        await desk.SendManyAsync(desk.Substitutes[0].Id, 6);
        await desk.CancelAllAsync();
        await desk.StartAsync();
        (await desk.OffersAsync())[0].People.Single(p => p.ProfessionalId == desk.Substitutes[0].Id).SkippedBecause.ShouldBe(OfferCourse.Cap);
    }

    [Fact]
    public async Task A_site_closed_on_the_day_a_person_without_contract_and_an_offer_made_twice_are_refused()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 1);
        await desk.ChangeAsync(db => db.Sites.Where(s => s.Id == desk.Sample.SiteB.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.OpeningDaysPerWeek, 5).SetProperty(x => x.OpeningDaysPerYear, 250), Stop));
        (await desk.Make<StartOffer>(Role.Coordinator)
            .RunAsync(desk.Id, desk.Offer() with { Need = desk.Need() with { Duties = [new(Monday.AddDays(5), DayPart.Morning)] } }, Stop)
            .ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["replacement.need.closed"]);
        await desk.ChangeAsync(db => db.PoolProfiles.ExecuteUpdateAsync(s => s.SetProperty(x => x.ContractUntil, Monday.AddDays(-1)), Stop));

        var list = await desk.Make<ReadReplacementCandidates>(Role.Coordinator).RunAsync(desk.Id, desk.Need(), Stop);
        list.Others.Single(o => o.ProfessionalId == desk.Substitutes[0].Id).Reasons.ShouldHaveSingleItem().Code.ShouldBe("replacement.contract");

        await desk.ChangeAsync(db => db.PoolProfiles.ExecuteUpdateAsync(s => s.SetProperty(x => x.ContractUntil, (DateOnly?)null), Stop));
        await desk.StartAsync();
        (await desk.StartAsync().ShouldBeRefusedAsync(Refusal.Invalid)).ShouldBe(["offer.twice"]);
    }

    [Fact]
    public async Task A_professional_answers_their_own_offers_only()
    {
        await using var desk = await Desk.NewAsync(Provider.Sqlite, substitutes: 1);
        await desk.StartAsync();
        var other = (await desk.InspectAsync(db => db.Solicitations.FirstAsync(s => s.ProfessionalId == desk.Substitutes[0].Id, Stop))).Id;

        await desk.Make<AcceptOffer>(Role.Professional).RunAsync(desk.Id, new OfferAnswer(null, other), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
        await new AcceptOffer(desk.Sample.AsOperator(), desk.Pools).RunAsync(desk.Id, new OfferAnswer("faux", null), Stop).ShouldBeRefusedAsync(Refusal.NotFound);
    }

    private static string?[] AcceptAll(Desk desk, IReadOnlyList<(string First, string Second)> offers, int who, Barrier both)
    {
        var accept = new AcceptOffer(desk.Work(), desk.Pools);
        var told = new string?[offers.Count];
        for (var round = 0; round < offers.Count; round++)
        {
            both.SignalAndWait(Stop);
            try
            {
                accept.RunAsync(desk.Id, new OfferAnswer(who == 0 ? offers[round].First : offers[round].Second, null), Stop).GetAwaiter().GetResult();
            }
            catch (RefusedException refused)
            {
                told[round] = refused.Reasons[0].Code;
            }
        }

        return told;
    }
}
