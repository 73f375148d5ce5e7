using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Solver.Timetables;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Timetables;

/// <summary>From a plan to half-days booked, moved and read, with the real planner and a clock that the test sets.</summary>
public sealed class TimetableLifeTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task A_timetable_is_computed_published_booked_moved_and_carried_on(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var clock = new SetClock(new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var work = grouping.WorkAt(clock);
        var runs = new Noted();
        var planId = await PublishPlanAsync(grouping, work, runs);

        // computed
        var run = await new RequestTimetable(work, runs).RunAsync(grouping.Id, new TimetableAsked(planId, 2, 20), Stop);
        (await new RequestTimetable(work, runs).RunAsync(grouping.Id, new TimetableAsked(planId, 4, 30), Stop)).ShouldBe(run, "the same plan waits already");
        await ExecuteAsync(work, runs.Runs[^1]);
        var timetableId = (await new ReadRun(work).RunAsync(grouping.Id, run, Stop)).ResultId.ShouldNotBeNull();
        var read = new ReadTimetable(work, ImportedGrouping.Loader);
        var draft = await read.RunAsync(grouping.Id, new TimetableWeek(timetableId, new DateOnly(2026, 3, 11)), Stop);
        draft.Missing.ShouldBe(0);
        draft.CanBePublished.ShouldBeTrue();
        draft.First.ShouldBe(new DateOnly(2026, 3, 9));

        // published a month ahead: no reason is asked
        var publish = new PublishTimetable(work, ImportedGrouping.Loader);
        var published = await publish.RunAsync(grouping.Id, new TimetablePublication(timetableId, draft.Version), Stop);
        published.ShouldBe(new TimetablePublished(draft.Promised, 0));
        (await Should.ThrowAsync<RefusedException>(() => publish.RunAsync(grouping.Id, new TimetablePublication(timetableId, draft.Version), Stop)))
            .Refusal.ShouldBe(Refusal.OutOfDate);

        // moved on the eve, which needs a reason, is flagged and moves the booking
        var now = await read.RunAsync(grouping.Id, new TimetableWeek(timetableId, new DateOnly(2026, 3, 11)), Stop);
        var person = now.People.First(p => p.Cells.Any(c => c.SiteId is not null));
        var cell = person.Cells.First(c => c.SiteId is not null);
        clock.Now = new DateTimeOffset(ParisTime.At(cell.Day, new TimeOnly(6, 0)), TimeSpan.Zero).AddDays(-1);
        var revise = new ReviseTimetableCell(work, ImportedGrouping.Loader);
        var away = new TimetableCellRevision(timetableId, now.Version, person.ProfessionalId, cell.Day, cell.Half, null);
        (await Should.ThrowAsync<RefusedException>(() => revise.RunAsync(grouping.Id, away, Stop)))
            .Reasons.ShouldContain(r => r.Code == "timetable.short-notice");
        (await revise.RunAsync(grouping.Id, away with { Justification = "Urgence sur site" }, Stop)).IsShortNotice.ShouldBeTrue();
        var after = await read.RunAsync(grouping.Id, new TimetableWeek(timetableId, cell.Day), Stop);
        after.Changes.ShouldHaveSingleItem().ShouldSatisfyAllConditions(c => c.IsShortNotice.ShouldBeTrue(), c => c.Justification.ShouldBe("Urgence sur site"), c => c.To.ShouldBeNull());
        after.Missing.ShouldBe(1);
        (await BookingsAsync(grouping, work)).ShouldBe(draft.Promised - 1);

        // what would break a rule is refused, whatever the reason
        var saturday = away with { Version = after.Version, Day = new DateOnly(2026, 4, 18), SiteId = cell.SiteId, Justification = "Essai" };
        (await Should.ThrowAsync<RefusedException>(() => revise.RunAsync(grouping.Id, saturday, Stop)))
            .Reasons.ShouldContain(r => r.Code == "timetable.day-not-worked");

        // planned again from tomorrow on: what is past stays, what was lost is caught up
        await new RequestTimetable(work, runs).RunAsync(grouping.Id, new TimetableAsked(planId, 2, 20), Stop);
        await ExecuteAsync(work, runs.Runs[^1]);
        var second = (await new ListTimetables(work).RunAsync(grouping.Id, Nothing.More, Stop)).First(t => t.Status == TimetableStatus.Draft);
        var again = await read.RunAsync(grouping.Id, new TimetableWeek(second.Id, cell.Day), Stop);
        again.Missing.ShouldBe(0);
        var late = new TimetablePublication(second.Id, again.Version);
        (await Should.ThrowAsync<RefusedException>(() => publish.RunAsync(grouping.Id, late, Stop))).Reasons.ShouldContain(r => r.Code == "timetable.late");
        await publish.RunAsync(grouping.Id, late with { LateReason = "Absence imprévue" }, Stop);
        (await new ListTimetables(work).RunAsync(grouping.Id, Nothing.More, Stop)).Count(t => t.Status == TimetableStatus.Published).ShouldBe(1);
        (await BookingsAsync(grouping, work)).ShouldBe(again.Promised);
    }

    [Fact]
    public async Task A_half_day_taken_by_hand_stays_as_it_was_taken()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var clock = new SetClock(new DateTimeOffset(2025, 12, 1, 9, 0, 0, TimeSpan.Zero));
        var work = grouping.WorkAt(clock);
        var runs = new Noted();
        var planId = await PublishPlanAsync(grouping, work, runs);
        await new RequestTimetable(work, runs).RunAsync(grouping.Id, new TimetableAsked(planId, 1, 20), Stop);
        await ExecuteAsync(work, runs.Runs[^1]);
        var timetable = (await new ListTimetables(work).RunAsync(grouping.Id, Nothing.More, Stop)).Single();
        var view = await new ReadTimetable(work, ImportedGrouping.Loader).RunAsync(grouping.Id, new TimetableWeek(timetable.Id, new DateOnly(2026, 3, 11)), Stop);
        var person = view.People.First(p => p.Cells.Any(c => c.SiteId is not null));
        var cell = person.Cells.First(c => c.SiteId is not null);
        await new BookHalfDay(work).RunAsync(
            grouping.Id, new HalfDayOfProfessional(person.ProfessionalId, cell.Day, cell.Half == HalfDay.Morning ? DayPart.Morning : DayPart.Afternoon, view.Sites.First(s => s.Id != cell.SiteId).Id), Stop);

        (await new PublishTimetable(work, ImportedGrouping.Loader).RunAsync(grouping.Id, new TimetablePublication(timetable.Id, view.Version), Stop))
            .ShouldBe(new TimetablePublished(view.Promised - 1, 1));
    }

    private static async Task<Guid> PublishPlanAsync(ImportedGrouping grouping, Work work, Noted runs)
    {
        var campaign = (await new ListCampaigns(work).RunAsync(grouping.Id, Nothing.More, Stop))[0];
        var run = await new RequestPlan(work, runs).RunAsync(grouping.Id, new PlanAsked(campaign.Id, 20), Stop);
        await ExecuteAsync(work, runs.Runs[^1]);
        var planId = (await new ReadRun(work).RunAsync(grouping.Id, run, Stop)).ResultId!.Value;
        var plan = await new ReadPlan(work, ImportedGrouping.Loader).RunAsync(grouping.Id, planId, Stop);
        await new PublishPlan(work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(planId, plan.Plan.Version), Stop);
        return planId;
    }

    private static async Task ExecuteAsync(Work work, RunAddress run)
    {
        await using var engines = new EnginePool();
        var planner = new AllocationPlanner(engines, TimeProvider.System);
        var explain = new ExplainPlan(new RelaxationSearch(planner, engines, TimeProvider.System), new RulePrices(planner, engines, TimeProvider.System));
        IRunExecution[] executions =
        [
            new PlanExecution(work, ImportedGrouping.Loader, new PlanAndExplain(new PlanAllocation(planner), explain), TimeProvider.System),
            new TimetableExecution(work, ImportedGrouping.Loader, new TimetablePlanner(engines, TimeProvider.System), TimeProvider.System),
        ];
        await new RunExecutor(work, executions, new RunTiming(), TimeProvider.System).RunAsync(run, Stop);
    }

    private static Task<int> BookingsAsync(ImportedGrouping grouping, Work work) =>
        work.ReadAsync(new FakeUseCase(), grouping.Id, scope => scope.Db.Bookings.CountAsync(Stop), Stop);

    [Permits]
    private sealed class FakeUseCase;

    private sealed class SetClock(DateTimeOffset now) : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    private sealed class Noted : IRunDispatcher
    {
        public List<RunAddress> Runs { get; } = [];

        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
        {
            Runs.Add(run);
            return ValueTask.CompletedTask;
        }
    }
}
