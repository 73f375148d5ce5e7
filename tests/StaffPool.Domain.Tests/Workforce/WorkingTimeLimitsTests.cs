using System.Globalization;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Workforce;

/// <summary>Each limit alone: the last work that it allows, and the first that it forbids.</summary>
public sealed class WorkingTimeLimitsTests
{
    // A Monday, first of a fortnight as WorkingTimeLimits counts them.
    private static readonly DateOnly Monday = new(2027, 5, 17);

    private static readonly WorkingTimeLimits Hospital = WorkingTimeLimits.Find("fph", Monday)!;

    private static readonly WorkingTimeLimits Code = WorkingTimeLimits.Find("prive", Monday)!;

    [Fact]
    public void Five_days_of_seven_hours_respect_every_rule_set() =>
        WorkingTimeLimits.Known.ShouldAllBe(limits => limits.Check(Week(0, 5, 7)).Count == 0);

    [Fact]
    public void Forty_eight_hours_in_any_seven_days_and_not_one_minute_more()
    {
        // Thursday to Wednesday: each calendar week stays below 44 h.
        WorkedInterval[] work = [.. Days(8, 3, 4, 5), .. Days(8, 7, 8)];

        Codes(Hospital, [.. work, Shift(9, "08:00", "16:00")]).ShouldNotContain("working-time.sliding");
        Codes(Hospital, [.. work, Shift(9, "08:00", "16:01")]).ShouldContain("working-time.sliding");
    }

    [Fact]
    public void Forty_four_hours_from_Monday_to_Sunday_do_not_count_overtime()
    {
        WorkedInterval[] work = [.. Days(8, 0, 1, 2, 3, 4)];
        var saturday = Shift(5, "08:00", "12:30");

        Codes(Hospital, [.. work, saturday]).ShouldContain("working-time.week");
        Codes(Hospital, [.. work, saturday with { IsOvertime = true }]).ShouldNotContain("working-time.week");
    }

    [Theory]
    [InlineData("fph", "08:00", "17:00", "17:01")]
    [InlineData("fph", "21:00", "07:00", "07:01")]
    [InlineData("prive", "08:00", "18:00", "18:01")]
    public void A_duty_has_its_longest_length_by_day_and_by_night(string ruleSet, string from, string allowed, string forbidden)
    {
        var limits = WorkingTimeLimits.Find(ruleSet, Monday)!;

        Codes(limits, [Shift(0, from, allowed)]).ShouldBeEmpty();
        Codes(limits, [Shift(0, from, forbidden)]).ShouldBe(["working-time.duty"]);
    }

    [Fact]
    public void Twelve_hours_need_the_derogation()
    {
        Codes(Hospital, [Shift(0, "07:00", "19:00")]).ShouldBe(["working-time.duty"]);
        Codes(Hospital.WithTwelveHourDuties(), [Shift(0, "07:00", "19:00")]).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("fph", 12)]
    [InlineData("prive", 11)]
    public void The_rest_between_two_days_is_that_of_the_contract(string ruleSet, int hours)
    {
        var limits = WorkingTimeLimits.Find(ruleSet, Monday)!;
        var end = new TimeOnly(20, 0);

        Codes(limits, [Shift(0, "13:00", "20:00"), Shift(1, end.AddHours(hours), 4)]).ShouldBeEmpty();
        Codes(limits, [Shift(0, "13:00", "20:00"), Shift(1, end.AddHours(hours).AddMinutes(-1), 4)]).ShouldContain("working-time.daily-rest");
    }

    [Fact]
    public void A_local_agreement_brings_the_rest_to_eleven_hours()
    {
        var agreed = Hospital.WithDailyRest(660, new LegalReference("Accord local", Confidence.Choice));

        Codes(agreed, [Shift(0, "13:00", "21:00"), Shift(1, "08:00", "12:00")]).ShouldBeEmpty();
    }

    [Fact]
    public void The_night_of_March_shortens_the_rest_by_an_hour()
    {
        // Saturday 27 March 2027 until 20:00, Sunday from 8:00: eleven hours only.
        var saturday = new DateOnly(2027, 3, 27);
        WorkedInterval[] work = [Between(saturday, "13:00", "20:00"), Between(saturday.AddDays(1), "08:00", "12:00")];

        Hospital.Check(work).Single(b => b.Limit.Code == "working-time.daily-rest").Actual.ShouldBe(11);
        Codes(Code, work).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("2027-03-27", 9)]
    [InlineData("2027-10-30", 11)]
    [InlineData("2028-02-28", 10)]
    [InlineData("2027-12-31", 10)]
    public void A_night_has_the_hours_that_it_lasts(string day, int hours)
    {
        var night = Between(DateOnly.Parse(day, CultureInfo.InvariantCulture), "21:00", "07:00");
        var record = new WorkRecord([night]);

        (record.MinutesOn(record.Days!.Start) + record.MinutesOn(record.Days.End)).ShouldBe(hours * 60);
        // The usual night stays lawful when the clocks make it longer; one hour more by the clock does not.
        Codes(Hospital, [night]).ShouldNotContain("working-time.duty");
        Codes(Hospital, [night with { End = night.End.AddHours(hours == 9 ? 2 : 1) }]).ShouldContain("working-time.duty");
    }

