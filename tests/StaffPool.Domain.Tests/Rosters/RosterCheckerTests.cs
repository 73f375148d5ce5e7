using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;
using StaffPool.Testing;

namespace StaffPool.Domain.Tests.Rosters;

/// <summary>Each rule alone: the roster that it allows, and the one that it forbids.</summary>
public sealed class RosterCheckerTests
{
    private static readonly LegalReference Test = new("test");

    [Fact]
    public void A_task_goes_to_who_has_all_its_skills()
    {
        var builder = new RosterBuilder().Person("a", p => p with { Skills = ["ide"] }).Person("b").Task("J", 0, also: t => t with { Skills = ["ide"] });

        Codes(builder, "a: J0").ShouldBeEmpty();
        Codes(builder, "b: J0").ShouldBe(["roster.skill"]);
    }

    [Fact]
    public void Nobody_works_while_unavailable()
    {
        var builder = new RosterBuilder().Task("J", 0, 8, 4).Task("J", 1, 8, 4);
        builder.Person("a", p => p with { Unavailable = [builder.Task("X", 1, 11, 4).Build().Tasks[^1].Parts[0]] });

        Codes(builder, "a: J0").ShouldBe(["roster.uncovered"]);
        Codes(builder, "a: J1").ShouldContain("roster.unavailable");
    }

    [Fact]
    public void Two_tasks_at_once_are_one_too_many_and_a_trip_takes_its_time()
    {
        var builder = new RosterBuilder().Person("a")
            .Task("A", 0, 8, 4, t => t with { Place = "nord" }).Task("B", 0, 12, 4, t => t with { Place = "sud" }).Task("C", 0, 11, 2);

        Codes(builder, "a: A0 B0").ShouldNotContain("roster.apart");
        Codes(builder, "a: A0 C0").ShouldContain("roster.apart");
        Codes(builder.Travel("sud", "nord", 1), "a: A0 B0").ShouldContain("roster.apart");
    }

    [Fact]
    public void A_trip_counts_as_work_of_the_day()
    {
        var builder = new RosterBuilder().Limits(new DutyCap(480, 480, 660, 30) { Reference = Test }).Person("a")
            .Task("A", 0, 8, 4, t => t with { Place = "nord" }).Task("B", 0, 13, 4, t => t with { Place = "sud" });

        Codes(builder, "a: A0 B0").ShouldBeEmpty();
        Codes(builder.Travel("nord", "sud", 30), "a: A0 B0").ShouldBe(["working-time.duty"]);
    }

    [Theory]
    [InlineData(RosterMeasure.Shifts, 2, "a: J0 J1", "a: J0 J1 J2")]
    [InlineData(RosterMeasure.Minutes, 960, "a: J0 J1", "a: J0 J1 J2")]
    [InlineData(RosterMeasure.WorkedDays, 2, "a: J0 J1", "a: J0 J1 J2")]
    [InlineData(RosterMeasure.Nights, 1, "a: J0 J1 N2", "a: N2 N4")]
    [InlineData(RosterMeasure.WeekEnds, 1, "a: J5 J6", "a: J6 J12")]
    [InlineData(RosterMeasure.WeekEndShifts, 1, "a: J4 J6", "a: J5 J6")]
    public void A_contract_counts_what_it_says_and_no_more_is_given(RosterMeasure measure, int most, string allowed, string forbidden)
    {
        var builder = Fortnight(c => c with { Counts = [new CountLimit(measure, CountWindow.Period, null, most, null)] });

        Codes(builder, allowed).ShouldNotContain("roster.count");
        Codes(builder, forbidden).ShouldContain("roster.count");
    }

    [Theory]
    [InlineData(CountWindow.Week, 0, "a: J5 J6 J7 J8", "a: J4 J5 J6")]
    [InlineData(CountWindow.Month, 0, "a: J0 J1", "a: J0 J1 J2")]
    [InlineData(CountWindow.Sliding, 3, "a: J0 J1 J3 J4", "a: J0 J1 J2")]
    public void A_limit_counts_over_its_window(CountWindow window, int days, string allowed, string forbidden)
    {
        var builder = Fortnight(c => c with { Counts = [new CountLimit(RosterMeasure.Shifts, window, null, 2, null, days)] });

        Codes(builder, allowed).ShouldNotContain("roster.count");
        Codes(builder, forbidden).ShouldContain("roster.count");
    }

    [Theory]
    [InlineData(RunKind.Days, 3, "a: J0 J1 J2 J4", "a: J0 J1 J2 J3")]
    [InlineData(RunKind.Nights, 2, "a: N0 N1 N3", "a: N0 N1 N2")]
    [InlineData(RunKind.WeekEnds, 1, "a: J5 J6", "a: J6 J12")]
    public void A_run_is_no_longer_than_the_contract_says(RunKind kind, int most, string allowed, string forbidden)
    {
        var builder = Fortnight(c => c with { Runs = [new RunLimit(kind, most, null)] });

        Codes(builder, allowed).ShouldNotContain("roster.run");
        Codes(builder, forbidden).ShouldContain("roster.run");
    }

    [Fact]
    public void A_run_that_began_before_the_period_goes_on_in_it()
    {
        var builder = new RosterBuilder().Contract(c => c with { Runs = [new RunLimit(RunKind.Days, 2, null)] }).Task("J", 0).Task("J", 1);
        var before = builder.Build().Tasks[0].Parts[0];
        builder.Person("a", p => p with { History = [new WorkedInterval(before.Start.AddDays(-1), before.End.AddDays(-1))] });

        Codes(builder, "a: J0").ShouldNotContain("roster.run");
        Codes(builder, "a: J0 J1").ShouldContain("roster.run");
    }

