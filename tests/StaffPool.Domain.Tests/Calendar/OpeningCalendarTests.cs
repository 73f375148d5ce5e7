using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Tests.Calendar;

public sealed class OpeningCalendarTests
{
    private static readonly OpeningCalendar Ime = new(210, 5);

    [Fact]
    public void A_site_is_open_exactly_as_many_days_as_it_says_where_the_year_has_that_many() => Prop.ForAll(
        (from perWeek in Gen.Choose(1, 7)
         from year in Gen.Choose(1990, 2100)
         from days in Gen.Choose(1, 365)
         select (perWeek, year, days)).ToArbitrary(),
        c =>
        {
            var possible = new OpeningCalendar(365, c.perWeek) { Closures = [] }.OpenDaysIn(Period.Year(c.year)).Count();
            return new OpeningCalendar(c.days, c.perWeek).OpenDaysIn(Period.Year(c.year)).Count()
                == (c.days == 365 ? possible : Math.Min(c.days, possible));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_nursing_home_never_closes_leap_years_and_holidays_included() =>
        OpeningCalendar.AllYear.OpenDaysIn(Period.Year(2028)).Count().ShouldBe(366);

    [Fact]
    public void An_IME_of_210_days_closes_in_August_at_Christmas_and_at_the_week_end()
    {
        Ime.ReasonClosed(new DateOnly(2026, 8, 12)).ShouldBe(ClosedBecause.Closure);
        Ime.ReasonClosed(new DateOnly(2026, 12, 28)).ShouldBe(ClosedBecause.Closure);
        Ime.ReasonClosed(new DateOnly(2026, 12, 25)).ShouldBe(ClosedBecause.Holiday);
        Ime.ReasonClosed(new DateOnly(2026, 9, 12)).ShouldBe(ClosedBecause.DayOfWeek);
        Ime.IsOpen(new DateOnly(2026, 9, 14)).ShouldBeTrue();
    }

    [Fact]
    public void Closures_that_the_site_gives_replace_the_usual_ones()
    {
        var said = Ime with { Closures = [new Period(new DateOnly(2026, 9, 14), new DateOnly(2026, 9, 15))] };
        said.IsOpen(new DateOnly(2026, 9, 14)).ShouldBeFalse();
        said.IsOpen(new DateOnly(2026, 9, 16)).ShouldBeTrue();
        said.IsOpen(new DateOnly(2026, 8, 12)).ShouldBeTrue();
    }

    [Fact]
    public void Good_Friday_closes_in_Alsace_Moselle_only()
    {
        var day = new DateOnly(2026, 4, 3);
        Ime.IsOpen(day).ShouldBeTrue();
        (Ime with { Holidays = HolidayCalendar.AlsaceMoselleGoodFriday }).IsOpen(day).ShouldBeFalse();
    }

    [Fact]
    public void Every_week_begins_on_the_Monday_at_or_before_its_days_over_the_year_end_too()
    {
        Days.MondayOf(new DateOnly(2027, 1, 1)).ShouldBe(new DateOnly(2026, 12, 28));
        Days.MondayOf(new DateOnly(2026, 12, 28)).ShouldBe(new DateOnly(2026, 12, 28));
        Days.RankOf(DayOfWeek.Sunday).ShouldBe(7);
    }
}
