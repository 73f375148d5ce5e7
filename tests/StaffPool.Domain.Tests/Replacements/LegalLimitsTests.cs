using StaffPool.Domain.Replacements;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Replacements;

public sealed class LegalLimitsTests
{
    private static readonly LegalLimits Limits = new(Pools.Terms(), Pools.Distances);

    [Fact]
    public void A_morning_after_a_night_breaks_the_daily_rest()
    {
        var person = Pools.Person("p").Busy(new Engagement(Pools.At(0, DutyPart.Night), Pools.Sites[0]));

        Codes(person, Pools.At(1)).ShouldContain("working-time.daily-rest");
        Codes(person, Pools.At(2)).ShouldBeEmpty();
    }

    [Fact]
    public void The_trip_between_two_sites_fits_the_midday_break_or_the_day_is_not_lawful()
    {
        var person = Pools.Person("p").Busy(new Engagement(Pools.At(0), Pools.Sites[0]));

        // 40 km take 48 minutes, 60 km 72.
        Limits.Check(person, [], [new Engagement(Pools.At(0, DutyPart.Afternoon), Pools.Sites[2])]).ShouldBeEmpty();
        Limits.Check(person, [], [new Engagement(Pools.At(0, DutyPart.Afternoon), Pools.Sites[3])]).ShouldHaveSingleItem().Code.ShouldBe("replacement.trip");
    }

    [Fact]
    public void A_seventh_day_in_a_row_breaks_the_weekly_rest_of_the_labour_code()
    {
        var person = Pools.Person("p", rules: WorkingTimeRuleSet.Private)
            .Busy([.. Enumerable.Range(0, 6).SelectMany(d => new[] { Pools.At(d), Pools.At(d, DutyPart.Afternoon) }).Select(d => new Engagement(d, Pools.Sites[0]))]);

        Codes(person, Pools.At(6)).ShouldContain("working-time.days-a-week");
    }

    [Fact]
    public void What_is_broken_already_does_not_count_and_what_is_freed_does()
    {
        var night = new Engagement(Pools.At(0, DutyPart.Night), Pools.Sites[0]);
        var person = Pools.Person("p").Busy(night, new Engagement(Pools.At(1), Pools.Sites[0]));

        Codes(person, Pools.At(3)).ShouldBeEmpty();
        Limits.Check(Pools.Person("q").Busy(night), [night], [new Engagement(Pools.At(1), Pools.Sites[0])]).ShouldBeEmpty();
    }

    [Fact]
    public void The_night_when_the_clocks_change_is_as_long_as_it_is()
    {
        var spring = DutyHours.Usual.SpanOf(new Duty(new DateOnly(2027, 3, 27), DutyPart.Night));
        var autumn = DutyHours.Usual.SpanOf(new Duty(new DateOnly(2027, 10, 30), DutyPart.Night));

        (spring.End - spring.Start).ShouldBe(TimeSpan.FromHours(9));
        (autumn.End - autumn.Start).ShouldBe(TimeSpan.FromHours(11));
    }

    private static IEnumerable<string> Codes(PoolPerson person, Duty added) =>
        Limits.Check(person, [], [new Engagement(added, Pools.Sites[0])]).Select(v => v.Code);
}
