using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Tests.Rosters.OnCall;

public sealed class OnCallTests
{
    private static readonly OnCallZone Zone = new()
    {
        Name = "Zone",
        Sites = [new OnCallSite("a", "A", 150), new OnCallSite("b", "B", 150), new OnCallSite("c", "C", 1)],
        Travel = new Dictionary<(string, string), int> { [("a", "b")] = 40, [("c", "a")] = 41 },
    };

    [Fact]
    public void A_zone_is_held_against_the_terms_of_its_scheme()
    {
        var nurses = Nurses(13);
        nurses[0] = nurses[0] with { MinutesTo = new Dictionary<string, int> { ["a"] = 30, ["b"] = 31 } };

        // 301 residents are for two nurses on duty, hence fourteen in the roster.
        ZoneRules.Assess(Zone, OnCallTerms.Usual, nurses).Select(v => v.Code)
            .ShouldBe(["on-call.apart", "on-call.unknown-road", "on-call.arrival", "on-call.nurses"], ignoreOrder: true);
        ZoneRules.Assess(Zone with { Sites = [.. Zone.Sites.Take(2)] }, OnCallTerms.Usual, Nurses(7)).ShouldBeEmpty();
        ZoneRules.Assess(Zone with { Sites = [.. Zone.Sites.Take(2)] }, OnCallTerms.Usual with { MostMinutesBetweenSites = 39 }, Nurses(7)).ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData(ZoneTurn.Night, 14, 1)]
    [InlineData(ZoneTurn.NightOrWeekEnd, 10, 3)]
    [InlineData(ZoneTurn.Week, 2, 7)]
    public void A_rota_is_cut_into_its_units(ZoneTurn unit, int tasks, int longest)
    {
        var problem = Rota(new Period(new DateOnly(2027, 5, 17), new DateOnly(2027, 5, 30)), ZoneDuty.OnCall, unit);

        problem.Tasks.Count.ShouldBe(tasks);
        problem.Tasks.Max(t => t.Parts.Count).ShouldBe(longest);
        problem.Tasks.Sum(t => t.Parts.Count).ShouldBe(14);
        problem.Tasks.ShouldAllBe(t => t.Required == 2 && t.Kind == WorkKind.OnCall);
    }

    [Theory]
    [InlineData("2027-03-27", 9)]
    [InlineData("2027-10-30", 11)]
    [InlineData("2028-02-29", 10)]
    [InlineData("2027-12-31", 10)]
    public void A_night_lasts_what_the_clocks_say(string day, int hours)
    {
        var night = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        var task = Rota(new Period(night, night), ZoneDuty.Presence, ZoneTurn.Night).Tasks.ShouldHaveSingleItem();

        (task.Parts[0].End - task.Parts[0].Start).TotalHours.ShouldBe(hours);
    }

    [Fact]
    public void A_week_of_nights_may_be_spent_on_call_and_never_at_work()
    {
        var week = new Period(new DateOnly(2027, 5, 17), new DateOnly(2027, 5, 23));

        Rota(week, ZoneDuty.OnCall, ZoneTurn.Week).Tasks.ShouldHaveSingleItem();
        Should.Throw<DomainException>(() => Rota(week, ZoneDuty.Presence, ZoneTurn.Week)).Text!.Key.ShouldBe("on-call.unit");
    }

    [Theory]
    [InlineData(ZoneDuty.OnCall, "2027-05-02 2027-05-30", 1)]
    [InlineData(ZoneDuty.OnCall, "2027-05-02 2027-05-16 2027-05-30", 2)]
    [InlineData(ZoneDuty.OnCall, "2027-05-30 2027-06-06", 0)]
    [InlineData(ZoneDuty.Presence, "2027-05-02 2027-05-30", 0)]
    public void A_Sunday_on_call_beyond_what_the_texts_advise_in_a_month_costs_where_the_checker_warns(ZoneDuty duty, string sundays, int beyond)
    {
        var problem = Rota(new Period(new DateOnly(2027, 5, 1), new DateOnly(2027, 6, 30)), duty, ZoneTurn.Night);
        var days = sundays.Split(' ').Select(d => DateOnly.Parse(d, System.Globalization.CultureInfo.InvariantCulture)).ToHashSet();
        var index = new RosterIndex(problem);
        var person = new PersonRoster(index, problem.People[0], problem.Tasks.Select(index.Of).Where(t => days.Contains(t.Starts[0])));

        var cost = PersonPenalties.Of(person).Where(p => p.Wish == RosterWish.Count).ToList();

        cost.Sum(p => p.Amount).ShouldBe(beyond);
        PersonRules.Assess(person).Any(v => v.Code == "working-time.on-call-sundays").ShouldBe(beyond > 0);
    }

