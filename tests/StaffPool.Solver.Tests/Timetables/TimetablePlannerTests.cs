using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Solver.Timetables;

namespace StaffPool.Solver.Tests.Timetables;

public sealed class TimetablePlannerTests(SharedEngines engines)
{
    private readonly TimetablePlanner planner = new(engines.Portable, TimeProvider.System);

    [Fact]
    public async Task No_cycle_at_all_beats_the_cycle_found_on_tiny_problems()
    {
        foreach (var seed in Enumerable.Range(1, 25))
        {
            var problem = TinyTimetables.Tiny(seed);
            var result = await Plan(problem);
            TimetableOracle.AimsOf(problem, result.Timetable.CycleCells).ShouldBe(TimetableOracle.BestCycle(problem), FormattableString.Invariant($"seed {seed}"));
            result.Incidents.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task No_calendar_at_all_delivers_more_to_people_who_share_nothing()
    {
        foreach (var seed in Enumerable.Range(1, 25))
        {
            var problem = TinyTimetables.Tiny(seed);
            problem = new TimetableProblem(
                problem.Grouping, problem.Period, problem.Cycle, problem.Promises, problem.Distances,
                problem.Requests with { RoomLimits = [], ForbiddenPairs = [], JointPresences = [] });
            var result = await Plan(problem);
            var most = problem.People.Sum(p => TimetableOracle.MostDelivered(problem, p));
            result.Timetable.CalendarCells.Count.ShouldBe(most, FormattableString.Invariant($"seed {seed}"));
            result.Levels[0].Bound.ShouldBe(result.Levels[0].Value, FormattableString.Invariant($"seed {seed}"));
        }
    }

    [Fact]
    public void Whatever_the_problem_the_timetable_passes_the_checker_and_no_bound_is_beaten() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(15), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = TinyTimetables.Small(seed);
                var result = Plan(problem).GetAwaiter().GetResult();
                TimetableChecker.Check(problem, result.Timetable).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
                result.Levels.ShouldAllBe(l => l.Value >= l.Bound);
                result.Levels.Select(l => l.Value).ShouldBe(TimetableObjectives.InOrder.Select(o => o.Measure(problem, result.Timetable)));
            }));

    [Fact]
    public void Without_time_there_is_a_timetable_that_keeps_every_rule() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = TinyTimetables.Small(seed);
                var result = planner.PlanAsync(problem, new TimetableOptions { Time = TimeSpan.Zero }, null, CancellationToken.None).GetAwaiter().GetResult();
                TimetableChecker.Check(problem, result.Timetable).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
            }));

    [Fact]
    public void Every_half_day_that_is_missing_has_its_reason() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(
            Gen.Choose(1, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var problem = TinyTimetables.Small(seed);
                var result = planner.PlanAsync(problem, new TimetableOptions { Time = TimeSpan.Zero }, null, CancellationToken.None).GetAwaiter().GetResult();
                foreach (var missing in UndeliveredExplanation.Of(problem, result.Timetable))
                {
                    (missing.Delivery.Delivered + missing.Obstacles.Values.Sum()).ShouldBe(missing.HalfDays);
                }
            }));

    [Fact]
    public async Task What_is_settled_stays_and_the_rest_catches_up()
    {
        var problem = TinyTimetables.Small(7);
        var first = (await Plan(problem)).Timetable;
        var day = new DateOnly(2026, 5, 11);
        var away = problem.People[0];
        var lost = new TimeAway(away, new CalendarSlot(day, HalfDay.Morning), new CalendarSlot(day.AddDays(4), HalfDay.Afternoon), AwayKind.Absence);
        var replanned = new TimetableProblem(
            problem.Grouping, problem.Period, problem.Cycle, problem.Promises, problem.Distances,
            problem.Requests with { TimesAway = [.. problem.Requests.TimesAway, lost] }) { InForce = first, SettledBefore = day };
        var second = (await Plan(replanned)).Timetable;
        second.CalendarCells.Where(c => c.Slot.Day < day).ShouldBe(first.CalendarCells.Where(c => c.Slot.Day < day), ignoreOrder: true);
        second.CalendarOf(away).ShouldAllBe(c => c.Slot.Day < day || c.Slot.Day > day.AddDays(4));
        TimetableObjectives.Changes.Measure(replanned, second).ShouldBeLessThanOrEqualTo(problem.People.Count * 4);
    }

    [Fact]
    public async Task A_stop_before_the_start_still_gives_a_timetable()
    {
        var result = await planner.PlanAsync(TinyTimetables.Small(3), new TimetableOptions(), null, new CancellationToken(canceled: true));
        result.Timetable.CalendarCells.ShouldNotBeEmpty();
        result.End.ShouldBeOneOf(AllocationEnd.Stopped, AllocationEnd.Proven);
    }

    [Fact]
    public async Task A_large_group_tied_by_rooms_keeps_its_rooms_and_its_bounds()
    {
        var problem = TinyTimetables.Tied(24);
        var result = await planner.PlanAsync(problem, new TimetableOptions { Time = TimeSpan.FromSeconds(6) }, null, CancellationToken.None);
        result.Pieces.ShouldBe(1);
        TimetableChecker.Check(problem, result.Timetable).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty();
        result.Levels.ShouldAllBe(l => l.Value >= l.Bound);
        result.Levels[^1].Bound.ShouldBePositive();
    }

    private Task<TimetableResult> Plan(TimetableProblem problem) =>
        planner.PlanAsync(problem, new TimetableOptions { Time = TimeSpan.FromSeconds(20) }, null, CancellationToken.None);
}
