using System.Globalization;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;
using static StaffPool.Domain.Tests.Timetables.SmallTimetables;

namespace StaffPool.Domain.Tests.Timetables;

/// <summary>Each rule alone: broken here, kept there.</summary>
public sealed class TimetableCheckerTests
{
    [Fact]
    public void A_timetable_that_keeps_every_rule_has_only_the_warnings_of_what_is_missing()
    {
        var problem = Problem();
        var timetable = Of(problem, Cell(First, 0, HalfDay.Morning, Near), Cell(First, 0, HalfDay.Afternoon, Beside));
        TimetableChecker.Check(problem, timetable).Select(v => (v.Code, v.Severity)).ShouldBe(
            Enumerable.Repeat(("timetable.undelivered", Severity.Warning), 4));
    }

    [Fact]
    public void Nobody_is_at_two_places_at_once() =>
        Blocking(Problem(), Cell(First, 0, HalfDay.Morning, Near), Cell(First, 0, HalfDay.Morning, Beside)).ShouldContain("timetable.twice");

    [Fact]
    public void Saturday_is_not_worked() => Blocking(Problem(), Cell(First, 5, HalfDay.Morning, Near)).ShouldBe(["timetable.day-not-worked"]);

    [Fact]
    public void A_site_too_far_for_the_midday_break_is_not_of_the_same_day()
    {
        Blocking(Problem(), Cell(First, 0, HalfDay.Morning, Near), Cell(First, 0, HalfDay.Afternoon, Far)).ShouldContain("timetable.travel");
        Blocking(Problem(), Cell(First, 0, HalfDay.Morning, Far), Cell(First, 0, HalfDay.Afternoon, Far)).ShouldBeEmpty();
    }

    [Fact]
    public void A_week_has_no_more_half_days_than_contract_and_catching_up_allow()
    {
        // half-time: five half-days and two to catch up
        var promise = new Promise(Second, Near, 20);
        CalendarCell[] eight = [.. Enumerable.Range(0, 4).SelectMany(d => new[] { Cell(Second, d, HalfDay.Morning, Near), Cell(Second, d, HalfDay.Afternoon, Near) })];
        Blocking(Problem(promises: promise), eight).ShouldBe(["timetable.week-full"]);
        Blocking(Problem(promises: promise), [.. eight.Skip(1)]).ShouldBeEmpty();
    }

    [Fact]
    public void A_site_never_gets_more_than_it_was_promised() =>
        Blocking(Problem(promises: new Promise(First, Near, 1)), Cell(First, 0, HalfDay.Morning, Near), Cell(First, 1, HalfDay.Morning, Near))
            .ShouldBe(["timetable.promise-exceeded"]);

    [Fact]
    public void Rooms_hold_so_many_and_no_more()
    {
        CalendarCell[] both = [Cell(First, 0, HalfDay.Morning, Near), Cell(Second, 0, HalfDay.Morning, Near)];
        Blocking(Problem(new TimetableRequests { RoomLimits = [new RoomLimit(Near, null, 1)] }), both).ShouldBe(["timetable.room"]);
        Blocking(Problem(new TimetableRequests { RoomLimits = [new RoomLimit(Near, First.Profession, 1)] }), both).ShouldBe(["timetable.room"]);
        Blocking(Problem(new TimetableRequests { RoomLimits = [new RoomLimit(Near, new Profession { Id = "autre", Name = "Autre" }, 1)] }), both).ShouldBeEmpty();
        Blocking(Problem(new TimetableRequests { RoomLimits = [new RoomLimit(Near, null, 2)] }), both).ShouldBeEmpty();
    }

    [Fact]
    public void Two_people_not_to_meet_are_apart_in_each_half_day()
    {
        var problem = Problem(new TimetableRequests { ForbiddenPairs = [new ForbiddenPair(Second, First)] });
        Blocking(problem, Cell(First, 0, HalfDay.Morning, Near), Cell(Second, 0, HalfDay.Morning, Near)).ShouldBe(["timetable.forbidden-pair"]);
        Blocking(problem, Cell(First, 0, HalfDay.Morning, Near), Cell(Second, 0, HalfDay.Afternoon, Near)).ShouldBeEmpty();
    }

