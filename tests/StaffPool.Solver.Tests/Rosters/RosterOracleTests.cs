using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;
using StaffPool.Solver.Rosters;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Rosters;

/// <summary>The planner against every roster of tiny problems, scored and checked without any engine.</summary>
public sealed class RosterOracleTests(SharedEngines engines)
{
    private static readonly LegalReference Test = new("test");

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task The_planner_reaches_the_best_of_all_rosters_and_proves_it(int seed)
    {
        var problem = RandomProblem(seed);
        var best = BestOfAll(problem);
        var result = await PlanAsync(problem);

        result.Score.ShouldBe(best, $"seed {seed}");
        result.Violations.AnyBlocking().ShouldBeFalse();
        result.Levels.ShouldAllBe(l => l.Bound == l.Value);
    }

    [Theory]
    [InlineData(11)]
    [InlineData(12)]
    [InlineData(13)]
    [InlineData(14)]
    public async Task A_replan_disturbs_the_fewest_people_of_all_rosters(int seed)
    {
        var problem = RandomProblem(seed);
        var first = await PlanAsync(problem);
        // Somebody who has work is ill for the first half.
        var ill = first.Roster.Assignments[0].Person;
        var half = problem.Tasks.Where(t => t.Parts[0].Start < problem.Tasks[problem.Tasks.Count / 2].Parts[0].Start).SelectMany(t => t.Parts).ToList();
        var changed = OtherPerson(problem, ill, ill with { Unavailable = half }) with { InForce = first.Roster };
        var best = BestOfAll(changed);
        var result = await PlanAsync(changed);

        result.Score.ShouldBe(best, $"seed {seed}");
        result.Violations.AnyBlocking().ShouldBeFalse();
    }

