using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Rosters;

public sealed class RotaShapeTests
{
    private static readonly RotaShape Nights = new(ZoneDuty.Presence, ZoneTurn.Night, new TimeOnly(21, 0), new TimeOnly(7, 0));

    [Fact]
    public void A_rota_by_night_has_a_turn_for_every_day_of_a_leap_year()
    {
        var turns = Nights.Turns(Period.Year(2028));
        turns.Count.ShouldBe(366);
        turns.ShouldAllBe(t => t.Parts.Count == 1 && t.Kind == WorkKind.Work);
        turns.Select(t => t.Id).ShouldContain("2028-02-29");
    }

    [Theory]
    [InlineData(2027, 3, 27, 9)]
    [InlineData(2027, 10, 30, 11)]
    [InlineData(2027, 6, 1, 10)]
    public void A_night_is_as_long_as_the_clocks_make_it(int year, int month, int day, int hours)
    {
        var date = new DateOnly(year, month, day);
        var part = Nights.Turns(new Period(date, date)).Single().Parts.Single();
        (part.End - part.Start).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void The_last_night_of_the_year_ends_in_the_next()
    {
        var part = Nights.Turns(Period.Year(2027))[^1].Parts.Single();
        ParisTime.Of(part.Start).ShouldBe(new DateTime(2027, 12, 31, 21, 0, 0));
        ParisTime.Of(part.End).ShouldBe(new DateTime(2028, 1, 1, 7, 0, 0));
    }

    [Fact]
    public void Waiting_over_a_week_end_goes_from_friday_evening_to_monday_morning_without_a_break()
    {
        var shape = new RotaShape(ZoneDuty.Telephone, ZoneTurn.WeekEnd, new TimeOnly(18, 0), new TimeOnly(8, 0));
        var turns = shape.Turns(new Period(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 31)));
        turns.Select(t => t.Id).ShouldBe(["2027-01-01", "2027-01-08", "2027-01-15", "2027-01-22", "2027-01-29"]);
        var part = turns[0].Parts.Single();
        (part.End - part.Start).TotalHours.ShouldBe(62);
        turns[0].Kind.ShouldBe(WorkKind.OnCall);
    }

    [Fact]
    public void Work_over_a_week_end_is_that_of_saturday_and_sunday()
    {
        var shape = new RotaShape(ZoneDuty.Presence, ZoneTurn.WeekEnd, new TimeOnly(8, 0), new TimeOnly(18, 0));
        var turn = shape.Turns(new Period(new DateOnly(2027, 1, 1), new DateOnly(2027, 1, 3))).Single();
        turn.Parts.Select(p => ParisTime.DayOf(p.Start).DayOfWeek).ShouldBe([DayOfWeek.Saturday, DayOfWeek.Sunday]);
        turn.Parts.ShouldAllBe(p => (p.End - p.Start).TotalHours == 10);
    }

    [Fact]
    public void A_week_on_call_is_seven_nights_from_monday()
    {
        var shape = new RotaShape(ZoneDuty.OnCall, ZoneTurn.Week, new TimeOnly(20, 0), new TimeOnly(8, 0));
        var turns = shape.Turns(Period.Year(2027));
        // The year starts on a Friday and ends on one.
        turns.Count.ShouldBe(53);
        turns[0].Parts.Count.ShouldBe(3);
        turns[^1].Parts.Count.ShouldBe(5);
        turns.Skip(1).SkipLast(1).ShouldAllBe(t => t.Parts.Count == 7 && ParisTime.DayOf(t.Parts[0].Start).DayOfWeek == DayOfWeek.Monday);
    }
}
