using System.Globalization;
using StaffPool.Documents.Rosters;
using StaffPool.Documents.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;
using StaffPool.Testing;

namespace StaffPool.Documents.Tests.Timetables;

/// <summary>What the two files say is what any reader of the roster format finds in them.</summary>
public sealed class TimetableRosterJsonTests
{
    // Around the night of 28 March 2027, in which the clocks go forward.
    private static readonly DateOnly Friday = new(2027, 3, 26);

    private static readonly TimetableRoster Exported = Export(
        Cell(TinyPlan.Anne, Friday, HalfDay.Morning, TinyPlan.Nesle), Cell(TinyPlan.Bruno, Friday, HalfDay.Morning, TinyPlan.Ham),
        Cell(TinyPlan.Bruno, Friday, HalfDay.Afternoon, TinyPlan.Ham), Cell(TinyPlan.Bruno, Friday.AddDays(4), HalfDay.Morning, TinyPlan.Epehy),
        Cell(TinyPlan.Chloe, Friday.AddDays(4), HalfDay.Morning, TinyPlan.Epehy));

    [Fact]
    public void Both_files_are_read_back_as_they_were_and_the_roster_is_kept()
    {
        var problem = Read(s => TimetableRosterJson.WriteProblem(s, Exported.Problem), RosterJson.ReadProblem);
        var roster = Read(s => TimetableRosterJson.WriteResult(s, Exported, CultureInfo.InvariantCulture), s => RosterJson.ReadResult(s, problem, asInForce: false));

        problem.Tasks.Select(t => (t.Id, t.Label, t.Parts[0], t.Place, t.Required)).ShouldBe(
            Exported.Problem.Tasks.Select(t => (t.Id, t.Label, t.Parts[0], t.Place, t.Required)));
        problem.People.SelectMany(p => p.Unavailable).ShouldBe(Exported.Problem.People.SelectMany(p => p.Unavailable));
        problem.People.SelectMany(p => p.Skills).ShouldBe(Exported.Problem.People.SelectMany(p => p.Skills));
        problem.People.SelectMany(p => p.Contract.Counts).ShouldBe(Exported.Problem.People.SelectMany(p => p.Contract.Counts));
        problem.People.Select(p => (p.TimePercent, p.Contract.Limits.RuleSet)).ShouldBe(Exported.Problem.People.Select(p => (p.TimePercent, p.Contract.Limits.RuleSet)));
        problem.Travel.ShouldBe(Exported.Problem.Travel);
        problem.Requests.ShouldBe(Exported.Problem.Requests);
        roster.Assignments.ShouldBe(Exported.Roster.Assignments);
        RosterChecker.Check(problem, roster).ShouldBeEmpty();
    }

    [Fact]
    public void A_half_day_that_no_site_receives_is_refused_by_the_reader()
    {
        // A Sunday.
        var exported = Export(Cell(TinyPlan.Bruno, Friday.AddDays(2), HalfDay.Morning, TinyPlan.Ham));
        using var stream = new MemoryStream();
        TimetableRosterJson.WriteResult(stream, exported, CultureInfo.InvariantCulture);
        stream.Position = 0;

        RosterJson.ReadResult(stream, exported.Problem, asInForce: false).Problems.ShouldHaveSingleItem().Path.ShouldBe("$.assignments[0].task");
    }

    private static TimetableRoster Export(params CalendarCell[] cells)
    {
        var requests = new TimetableRequests
        {
            TimesAway = [new TimeAway(TinyPlan.Anne, new CalendarSlot(Friday, HalfDay.Afternoon), new CalendarSlot(Friday.AddDays(4), HalfDay.Afternoon), AwayKind.Leave)],
            Unwanted = [new UnwantedHalfDay(TinyPlan.Bruno, new WeekHalfDay(DayOfWeek.Wednesday)), new UnwantedHalfDay(TinyPlan.Bruno, new WeekHalfDay(DayOfWeek.Friday, HalfDay.Afternoon))],
        };
        var problem = TimetableProblem.Of(TinyPlan.Scenario.ToProblem(), TinyPlan.Plan, new Cycle(1), requests);
        return TimetableRoster.Of("essai", problem, new Timetable(problem.Period, problem.Cycle, [], cells));
    }

    private static CalendarCell Cell(Professional professional, DateOnly day, HalfDay half, Site site) => new(professional, new CalendarSlot(day, half), site);

    private static T Read<T>(Action<Stream> write, Func<Stream, RosterReading<T>> read)
        where T : class
    {
        using var stream = new MemoryStream();
        write(stream);
        stream.Position = 0;
        var reading = read(stream);
        reading.Problems.ShouldBeEmpty();
        return reading.Value!;
    }
}
