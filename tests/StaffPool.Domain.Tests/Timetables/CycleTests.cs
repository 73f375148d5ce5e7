using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Timetables;
using static StaffPool.Domain.Tests.Timetables.SmallTimetables;

namespace StaffPool.Domain.Tests.Timetables;

public sealed class CycleTests
{
    [Fact]
    public void The_weeks_follow_each_other_over_every_year_end_leap_years_and_years_of_53_weeks_included() => Prop.ForAll(
        (from weeks in Gen.Elements(1, 2, 4) from day in Gen.Choose(-20_000, 40_000) select (weeks, day)).ToArbitrary(),
        c =>
        {
            var (cycle, day) = (new Cycle(c.weeks), new DateOnly(2026, 1, 1).AddDays(c.day));
            return cycle.WeekOf(day.AddDays(7)) == (cycle.WeekOf(day) + 1) % c.weeks
                && cycle.WeekOf(Days.MondayOf(day)) == cycle.WeekOf(day)
                && cycle.WeekOf(day) < c.weeks && cycle.WeekOf(day) >= 0;
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(5)]
    public void A_cycle_of_another_length_is_refused(int weeks) => Should.Throw<ArgumentOutOfRangeException>(() => new Cycle(weeks));

    [Fact]
    public void A_monday_of_the_cycle_is_worth_less_for_the_holidays_on_it()
    {
        var problem = Problem(period: Period.HalfYear(2026, 1));
        problem.Occurrences(First, Near, new CycleSlot(0, DayOfWeek.Monday, HalfDay.Morning)).ShouldBe(24);
        problem.Occurrences(First, Near, new CycleSlot(0, DayOfWeek.Tuesday, HalfDay.Morning)).ShouldBe(26);
    }

    [Fact]
    public void What_is_delivered_is_in_the_cycle_or_caught_up_and_the_rest_is_carried_over()
    {
        var problem = Problem(promises: new Promise(First, Near, 4, CarriedOver: 1));
        var timetable = new Timetable(
            problem.Period, problem.Cycle, [new CycleCell(First, new CycleSlot(0, DayOfWeek.Monday, HalfDay.Morning), Near)],
            [Cell(First, 0, HalfDay.Morning, Near), Cell(First, 1, HalfDay.Morning, Near)]);
        var delivery = Delivery.Of(problem, timetable).ShouldHaveSingleItem();
        (delivery.InCycle, delivery.CaughtUp, delivery.Undelivered, delivery.CarriedOver).ShouldBe((1, 1, 3, 3));
    }

    [Fact]
    public void Half_days_given_in_advance_are_owed_no_more()
    {
        new Promise(First, Near, 4, -6).HalfDays.ShouldBe(0);
        var problem = Problem(promises: new Promise(First, Near, 4, -6));
        Delivery.Of(problem, Of(problem)).ShouldHaveSingleItem().CarriedOver.ShouldBe(-2);
    }

    [Fact]
    public void The_work_of_a_day_is_told_in_UTC_on_both_sides_of_the_change_of_clocks()
    {
        var problem = Problem(period: Period.HalfYear(2026, 2));
        problem.WorkOn(First, new DateOnly(2026, 10, 23), Near, null).Single().Start.ShouldBe(new DateTime(2026, 10, 23, 6, 30, 0, DateTimeKind.Utc));
        problem.WorkOn(First, new DateOnly(2026, 10, 26), Near, null).Single().Start.ShouldBe(new DateTime(2026, 10, 26, 7, 30, 0, DateTimeKind.Utc));
        problem.WorkOn(First, new DateOnly(2026, 10, 26), Near, Beside).Sum(w => w.Minutes).ShouldBe(420 + problem.MinutesBetween(Near, Beside));
    }
}