    [Fact]
    public void Two_sites_in_a_day_are_two_vacations_of_three_hours_in_ten_hours_and_a_half()
    {
        Codes(Hospital, [Shift(0, "08:00", "11:30"), Shift(0, "15:00", "18:30")]).ShouldBeEmpty();
        Codes(Hospital, [Shift(0, "08:00", "11:30"), Shift(0, "15:00", "18:31")]).ShouldBe(["working-time.split-day"]);
        Codes(Hospital, [Shift(0, "08:00", "10:59"), Shift(0, "13:00", "16:30")]).ShouldBe(["working-time.split-day"]);
        Codes(Hospital, [Shift(0, "08:00", "11:00"), Shift(0, "12:00", "15:00"), Shift(0, "16:00", "18:30")]).ShouldBe(["working-time.split-day"]);
        Codes(Code, [Shift(0, "08:00", "09:00"), Shift(0, "15:00", "18:31")]).ShouldBeEmpty();
    }

    [Fact]
    public void A_trip_is_work_that_joins_and_no_vacation()
    {
        var trip = Shift(0, "11:30", "12:15") with { Kind = WorkKind.Travel };
        WorkedInterval[] day = [Shift(0, "08:00", "11:30"), trip, Shift(0, "12:15", "16:30")];

        Codes(Hospital, day).ShouldBeEmpty();
        Codes(Hospital, [.. day, Shift(0, "16:30", "17:15") with { Kind = WorkKind.Travel }]).ShouldBe(["working-time.duty"]);
    }

    [Fact]
    public void Four_rest_days_in_two_fixed_weeks_two_in_a_row_with_a_Sunday()
    {
        Codes(Hospital, Days(4, 0, 1, 2, 3, 4, 7, 8, 9, 10, 11)).ShouldBeEmpty();
        Codes(Hospital, Days(4, 0, 1, 2, 3, 4, 7, 8, 9, 10, 11, 12)).ShouldContain("working-time.fortnight");
        Codes(Hospital, Days(4, 0, 1, 2, 6, 9, 10, 11, 13)).ShouldBe(["working-time.fortnight-sunday"]);
        // Worked Sundays on either side of two fixed weeks are lawful in a row.
        Codes(Hospital, Days(4, 13, 20)).ShouldBeEmpty();
    }

    [Fact]
    public void A_week_has_its_rest_in_one_stretch()
    {
        // Every day at noon for an hour: 23 hours free at most.
        Codes(Hospital, Enumerable.Range(0, 8).Select(d => Shift(d, "12:00", "13:00"))).ShouldContain("working-time.weekly-rest");
        Codes(Hospital, Enumerable.Range(0, 5).Select(d => Shift(d, "12:00", "13:00"))).ShouldBeEmpty();
    }

    [Fact]
    public void Six_days_a_week_at_most_in_the_private_sector()
    {
        Codes(Code, Days(4, 0, 1, 2, 3, 4, 5)).ShouldBeEmpty();
        Codes(Code, Days(4, 0, 1, 2, 3, 4, 5, 6)).ShouldContain("working-time.days-a-week");
    }

    [Fact]
    public void Twelve_weeks_average_forty_four_hours_in_the_private_sector()
    {
        Codes(Code, Enumerable.Range(0, 12).SelectMany(w => Week(w, 5, 8.8))).ShouldBeEmpty();
        Codes(Code, Enumerable.Range(0, 12).SelectMany(w => Week(w, 5, 8.9))).ShouldBe(["working-time.average"]);
        Codes(Code, Enumerable.Range(0, 11).SelectMany(w => Week(w, 5, 9.5))).ShouldBeEmpty();
    }

    [Fact]
    public void Agreement_51_keeps_one_Sunday_in_three_and_fifteen_a_year()
    {
        var limits = WorkingTimeLimits.Find("ccn51", Monday)!;
        var sundays = Enumerable.Range(0, 52).Select(i => new DateOnly(2027, 1, 3).AddDays(7 * i)).ToList();

        Codes(limits, sundays.Take(2).Select(d => Between(d, "08:00", "12:00"))).ShouldNotContain("working-time.sundays-in-a-row");
        Codes(limits, sundays.Take(3).Select(d => Between(d, "08:00", "12:00"))).ShouldContain("working-time.sundays-in-a-row");
        Codes(limits, sundays.Take(37).Select(d => Between(d, "08:00", "12:00"))).ShouldNotContain("working-time.sundays-off");
        Codes(limits, sundays.Take(38).Select(d => Between(d, "08:00", "12:00"))).ShouldContain("working-time.sundays-off");
    }

