using StaffPool.Application.Members;
using StaffPool.Application.Replacements;
using StaffPool.Application.Rosters;
using StaffPool.Application.Runs;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Planning;
using StaffPool.Data.Rosters;
using StaffPool.Data.Runs;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Rosters;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Rosters;

/// <summary>From a zone to the rota in force and the calls of its nights, with the real solver.</summary>
public sealed class RotaTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly DateOnly First = new(2026, 10, 5);
    private static readonly DateOnly Last = First.AddDays(27);

    [Theory]
    [BothProviders]
    public async Task A_rota_covers_every_night_keeps_every_rule_and_is_shared_by_contracted_time(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", provider);
        var zone = await ZoneAsync(grouping, 8);

        var rota = await ComputedAsync(grouping, zone.Id);

        rota.Turns.Count.ShouldBe(28);
        rota.Turns.ShouldAllBe(t => t.ProfessionalName != null);
        rota.Violations.Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        // The night on which the clocks go back has twelve hours on the clock and thirteen in truth.
        rota.Turns.Select(t => t.Day).ShouldContain(new DateOnly(2026, 10, 24));
        var shares = rota.Shares.Where(s => s.TimePercent == 100).Select(s => s.Turns).ToList();
        (shares.Max() - shares.Min()).ShouldBeLessThanOrEqualTo(1);

        await new PublishRota(grouping.Work).RunAsync(grouping.Id, new(rota.Id, rota.Version), Stop);
        var listed = (await new ListZones(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Single().Rotas.Single();
        (listed.Status, listed.Uncovered).ShouldBe((RotaStatus.Published, 0));
    }

    [Fact]
    public async Task Nobody_has_a_turn_while_they_are_away()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var zone = await ZoneAsync(grouping, 8);
        var away = zone.People[0];
        await new RecordAbsence(grouping.Work).RunAsync(
            grouping.Id, new(away.Id, new(First.AddDays(3), DayPart.Morning, First.AddDays(16), DayPart.Afternoon, false), null), Stop);

        var rota = await ComputedAsync(grouping, zone.Id);

        rota.Turns.ShouldAllBe(t => t.ProfessionalName != null);
        rota.Turns.Where(t => t.ProfessionalId == away.Id).ShouldAllBe(t => t.Day < First.AddDays(3) || t.Day >= First.AddDays(16));
    }

    [Fact]
    public async Task A_turn_that_breaks_the_cap_of_on_call_time_is_refused_and_one_given_by_hand_stays()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var zone = await ZoneAsync(grouping, 8);
        var rota = await ComputedAsync(grouping, zone.Id);
        var person = zone.People[0];
        var refused = await Should.ThrowAsync<RefusedException>(async () =>
        {
            // Eleven hours a night: the seventh of fifteen days is above 72 hours.
            foreach (var turn in rota.Turns.Take(8))
            {
                await new GiveTurn(grouping.Work).RunAsync(grouping.Id, new(turn.Id, turn.Version, person.Id), Stop);
            }
        });
        refused.Reasons.ShouldContain(r => r.Code == "working-time.on-call");

        var given = (await new ReadRota(grouping.Work).RunAsync(grouping.Id, rota.Id, Stop)).Turns.Where(t => t.IsPinned).Select(t => t.Day).ToList();
        given.ShouldNotBeEmpty();
        var again = await ComputedAsync(grouping, zone.Id, rota.Id);
        again.Turns.Where(t => t.IsPinned).Select(t => (t.Day, t.ProfessionalId)).ShouldBe(given.Select(d => (d, (Guid?)person.Id)));
    }

    [Fact]
    public async Task The_rota_published_last_replaces_the_one_of_the_same_days()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var zone = await ZoneAsync(grouping, 8);
        foreach (var _ in Enumerable.Range(0, 2))
        {
            var rota = await ComputedAsync(grouping, zone.Id);
            await new PublishRota(grouping.Work).RunAsync(grouping.Id, new(rota.Id, rota.Version), Stop);
        }

        (await new ListZones(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Single().Rotas.Select(r => r.Status).Order()
            .ShouldBe([RotaStatus.Published, RotaStatus.Replaced]);
    }

    [Fact]
    public async Task Calls_add_up_by_site_and_every_problem_of_a_wrong_one_is_told_at_once()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var zone = await ZoneAsync(grouping, 8);
        var call = new ZoneCall(zone.Id, zone.Sites[0].Id, zone.People[0].Id, new(2026, 3, 29), new(2, 30), ZoneCallOutcome.Intervention, 30, 50, true);
        await new RecordZoneCall(grouping.Work).RunAsync(grouping.Id, call, Stop);
        await new RecordZoneCall(grouping.Work).RunAsync(grouping.Id, call with { Outcome = ZoneCallOutcome.Advice, TravelMinutes = 0, AvoidedHospitalisation = false }, Stop);

        var figures = (await new ListZoneCalls(grouping.Work).RunAsync(grouping.Id, new(zone.Id, new(2026, 3, 29), new(2026, 3, 29)), Stop)).Sites.Single();
        (figures.Calls, figures.Interventions, figures.AvoidedHospitalisations, figures.Minutes, figures.TravelMinutes).ShouldBe((2, 1, 1, 60, 50));

        var refused = await Should.ThrowAsync<RefusedException>(() => new RecordZoneCall(grouping.Work).RunAsync(
            grouping.Id, new ZoneCall(zone.Id, Guid.Empty, Guid.Empty, new(2099, 1, 1), default, (ZoneCallOutcome)9, -1, 5000, false), Stop));
        refused.Reasons.Select(r => r.Code).ShouldBe(["call.site", "rota.not-in-zone", "call.outcome", "call.minutes", "call.later"]);
    }

    [Fact]
    public async Task A_zone_tells_every_problem_at_once()
    {
        await using var grouping = await ImportedGrouping.OfAsync("centre-de-picardie", Provider.Sqlite);
        var zone = await ZoneAsync(grouping, 8);
        var refused = await Should.ThrowAsync<RefusedException>(() => new AddZone(grouping.Work).RunAsync(
            grouping.Id, new ZoneDescription(zone.Name, (ZoneDuty)9, ZoneTurn.Night, new(8, 0), new(8, 0), [], []), Stop));
        refused.Reasons.Select(r => r.Code).ShouldBe(["zone.name-taken", "zone.shape", "zone.times", "zone.no-site", "zone.nobody"]);
    }

    private static async Task<ZoneView> ZoneAsync(ImportedGrouping grouping, int people)
    {
        var sites = await new ListSites(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop);
        var staff = (await new ListProfessionals(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Professionals;
        await new AddZone(grouping.Work).RunAsync(
            grouping.Id,
            new ZoneDescription("Nuits", ZoneDuty.OnCall, ZoneTurn.Night, new(20, 0), new(7, 0), [.. sites.Take(3).Select(s => s.Id)], [.. staff.Take(people).Select(p => p.Id)]),
            Stop);
        return (await new ListZones(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Single();
    }

    private static async Task<RotaView> ComputedAsync(ImportedGrouping grouping, Guid zoneId, Guid? fromRotaId = null)
    {
        var noted = new Noted();
        var runId = await new RequestRota(grouping.Work, noted).RunAsync(grouping.Id, new(zoneId, First, Last, 5, fromRotaId), Stop);
        await using var engines = new EnginePool();
        var execution = new RotaExecution(grouping.Work, new SolveRoster(new RosterPlanner(engines, TimeProvider.System)));
        await new RunExecutor(grouping.Work, [execution], new RunTiming(), TimeProvider.System).RunAsync(noted.Run!, Stop);
        var run = await new ReadRun(grouping.Work).RunAsync(grouping.Id, runId, Stop);
        (run.Status, run.Failure).ShouldBe((RunStatus.Done, null));
        return await new ReadRota(grouping.Work).RunAsync(grouping.Id, run.ResultId!.Value, Stop);
    }

    private sealed class Noted : IRunDispatcher
    {
        public RunAddress? Run { get; private set; }

        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
        {
            Run = run;
            return ValueTask.CompletedTask;
        }
    }
}