    [Fact]
    public async Task Without_any_time_there_is_still_a_roster_that_keeps_every_rule()
    {
        var result = await new RosterPlanner(engines.Portable, TimeProvider.System)
            .PlanAsync(RandomProblem(3), new RosterOptions { Time = TimeSpan.Zero }, null, TestContext.Current.CancellationToken);

        result.Violations.AnyBlocking().ShouldBeFalse();
        result.Roster.Assignments.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Stopped_at_once_it_keeps_what_it_has()
    {
        var result = await new RosterPlanner(engines.Portable, TimeProvider.System)
            .PlanAsync(RandomProblem(4), new RosterOptions(), null, new CancellationToken(canceled: true));

        result.IsStopped.ShouldBeTrue();
        result.Violations.AnyBlocking().ShouldBeFalse();
    }

    [Fact]
    public async Task Pins_are_kept_whatever_they_cost()
    {
        var builder = new RosterBuilder().Person("a").Person("b").Task("J", 0).Task("J", 1).Request("a", 0, wanted: false, weight: 50).Pin("a", "J0").Pin("b", "J1", assigned: false);
        var result = await PlanAsync(builder.Build());

        result.Roster.Assignments.Select(a => $"{a.Person.Id} {a.Task.Id}").ShouldBe(["a J0", "a J1"]);
    }

    /// <summary>Three people, some eight tasks of day and night over a week-end, a random choice of rules and wishes.</summary>
    private static RosterProblem RandomProblem(int seed)
    {
        var random = new Random(seed);
        WorkingTimeLimit[] limits =
        [
            new DailyRest(660, 30) { Reference = Test },
            new SlidingCap(4, 1500) { Reference = Test },
            new DutyCap(600, 600, 660, 30) { Reference = Test },
            new SplitDay(2, 180, 630, 30, 660) { Reference = Test },
            new WorkedDaysAWeek(4) { Reference = Test },
            new WeeklyRest(60 * (24 + random.Next(24))) { Reference = Test },
            new FortnightRest(9, RosterBuilder.Monday) { Reference = Test },
        ];
        var builder = new RosterBuilder()
            .Limits([.. limits.Where(_ => random.Next(3) > 0)])
            .Contract(c => c with
            {
                HalfWeekEndWeight = random.Next(3),
                IsolatedRestWeight = random.Next(3),
                IsolatedWorkWeight = random.Next(3),
                Counts =
                [
                    new CountLimit(RosterMeasure.Minutes, CountWindow.Period, 900, 1600, 1 + random.Next(2)),
                    new CountLimit(RosterMeasure.WeekEnds, CountWindow.Period, null, 1, 3),
                    new CountLimit(RosterMeasure.Shifts, CountWindow.Sliding, null, 2, null, 2),
                ],
                Runs = [new RunLimit(RunKind.Days, 2, random.Next(2) == 0 ? null : 4), new RunLimit(RunKind.Nights, 1, 2)],
                Successions = [new Succession("N", "J", 2, 3), new Succession("J", "N", 1, random.Next(2) == 0 ? null : 1)],
            })
            .Person("a").Person("b", p => p with { TimePercent = 50 }).Person("c", p => p with { Had = new Dictionary<RosterMeasure, int> { [RosterMeasure.Nights] = 1 } })
            .Share(RosterMeasure.Nights, 2).Share(RosterMeasure.WeekEndShifts);
        for (var i = 0; i < 6; i++)
        {
            var day = 2 + i;
            _ = random.Next(3) == 0 ? builder.Task("N", day, 21, 9) : builder.Task("J", day, 6 + random.Next(4), 4 + random.Next(5));
        }

        builder.Task("M", 4, 13, 4).Task("M", 6, 18, 4, t => t with { Required = 2, Weight = 2 });
        return builder
            .Request("a", 4, wanted: false, 2).Request("b", 5, wanted: true, 3).Request("c", 6, wanted: true, 1, "M")
            .Build();
    }

    private static RosterProblem OtherPerson(RosterProblem problem, RosterPerson before, RosterPerson after) => problem with
    {
        People = [.. problem.People.Select(p => p == before ? after : p)],
        Requests = [.. problem.Requests.Select(r => r.Person == before ? r with { Person = after } : r)],
    };

    private static RosterScore BestOfAll(RosterProblem problem)
    {
        var index = new RosterIndex(problem);
        // Whatever is allowed to one person alone; the tasks given join them.
        var choices = problem.People.Select(p => Subsets(index.Tasks).Where(s => PersonRules.AreKept(new PersonRoster(index, p, s))).ToList()).ToList();
        var costs = problem.People.Zip(choices, (p, own) => own.ToDictionary(s => s, s => PersonPenalties.CostOf(new PersonRoster(index, p, s)))).ToList();
        var moved = problem.People.Zip(choices, (p, own) => own.ToDictionary(s => s, s => problem.InForce is { } inForce
            ? RosterScore.Differences(s.Select(t => t.Task).ToHashSet(), inForce.Assignments.Where(a => a.Person == p).Select(a => a.Task))
            : 0)).ToList();
        RosterScore? best = null;
        foreach (var a in choices[0])
        {
            foreach (var b in choices[1])
            {
                foreach (var c in choices[2])
                {
                    var missing = index.Tasks.Select(t => (t.Task, Left: t.Task.Required - Has(a, t) - Has(b, t) - Has(c, t))).ToList();
                    if (missing.Exists(m => m.Left < 0))
                    {
                        continue;
                    }

                    int[] moves = [moved[0][a], moved[1][b], moved[2][c]];
                    var score = new RosterScore(
                        missing.Sum(m => (long)m.Left * m.Task.Weight), moves.Count(m => m > 0), moves.Sum(), costs[0][a] + costs[1][b] + costs[2][c]);
                    if (best is not { } known || score.IsBetterThan(known))
                    {
                        best = score;
                    }
                }
            }
        }

        return best!.Value;
    }

    private static int Has(HashSet<TaskFacts> set, TaskFacts task) => set.Contains(task) ? 1 : 0;

    private static IEnumerable<HashSet<TaskFacts>> Subsets(IReadOnlyList<TaskFacts> tasks) =>
        Enumerable.Range(0, 1 << tasks.Count).Select(bits => tasks.Where((_, i) => (bits >> i & 1) == 1).ToHashSet());

    private async Task<RosterResult> PlanAsync(RosterProblem problem) =>
        await new RosterPlanner(engines.Portable, TimeProvider.System)
            .PlanAsync(problem, new RosterOptions { Time = TimeSpan.FromSeconds(60) }, null, TestContext.Current.CancellationToken);
}
