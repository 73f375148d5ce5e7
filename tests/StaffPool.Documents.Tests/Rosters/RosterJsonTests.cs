using System.Globalization;
using System.Text;
using StaffPool.Documents.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Rosters;

namespace StaffPool.Documents.Tests.Rosters;

public sealed class RosterJsonTests
{
    private const string Small = """
        {
          "format": "staffpool-roster/1", "name": "essai", "period": {"start": "2027-03-27", "end": "2027-03-29"},
          "holidays": ["2027-03-29"],
          "contracts": [{"id": "c", "ruleSet": "fph", "twelveHourDuties": true, "dailyRestHours": 11,
            "counts": [{"measure": "nights", "window": "sliding", "days": 7, "most": 3}],
            "runs": [{"kind": "days", "most": 4, "weight": 2}], "successions": [{"first": "N", "next": "J"}], "isolatedRestWeight": 1}],
          "people": [
            {"id": "a", "contract": "c", "skills": ["ide"], "timePercent": 80, "unavailable": [{"from": "2027-03-28", "to": "2027-03-28"}],
             "history": [{"start": "2027-03-26T19:00", "end": "2027-03-27T07:00"}], "had": {"holidays": 2}},
            {"id": "b", "name": "Agent B (synthétique)", "contract": "c"}],
          "shifts": [{"id": "N", "start": "21:00", "end": "07:00", "place": "nord"}],
          "cover": [{"shift": "N", "weekdays": ["sat", "sun"], "required": 2, "weight": 5}],
          "tasks": [{"id": "astreinte", "kind": "onCall", "parts": [
            {"start": "2027-03-27T20:00", "end": "2027-03-28T06:00"}, {"start": "2027-03-28T18:00Z", "end": "2027-03-29T06:00+02:00"}]}],
          "travel": [{"from": "nord", "to": "sud", "minutes": 20}],
          "requests": [{"person": "a", "from": "2027-03-27", "weight": 3}],
          "pins": [{"person": "b", "task": "astreinte"}],
          "fairness": [{"measure": "holidays"}]
        }
        """;

    [Fact]
    public void A_problem_is_read_whole()
    {
        var problem = Read(Small).Value.ShouldNotBeNull();

        problem.Tasks.Select(t => t.Id).ShouldBe(["N-2027-03-27", "N-2027-03-28", "astreinte"]);
        // The clocks go forward in the night to 28 March.
        problem.Tasks.Select(t => t.Parts.Sum(p => (p.End - p.Start).TotalHours)).ShouldBe([9, 10, 9 + 10]);
        problem.Tasks[2].Kind.ShouldBe(WorkKind.OnCall);
        problem.People[0].Unavailable.ShouldHaveSingleItem().ShouldBe(new RosterPart(ParisTime.StartOf(new(2027, 3, 28)), ParisTime.StartOf(new(2027, 3, 29))));
        problem.People[0].Had[RosterMeasure.Holidays].ShouldBe(2);
        problem.People[0].Contract.Limits.RuleSet.ShouldBe("fph");
        problem.TravelMinutes("sud", "nord").ShouldBe(20);
        problem.Pins.ShouldHaveSingleItem().Assigned.ShouldBeTrue();
        problem.Holidays.ShouldContain(new DateOnly(2027, 3, 29));
    }