    [Fact]
    public void Leave_training_days_off_contracts_and_host_days_are_kept()
    {
        var cell = Cell(First, 0, HalfDay.Morning, Near);
        TimetableRequests[] each =
        [
            new() { TimesAway = [new TimeAway(First, At(0), At(0), AwayKind.Leave)] },
            new() { TimesAway = [new TimeAway(First, At(-30), At(30), AwayKind.Training)] },
            new() { RegularDaysOff = [new RegularDayOff(First, new WeekHalfDay(DayOfWeek.Monday))] },
            new() { Contracts = [new ContractSpan(First, Weeks.Start.AddDays(1), null)] },
            new() { Contracts = [new ContractSpan(First, Weeks.Start.AddDays(-9), Weeks.Start.AddDays(-1))] },
            new() { HostDays = [new HostDays(Near, null, [new WeekHalfDay(DayOfWeek.Tuesday), new WeekHalfDay(DayOfWeek.Monday, HalfDay.Afternoon)])] },
        ];
        foreach (var requests in each)
        {
            Blocking(Problem(requests), cell).ShouldBe(["timetable.unavailable"]);
            Blocking(Problem(requests), cell with { Slot = At(1), Professional = Second }).ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_professional_without_any_contract_delivers_nothing_and_it_is_said_why()
    {
        var problem = Problem(new TimetableRequests { Contracts = [new ContractSpan(First, Weeks.End.AddDays(1), null)] });
        var missing = UndeliveredExplanation.Of(problem, Of(problem))[0];
        missing.Obstacles.ShouldBe(new Dictionary<Obstacle, int> { [Obstacle.NoContract] = 20 });
        missing.HalfDays.ShouldBe(20);
    }

    [Fact]
    public void Nobody_works_on_a_holiday_nor_on_a_site_closed_on_the_day()
    {
        var november = new Period(new DateOnly(2026, 11, 9), new DateOnly(2026, 11, 15));
        var cell = new CalendarCell(First, new CalendarSlot(new DateOnly(2026, 11, 11), HalfDay.Morning), Near);
        Blocking(Problem(period: november), cell).ShouldBe(["timetable.unavailable"]);
        var problem = Problem(period: november);
        problem.ObstacleTo(First, Near, cell.Slot).ShouldBe(Obstacle.Holiday);
    }

    [Fact]
    public void Strangers_to_the_problem_are_said_and_do_not_hide_the_rest()
    {
        var stranger = Person("stranger", 1);
        var found = TimetableChecker.Check(Problem(), Of(Problem(), Cell(stranger, 0, HalfDay.Morning, Near), Cell(First, 5, HalfDay.Morning, Near), Cell(First, 400, HalfDay.Morning, Near)));
        found.Where(v => v.Severity == Severity.Blocking).Select(v => v.Code).ShouldBe(["timetable.foreign", "timetable.foreign", "timetable.day-not-worked"]);
    }

    [Fact]
    public void Joint_presences_count_half_days_of_the_cycle_with_all_present()
    {
        var problem = Problem(new TimetableRequests { JointPresences = [new JointPresence(Near, [First, Second], 2)] });
        var monday = new CycleSlot(0, DayOfWeek.Monday, HalfDay.Morning);
        var timetable = new Timetable(problem.Period, problem.Cycle, [new CycleCell(First, monday, Near), new CycleCell(Second, monday, Near)], []);
        TimetableObjectives.JointPresences.Measure(problem, timetable).ShouldBe(1);
        TimetableChecker.Check(problem, timetable).ShouldContain(v => v.Code == "timetable.joint-presence" && v.Severity == Severity.Warning);
    }

    [Fact]
    public void Every_violation_speaks_both_languages()
    {
        var requests = new TimetableRequests
        {
            RoomLimits = [new RoomLimit(Near, null, 1)],
            ForbiddenPairs = [new ForbiddenPair(First, Second)],
            JointPresences = [new JointPresence(Near, [First, Second], 1)],
        };
        var problem = Problem(requests, promises: new Promise(First, Near, 1));
        var found = TimetableChecker.Check(problem, Of(
            problem, Cell(First, 0, HalfDay.Morning, Near), Cell(Second, 0, HalfDay.Morning, Near), Cell(First, 0, HalfDay.Afternoon, Far), Cell(First, 6, HalfDay.Morning, Near)));
        foreach (var culture in new[] { "fr-FR", "en-GB" }.Select(CultureInfo.GetCultureInfo))
        {
            found.Select(v => v.Message.In(culture)).ShouldAllBe(m => m.Length > 10 && !m.Contains('{'));
        }
    }
}