    [Fact]
    public void A_day_does_not_follow_a_night_where_the_contract_says_so()
    {
        var builder = Fortnight(c => c with { Successions = [new Succession("N", "J", 2, null)] });

        Codes(builder, "a: N0 J3").ShouldNotContain("roster.succession");
        Codes(builder, "a: N0 J2").ShouldContain("roster.succession");
        Codes(builder, "a: J0 N1").ShouldNotContain("roster.succession");
    }

    [Fact]
    public void What_broke_the_law_before_the_period_is_not_held_against_the_roster()
    {
        var builder = new RosterBuilder().Limits(new WorkedDaysAWeek(2) { Reference = Test }).Task("J", 8);
        var day = builder.Build().Tasks[0].Parts[0];
        builder.Person("a", p => p with { History = [.. Enumerable.Range(9, 4).Select(i => new WorkedInterval(day.Start.AddDays(-i), day.End.AddDays(-i)))] });

        Codes(builder, "a: J8").ShouldBeEmpty();
    }

    [Fact]
    public void Every_violation_is_told_at_once_and_blocking_ones_first()
    {
        var builder = new RosterBuilder().Person("a").Person("b").Task("J", 0).Task("K", 0).Task("L", 1).Pin("a", "L1");
        var violations = RosterChecker.Check(builder.Build(), builder.Roster("a: J0 K0", "b: J0"));

        violations.Select(v => v.Code).ShouldBe(["roster.apart", "roster.pin", "roster.too-many", "roster.uncovered"], ignoreOrder: true);
        violations.Select(v => v.Severity).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Someone_or_something_unknown_is_told_and_nothing_is_given_twice()
    {
        var builder = new RosterBuilder().Person("a").Task("J", 0);
        var stranger = new RosterBuilder().Person("z").Task("J", 0);

        RosterChecker.Check(builder.Build(), stranger.Roster("z: J0")).Select(v => v.Code).ShouldContain("roster.foreign");
        Codes(builder, "a: J0 J0").ShouldBe(["roster.twice"]);
    }

    [Fact]
    public void Pins_that_contradict_the_rules_are_told_before_any_search()
    {
        var builder = new RosterBuilder().Person("a").Task("J", 0).Task("K", 0).Pin("a", "J0");

        RosterChecker.CheckPins(new RosterIndex(builder.Build())).ShouldBeEmpty();
        RosterChecker.CheckPins(new RosterIndex(builder.Pin("a", "K0").Build())).ShouldHaveSingleItem().Code.ShouldBe("roster.apart");
    }

    [Fact]
    public void Wishes_cost_what_they_say()
    {
        var builder = new RosterBuilder()
            .Contract(c => c with
            {
                HalfWeekEndWeight = 100,
                IsolatedRestWeight = 1000,
                IsolatedWorkWeight = 10_000,
                Counts = [new CountLimit(RosterMeasure.Minutes, CountWindow.Period, 1440, null, 1)],
            })
            .Person("a").Person("b").Share(RosterMeasure.Shifts, 100_000);
        foreach (var day in (int[])[0, 1, 3, 4, 5])
        {
            builder.Task("J", day);
        }

        builder.Request("a", 3, wanted: false, weight: 20).Request("a", 8, wanted: true, weight: 30);
        var score = RosterScore.Of(new RosterIndex(builder.Build()), builder.Roster("a: J0 J1 J3 J4 J5"));

        // a: request 20 + 30, half week-end 100, one day of rest alone 1,000, five shifts for at most three 300,000;
        // b: 24 hours missing, no shift for at least two 300,000.
        score.Wishes.ShouldBe(20 + 30 + 100 + 1000 + 300_000 + 24 + 300_000);
        score.Uncovered.ShouldBe(0);
    }

    [Fact]
    public void Fairness_counts_the_contracted_time_and_what_each_had_before()
    {
        var builder = new RosterBuilder().Person("full").Person("half", p => p with { TimePercent = 50 })
            .Person("busy", p => p with { Had = new Dictionary<RosterMeasure, int> { [RosterMeasure.Nights] = 2 } }).Share(RosterMeasure.Nights);
        for (var day = 0; day < 8; day++)
        {
            builder.Task("N", day, 21, 9);
        }

        // Ten nights with the two before: four, two, four.
        var targets = new RosterIndex(builder.Build()).FairTargets[0];
        targets.ToDictionary(t => t.Key.Id, t => t.Value).ShouldBe(
            new Dictionary<string, (int, int)> { ["full"] = (4, 4), ["half"] = (2, 2), ["busy"] = (4, 4) });
    }

    [Fact]
    public void A_replan_counts_who_is_told_and_what_moves()
    {
        var builder = new RosterBuilder().Person("a").Person("b").Person("c").Task("J", 0).Task("J", 1).Task("J", 2);
        var index = new RosterIndex(builder.Build("a: J0", "b: J1", "c: J2"));

        RosterScore.Of(index, builder.Roster("a: J1", "b: J0", "c: J2")).ShouldBe(new RosterScore(0, 2, 4, 0));
    }

    private static RosterBuilder Fortnight(Func<RosterContract, RosterContract> contract)
    {
        var builder = new RosterBuilder().Contract(contract).Person("a");
        for (var day = 0; day < 14; day++)
        {
            builder.Task("J", day).Task("N", day, 21, 9);
        }

        return builder;
    }

    private static List<string> Codes(RosterBuilder builder, params string[] roster) =>
        [.. RosterChecker.Check(builder.Build(), builder.Roster(roster)).Select(v => v.Code).Distinct()];
}