    [Fact]
    public void Everything_that_is_wrong_is_told_at_once_with_its_path()
    {
        var broken = Small
            .Replace("\"ruleSet\": \"fph\"", "\"ruleSet\": \"fhp\"", StringComparison.Ordinal)
            .Replace("\"timePercent\": 80", "\"timePercent\": 180", StringComparison.Ordinal)
            .Replace("\"weekdays\": [\"sat\"", "\"weekdays\": [\"samedi\"", StringComparison.Ordinal)
            .Replace("\"to\": \"2027-03-28\"", "\"to\": \"2027-03-26\"", StringComparison.Ordinal)
            .Replace("\"task\": \"astreinte\"", "\"task\": \"astrinte\"", StringComparison.Ordinal)
            .Replace("\"weight\": 3", "\"poids\": 3", StringComparison.Ordinal);
        var reading = Read(broken);

        reading.Value.ShouldBeNull();
        reading.Problems.Select(p => p.Path).ShouldBe(
            ["$.contracts[0].ruleSet", "$.people[0].contract", "$.people[0].timePercent", "$.people[0].unavailable[0].to", "$.people[1].contract",
             "$.cover[0].weekdays", "$.requests[0].person", "$.requests[0].poids", "$.pins[0].person", "$.pins[0].task", "$.people"],
            ignoreOrder: true);
        reading.Problems.ShouldAllBe(p => p.Message.In(CultureInfo.GetCultureInfo("en-GB")).Length > 5);
    }

    [Theory]
    [InlineData("{\"format\": \"staffpool-roster/1\"", "1:32")]
    [InlineData("[]", "$")]
    [InlineData("{\"format\": \"staffpool-roster/2\", \"name\": \"x\"}", "$.format")]
    public void A_file_of_another_kind_is_refused(string text, string path) =>
        Read(text).Problems.Select(p => p.Path).ShouldContain(path);

    [Theory]
    [InlineData("\"least\": 1, \"most\": 3", "weight")]
    [InlineData("\"least\": 4, \"most\": 3, \"weight\": 1", "least")]
    [InlineData("\"weight\": 1", "most")]
    [InlineData("\"most\": -1", "most")]
    public void A_limit_that_limits_nothing_or_contradicts_itself_is_refused(string limit, string field) =>
        Read(Small.Replace("\"days\": 7, \"most\": 3", "\"days\": 7, " + limit, StringComparison.Ordinal))
            .Problems.Select(p => p.Path).ShouldContain("$.contracts[0].counts[0]." + field);

    [Fact]
    public void A_result_is_written_and_read_back()
    {
        var problem = Read(Small).Value!;
        var roster = new Roster([new RosterAssignment(problem.People[1], problem.Tasks[2]), new RosterAssignment(problem.People[0], problem.Tasks[0])]);
        using var stream = new MemoryStream();
        RosterJson.WriteResult(stream, ResultOf(problem, roster), CultureInfo.GetCultureInfo("fr-FR"));
        var text = Encoding.UTF8.GetString(stream.ToArray());

        text.ShouldContain("\"start\": \"2027-03-27T21:00+01:00\"");
        text.ShouldContain("\"end\": \"2027-03-28T07:00+02:00\"");
        stream.Position = 0;
        RosterJson.ReadResult(stream, problem, asInForce: false).Value!.Assignments.ShouldBe(roster.Assignments);
    }

    [Fact]
    public void A_roster_in_force_may_hold_what_is_gone()
    {
        const string result = """{"format": "staffpool-roster-result/1", "assignments": [{"person": "z", "task": "astreinte"}, {"person": "b", "task": "astreinte"}]}""";
        var problem = Read(Small).Value!;

        RosterJson.ReadResult(new MemoryStream(Encoding.UTF8.GetBytes(result)), problem, asInForce: true).Value!.Assignments.ShouldHaveSingleItem();
        RosterJson.ReadResult(new MemoryStream(Encoding.UTF8.GetBytes(result)), problem, asInForce: false)
            .Problems.ShouldHaveSingleItem().Path.ShouldBe("$.assignments[0].person");
    }

    private static RosterReading<RosterProblem> Read(string text) => RosterJson.ReadProblem(new MemoryStream(Encoding.UTF8.GetBytes(text)));

    private static RosterResult ResultOf(RosterProblem problem, Roster roster) => new()
    {
        Problem = problem,
        Roster = roster,
        Score = RosterScore.Of(new RosterIndex(problem), roster),
        Levels = [],
        Violations = RosterChecker.Check(problem, roster),
        Elapsed = TimeSpan.Zero,
        FirstRoster = TimeSpan.Zero,
        Engines = [],
        Incidents = [],
        IsStopped = false,
    };
}
