using StaffPool.Application.Planning;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Rosters;

namespace StaffPool.Cli.Tests.Rosters;

/// <summary>The roster commands on files: what is read, what is refused, what is written.</summary>
public sealed class RosterCommandTests : IDisposable
{
    private const string Problem = """
        {"format": "staffpool-roster/1", "name": "essai", "period": {"start": "2027-05-17", "end": "2027-05-18"},
         "contracts": [{"id": "c", "ruleSet": "fph"}], "people": [{"id": "a", "contract": "c"}, {"id": "b", "contract": "c"}],
         "shifts": [{"id": "J", "start": "08:00", "end": "16:00"}], "cover": [{"shift": "J", "required": 1}]}
        """;

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("staffpool-roster-");
    private readonly FakeTerminal terminal = new();
    private readonly List<RosterProblem> solved = [];

    public void Dispose()
    {
        terminal.Dispose();
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_solved_roster_is_shown_written_and_accepted_by_the_check()
    {
        var problem = Write("problem.json", Problem);
        var output = Path.Combine(folder.FullName, "deep", "result.json");

        (await RunAsync("roster", "solve", problem, "--out", output)).ShouldBe(ExitCode.Success);
        File.Exists(output).ShouldBeTrue();
        (await RunAsync("roster", "check", problem, output)).ShouldBe(ExitCode.Success);
    }

    [Fact]
    public async Task A_roster_in_force_and_a_frozen_past_reach_the_planner()
    {
        var problem = Write("problem.json", Problem);
        var inForce = Write("result.json", """{"format": "staffpool-roster-result/1", "assignments": [{"person": "b", "task": "J-2027-05-17"}]}""");

        await RunAsync("roster", "solve", problem, "--from", inForce, "--freeze", "2027-05-18");

        solved.ShouldHaveSingleItem().InForce!.Assignments.ShouldHaveSingleItem();
        solved[0].Pins.Select(p => (p.Person.Id, p.Task.Id, p.Assigned)).ShouldBe([("a", "J-2027-05-17", false), ("b", "J-2027-05-17", true)]);
    }

    [Fact]
    public async Task A_result_that_breaks_a_rule_is_blocked()
    {
        var result = Write("result.json", """{"format": "staffpool-roster-result/1", "assignments": [{"person": "a", "task": "J-2027-05-17"}, {"person": "b", "task": "J-2027-05-17"}]}""");

        (await RunAsync("roster", "check", Write("problem.json", Problem), result)).ShouldBe(ExitCode.Blocked);
    }

    [Theory]
    [InlineData("{", "1:2")]
    [InlineData("{\"format\": \"staffpool-roster/1\", \"name\": \"x\"}", "$.period")]
    public async Task A_bad_file_says_what_is_wrong_and_computes_nothing(string text, string place)
    {
        (await RunAsync("roster", "solve", Write("problem.json", text))).ShouldBe(ExitCode.InvalidInput);
        terminal.Messages.ShouldContain(place);
        solved.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("roster", "solve")]
    [InlineData("rota", "plan")]
    [InlineData("rota", "zones")]
    [InlineData("rota", "log")]
    public async Task A_file_that_is_not_there_is_said_so(string command, string sub)
    {
        (await RunAsync(command, sub, Path.Combine(folder.FullName, "nowhere.json"))).ShouldBe(ExitCode.InvalidInput);
        terminal.Messages.ShouldContain("nowhere.json");
    }

    [Fact]
    public async Task Pins_that_contradict_the_rules_are_told()
    {
        var run = new Tool(
            NoUseCases.Any with { SolveRoster = (problem, _, _, _) => throw new ContradictoryPinsException(RosterChecker.CheckPins(new RosterIndex(problem))) },
            terminal.Terminal, TimeProvider.System);
        var pinned = Problem.Replace("\"contracts\"", "\"pins\": [{\"person\": \"a\", \"task\": \"J-2027-05-17\"}, {\"person\": \"b\", \"task\": \"J-2027-05-17\"}], \"contracts\"", StringComparison.Ordinal);

        (await run.RunAsync(["roster", "solve", Write("problem.json", pinned), "--quiet"])).ShouldBe(ExitCode.InvalidInput);
        terminal.Messages.ShouldContain("J-2027-05-17");
    }

    private Task<int> RunAsync(params string[] arguments) => new Tool(
        NoUseCases.Any with
        {
            SolveRoster = (problem, _, _, _) =>
            {
                solved.Add(problem);
                var roster = new Roster([.. problem.Tasks.Select(t => new RosterAssignment(problem.People[0], t))]);
                return Task.FromResult(new RosterResult
                {
                    Problem = problem,
                    Roster = roster,
                    Score = RosterScore.Of(new RosterIndex(problem), roster),
                    Levels = [new RosterLevel(RosterAim.Uncovered, 0, 0, "arithmetic"), new RosterLevel(RosterAim.Wishes, 0, 0, "arithmetic")],
                    Violations = [.. RosterChecker.Check(problem, roster).Where(v => v.Severity == Severity.Warning)],
                    Elapsed = TimeSpan.FromSeconds(1),
                    FirstRoster = TimeSpan.Zero,
                    Engines = ["CP-SAT"],
                    Incidents = [],
                    IsStopped = false,
                });
            },
        },
        terminal.Terminal,
        TimeProvider.System).RunAsync(arguments);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