    [Fact]
    public void Seventy_two_hours_on_call_in_fifteen_days()
    {
        var nights = Enumerable.Range(0, 7).Select(d => Shift(d, "20:00", "06:00") with { Kind = WorkKind.OnCall }).ToList();

        Codes(Hospital, nights).ShouldBeEmpty();
        Codes(Hospital, [.. nights, Shift(10, "20:00", "22:01") with { Kind = WorkKind.OnCall }]).ShouldBe(["working-time.on-call"]);
    }

    [Fact]
    public void A_call_out_at_night_needs_its_rest_before_the_next_day()
    {
        var onCall = Shift(0, "20:00", "06:00") with { Kind = WorkKind.OnCall };
        var callOut = Shift(0, "23:00", "01:00") with { Kind = WorkKind.CallOut };

        Codes(Hospital, [onCall, Shift(1, "08:30", "16:30")]).ShouldBeEmpty();
        Codes(Hospital, [onCall, callOut, Shift(1, "08:30", "16:30")]).ShouldBe(["working-time.daily-rest"]);
        Codes(Hospital, [onCall, callOut, Shift(1, "13:00", "19:00")]).ShouldBeEmpty();
    }

    [Fact]
    public void Nobody_is_owed_a_rest_before_a_call_and_the_whole_one_follows_the_last()
    {
        var day = Shift(0, "08:30", "15:30");
        WorkedInterval[] calls = [Shift(0, "21:00", "22:00") with { Kind = WorkKind.CallOut }, Shift(1, "01:00", "01:45") with { Kind = WorkKind.CallOut }];

        Codes(Hospital, [day, .. calls, Shift(1, "13:45", "18:00")]).ShouldBeEmpty();
        Codes(Hospital, [day, .. calls, Shift(1, "13:44", "18:00")]).ShouldBe(["working-time.daily-rest"]);
    }

    [Fact]
    public void An_addition_answers_for_what_it_breaks_and_for_nothing_else()
    {
        // Broken already: seven days in a row.
        WorkedInterval[] work = [.. Days(4, 0, 1, 2, 3, 4, 5, 6)];

        Code.Check(work).ShouldNotBeEmpty();
        Code.CheckAdded(work, [Shift(14, "08:00", "12:00")]).ShouldBeEmpty();
        Code.CheckAdded(work, [Shift(14, "08:00", "18:01")]).Select(b => b.Limit.Code).ShouldBe(["working-time.duty"]);
    }

    [Fact]
    public void A_breach_says_who_when_how_much_and_by_which_text()
    {
        var violation = Hospital.Check([Shift(0, "13:00", "22:00"), Shift(1, "08:00", "12:00")]).ShouldHaveSingleItem().Of("p1", "Agent 1 (synthétique)");

        violation.Code.ShouldBe("working-time.daily-rest");
        violation.Severity.ShouldBe(Severity.Blocking);
        violation.Subjects.ShouldBe(["p1"]);
        violation.Reference!.Citation.ShouldContain("2002-9");
        violation.Message.ToString().ShouldBe("Agent 1 (synthétique)\u00a0: 10 h de repos entre le 17/05/2027 et le 18/05/2027 pour 12 h au moins.");
    }

    [Fact]
    public void Nothing_is_known_before_the_decree_and_an_unknown_rule_set_has_the_limits_of_the_code()
    {
        WorkingTimeLimits.Find("fph", new DateOnly(2001, 12, 31)).ShouldBeNull();
        WorkingTimeLimits.For(new WorkingTimeRuleSet("maison", "Maison", 1600, 35, new LegalReference("x")), Monday).RuleSet.ShouldBe("prive");
    }

    private static List<string> Codes(WorkingTimeLimits limits, IEnumerable<WorkedInterval> work) =>
        [.. limits.Check(work).Select(b => b.Limit.Code).Distinct()];

    private static IEnumerable<WorkedInterval> Week(int week, int days, double hours) =>
        Enumerable.Range(week * 7, days).Select(d => Shift(d, new TimeOnly(8, 0), hours));

    private static IEnumerable<WorkedInterval> Days(double hours, params int[] days) =>
        days.Select(d => Shift(d, new TimeOnly(8, 0), hours));

    private static WorkedInterval Shift(int day, TimeOnly from, double hours)
    {
        var start = ParisTime.At(Monday.AddDays(day), from);
        return new WorkedInterval(start, start.AddHours(hours));
    }

    private static WorkedInterval Shift(int day, string from, string to) => Between(Monday.AddDays(day), from, to);

    private static WorkedInterval Between(DateOnly day, string from, string to)
    {
        var (start, end) = (TimeOnly.Parse(from, CultureInfo.InvariantCulture), TimeOnly.Parse(to, CultureInfo.InvariantCulture));
        return new WorkedInterval(ParisTime.At(day, start), ParisTime.At(end <= start ? day.AddDays(1) : day, end));
    }
}
