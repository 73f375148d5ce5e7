using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;
using static StaffPool.Domain.Tests.Timetables.SmallTimetables;

namespace StaffPool.Domain.Tests.Timetables;

/// <summary>The checker of rosters and that of timetables say the same of one calendar.</summary>
public sealed class TimetableRosterTests
{
    private static readonly CalendarCell[] Kept =
    [
        Cell(First, 0, HalfDay.Morning, Near), Cell(First, 0, HalfDay.Afternoon, Beside), Cell(First, 1, HalfDay.Morning, Far),
        Cell(First, 1, HalfDay.Afternoon, Far), Cell(Second, 0, HalfDay.Morning, Near), Cell(Second, 3, HalfDay.Afternoon, Near),
    ];

    private static readonly TimetableRequests Asked = new()
    {
        HostDays = [new HostDays(Far, null, [new WeekHalfDay(DayOfWeek.Tuesday)])],
        RoomLimits = [new RoomLimit(Near, null, 2)],
        RegularDaysOff = [new RegularDayOff(Second, new WeekHalfDay(DayOfWeek.Wednesday))],
        TimesAway = [new TimeAway(First, At(2, HalfDay.Afternoon), At(4), AwayKind.Leave)],
        Unwanted = [new UnwantedHalfDay(Second, new WeekHalfDay(DayOfWeek.Thursday, HalfDay.Afternoon))],
    };

    [Fact]
    public void A_timetable_that_keeps_its_rules_is_a_roster_that_keeps_them()
    {
        var problem = Problem(Asked);
        var roster = TimetableRoster.Of("essai", problem, Of(problem, Kept));

        Blocking(problem, Kept).ShouldBeEmpty();
        RosterChecker.Check(roster.Problem, roster.Roster).ShouldBeEmpty();
        roster.Roster.Assignments.Count.ShouldBe(Kept.Length);
        // both are at Near on the first morning: one task for two
        roster.Problem.Tasks.Select(t => t.Required).Order().ShouldBe([1, 1, 1, 1, 2]);
        roster.Problem.Tasks.Select(t => t.Label).ShouldContain("afternoon");
        roster.Problem.Requests.Select(r => (r.Person.Id, r.From)).ShouldBe([("p2", new(2026, 10, 8)), ("p2", new(2026, 10, 15))]);
    }

    [Fact]
    public void Leave_from_a_half_day_to_another_is_one_stretch()
    {
        var away = TimetableRoster.Of("essai", Problem(Asked), Of(Problem(Asked), Kept)).Problem.People[0].Unavailable.ShouldHaveSingleItem();

        ParisTime.DayOf(away.Start).ShouldBe(new DateOnly(2026, 10, 7));
        away.Start.ShouldBeGreaterThan(ParisTime.StartOf(new(2026, 10, 7)));
        away.End.ShouldBeLessThan(ParisTime.StartOf(new(2026, 10, 10)));
        ParisTime.DayOf(away.End).ShouldBe(new DateOnly(2026, 10, 9));
    }

    public static TheoryData<string, CalendarCell[], string> Broken => new()
    {
        { "timetable.twice", [Cell(First, 0, HalfDay.Morning, Beside)], "roster.apart" },
        { "timetable.travel", [Cell(First, 8, HalfDay.Morning, Near), Cell(First, 8, HalfDay.Afternoon, Far)], "roster.apart" },
        { "timetable.unavailable", [Cell(First, 3, HalfDay.Morning, Near)], "roster.unavailable" },
        { "timetable.unavailable", [Cell(Second, 2, HalfDay.Morning, Near)], "roster.unavailable" },
        { "timetable.unavailable", [Cell(First, 7, HalfDay.Morning, Far)], "roster.foreign" },
        { "timetable.day-not-worked", [Cell(First, 5, HalfDay.Morning, Near)], "roster.foreign" },
        { "timetable.promise-exceeded", [Cell(Second, 1, HalfDay.Morning, Beside)], "roster.skill" },
        {
            "timetable.week-full",
            [.. from day in (int[])[7, 8, 10, 11] from half in (HalfDay[])[HalfDay.Morning, HalfDay.Afternoon] select Cell(Second, day, half, Near)],
            "roster.count"
        },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void What_the_one_refuses_the_other_refuses(string code, CalendarCell[] more, string rosterCode)
    {
        var problem = Problem(Asked);
        CalendarCell[] cells = [.. Kept, .. more];
        var roster = TimetableRoster.Of("essai", problem, Of(problem, cells));

        Blocking(problem, cells).ShouldContain(code);
        RosterChecker.Check(roster.Problem, roster.Roster).Where(v => v.Severity == Severity.Blocking).Select(v => v.Code).ShouldContain(rosterCode);
    }

    [Fact]
    public void A_room_is_not_overfilled_in_either()
    {
        var problem = Problem(Asked with { RoomLimits = [new RoomLimit(Near, null, 1)] });
        var roster = TimetableRoster.Of("essai", problem, Of(problem, Kept));

        Blocking(problem, Kept).ShouldBe(["timetable.room"]);
        RosterChecker.Check(roster.Problem, roster.Roster).ShouldHaveSingleItem().Code.ShouldBe("roster.too-many");
    }
}