    [Fact]
    public void Rest_starts_when_the_nurse_is_home_again()
    {
        var at = ParisTime.At(new DateOnly(2027, 5, 18), new TimeOnly(1, 0));
        var call = new OnCallCall(at, "a", "ide-1", CallMotive.Fall, CallOutcome.Settled, 10, new OnCallIntervention(20, 40, 20));
        var limits = WorkingTimeLimits.Find("fph", new DateOnly(2027, 5, 18))!;

        CallLog.EarliestNextWork(limits, [call]).ShouldBe(at.AddMinutes(90).AddHours(12));
        CallLog.EarliestNextWork(limits, []).ShouldBeNull();
    }

    [Fact]
    public void The_log_gives_figures_and_finds_calls_that_cannot_be()
    {
        var problem = Rota(new Period(new DateOnly(2027, 5, 17), new DateOnly(2027, 5, 18)), ZoneDuty.OnCall, ZoneTurn.Night);
        var roster = new Roster([new RosterAssignment(problem.People[0], problem.Tasks[0])]);
        OnCallCall[] calls =
        [
            Call(17, 22, "a", "ide-1", CallOutcome.HospitalisationAvoided, new OnCallIntervention(25, 60, 25)),
            Call(17, 23, "b", "ide-1", CallOutcome.Hospitalised, null),
            Call(18, 12, "a", "ide-1", CallOutcome.Settled, null),
            Call(17, 23, "z", "ide-9", CallOutcome.Settled, null),
        ];
        var figures = CallLog.FiguresOf(Zone, calls);

        // Five minutes on the telephone each, and 110 on the way and on site.
        figures[0].ShouldBe(new CallFigures("A", 2, 1, 1, 0, 120, 30));
        figures[^1].ShouldBe(new CallFigures("Zone", 4, 1, 1, 1, 130, 30));
        CallLog.Check(Zone, problem, roster, calls).Select(v => v.Code)
            .ShouldBe(["on-call.log-site", "on-call.log-nurse", "on-call.log-off", "on-call.log-twice"], ignoreOrder: true);
    }

    [Fact]
    public void Calls_of_the_night_take_their_rest_from_the_work_of_the_day()
    {
        var problem = Rota(new Period(new DateOnly(2027, 5, 17), new DateOnly(2027, 5, 18)), ZoneDuty.OnCall, ZoneTurn.Night);
        var day = new RosterTask
        {
            Id = "jour", Label = "jour",
            Parts = [new RosterPart(ParisTime.At(new DateOnly(2027, 5, 18), new TimeOnly(9, 0)), ParisTime.At(new DateOnly(2027, 5, 18), new TimeOnly(16, 0)))],
        };
        var index = new RosterIndex(problem with { Tasks = [.. problem.Tasks, day] });
        var roster = new Roster([new RosterAssignment(problem.People[0], problem.Tasks[0]), new RosterAssignment(problem.People[0], day)]);

        CallLog.Breaches(index, roster, []).ShouldBeEmpty();
        CallLog.Breaches(index, roster, [Call(17, 23, "a", "ide-1", CallOutcome.Settled, new OnCallIntervention(20, 30, 20))])
            .ShouldHaveSingleItem().Code.ShouldBe("working-time.daily-rest");
    }

    [Fact]
    public void What_each_site_pays_adds_up_to_the_zone_to_the_cent()
    {
        var zone = ZoneProposal.Of(Zone, OnCallTerms.Usual, new ZoneCosts(24_000_01, 4_000_00, 800_00), Zone.Sites);

        (zone.Lines, zone.Nurses, zone.WidestMinutes).ShouldBe((2, 14, 41));
        zone.CostCents.ShouldBe((2 * 24_000_01) + 4_000_00 + (14 * 800_00));
        zone.Shares().Sum(s => s.Cents).ShouldBe(zone.CostCents);
    }

    private static OnCallCall Call(int day, int hour, string site, string nurse, CallOutcome outcome, OnCallIntervention? intervention) =>
        new(ParisTime.At(new DateOnly(2027, 5, day), new TimeOnly(hour, 0)), site, nurse, CallMotive.Pain, outcome, 5, intervention);

    private static RosterProblem Rota(Period period, ZoneDuty mode, ZoneTurn unit) =>
        RotaBuilder.Of(Zone, OnCallTerms.Usual, new RotaPlan(period, mode, unit, new HashSet<DateOnly>()), Nurses(8));

    private static OnCallNurse[] Nurses(int count) =>
    [
        .. Enumerable.Range(1, count).Select(i => new OnCallNurse(
            new RosterPerson
            {
                Id = FormattableString.Invariant($"ide-{i}"),
                Name = FormattableString.Invariant($"Infirmier {i} (synthétique)"),
                Contract = RotaBuilder.ContractOf("fph", WorkingTimeLimits.Find("fph", new DateOnly(2027, 1, 1))!),
            },
            new Dictionary<string, int>())),
    ];
}
