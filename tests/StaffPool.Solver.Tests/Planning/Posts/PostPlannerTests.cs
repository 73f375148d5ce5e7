using StaffPool.Domain.Governance;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Posts;
using StaffPool.Solver.Tests.Engines;
using StaffPool.Testing;

namespace StaffPool.Solver.Tests.Planning.Posts;

public sealed class PostPlannerTests(SharedEngines engines)
{
    private readonly PostPlanner posts = new(engines.Portable, TimeProvider.System);
    private readonly AllocationPlanner planner = new(engines.Portable, TimeProvider.System);

    [Fact]
    public async Task Nothing_is_proposed_where_all_is_served()
    {
        var problem = Road().Professional("ann", "psy", "a", 100).Need("a", "psy", 40).Need("b", "psy", 40).Build();

        var group = (await Propose(problem)).Groups.ShouldHaveSingleItem();

        group.UnmetBefore.ShouldBe(0);
        group.Posts.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_missing_profession_gets_a_post_at_the_base_with_the_fewest_kilometres()
    {
        // Working time is taken from the others: 100 half-days for a full-time post.
        var problem = Road().Profession("diet").Professional("ann", "psy", "a", 100)
            .Need("a", "diet", 20).Need("b", "diet", 70).Build();

        var group = (await Propose(problem)).Groups.ShouldHaveSingleItem();

        var post = group.Posts.ShouldHaveSingleItem();
        post.Tenths.ShouldBe(9);
        post.Professional.Base.Id.ShouldBe("b");
        group.UnmetAfter.ShouldBe(0);
        group.IsProven.ShouldBeTrue();
    }

    [Fact]
    public async Task The_people_there_make_room_so_that_one_post_is_enough()
    {
        // Ann may serve two sites only: she leaves c, whatever she does, and a post of a fifth is enough for it.
        var problem = Road().Set(AgreementSettings.MaxSitesPerProfessional, 2).Professional("ann", "psy", "a", 100)
            .Need("a", "psy", 40).Need("b", "psy", 40).Need("c", "psy", 20).Build();

        var group = (await Propose(problem)).Groups.ShouldHaveSingleItem();

        group.UnmetBefore.ShouldBe(20);
        group.Posts.ShouldHaveSingleItem().Tenths.ShouldBe(2);
        group.UnmetAfter.ShouldBe(0);
    }

    [Fact]
    public async Task What_the_rules_put_out_of_reach_is_said_and_left()
    {
        var problem = Road().Set(AgreementSettings.DistanceFromSeat, new DistanceLimit(15, LimitMode.Hard))
            .Profession("diet").Professional("ann", "psy", "a", 100).Need("a", "diet", 30).Need("c", "diet", 30).Build();

        var group = (await Propose(problem)).Groups.ShouldHaveSingleItem();

        group.OutOfReach.ShouldBe(30);
        group.UnmetAfter.ShouldBe(30);
        group.Posts.Sum(p => p.HalfDays).ShouldBe(30);
    }

    [Fact]
    public async Task A_share_of_the_needs_takes_less_than_all()
    {
        var problem = Road().Profession("diet").Professional("ann", "psy", "a", 100).Need("a", "diet", 90).Need("b", "diet", 60).Build();

        var all = (await Propose(problem)).Groups.Single();
        var part = (await Propose(problem, new PostOptions { Share = 0.6m })).Groups.Single();

        all.Tenths.ShouldBe(15);
        part.Tenths.ShouldBe(9);
        part.UnmetAfter.ShouldBeLessThanOrEqualTo(60);
    }

    [Fact]
    public async Task Adding_the_posts_and_planning_leaves_what_was_announced()
    {
        for (var seed = 1; seed <= 8; seed++)
        {
            var problem = FullTimeOf(40, RandomProblems.Small(seed));
            var proposals = await Propose(problem);
            var because = FormattableString.Invariant($"seed {seed}");

            PlanChecker.Check(proposals.After, proposals.Plan).Where(v => v.Severity == Severity.Blocking).ShouldBeEmpty(because);
            var planned = await planner.PlanAsync(proposals.After, new AllocationOptions { Time = TimeSpan.FromSeconds(30) }, null, TestContext.Current.CancellationToken);

            foreach (var aim in new[] { AllocationObjectives.LegalMinimum, AllocationObjectives.PriorityNeeds, AllocationObjectives.UnmetNeeds })
            {
                aim.Measure(proposals.After, planned.Plan).ShouldBe(aim.Measure(proposals.After, proposals.Plan), $"{because}, {aim.Id}");
            }

            proposals.Groups.Sum(g => g.UnmetAfter)
                .ShouldBe((int)AllocationObjectives.UnmetNeeds.Measure(proposals.After, proposals.Plan), because);
            proposals.Groups.ShouldAllBe(g => g.UnmetAfter <= g.UnmetBefore && g.TenthsBound <= g.Tenths, because);
            proposals.Posts.ShouldAllBe(p => p.HalfDays <= p.Capacity, because);
        }
    }

    [Fact]
    public async Task Posts_cut_short_are_no_larger_than_what_they_serve()
    {
        var problem = Road().Profession("diet").Professional("ann", "psy", "a", 100)
            .Need("a", "diet", 20).Need("b", "diet", 20).Need("c", "diet", 20).Build();
        using var stop = new StopAt(PostStage.Size);

        var proposals = await posts.ProposeAsync(problem, new PostOptions(), stop, stop.Token);

        proposals.Groups.ShouldHaveSingleItem().UnmetAfter.ShouldBe(0);
        proposals.Posts.ShouldAllBe(p => p.Tenths == Math.Max(2, (p.HalfDays + 9) / 10));
    }

    [Fact]
    public async Task Every_stage_of_every_group_is_told_and_the_bases_come_last()
    {
        var problem = Road().Profession("diet").Professional("ann", "psy", "a", 100)
            .Need("a", "diet", 20).Need("b", "diet", 70).Need("a", "psy", 150).Build();
        var told = new Told();

        await posts.ProposeAsync(problem, new PostOptions(), told, TestContext.Current.CancellationToken);

        told.Seen.GroupBy(p => p.Professions.Single().Id).ShouldAllBe(g => g.Select(p => p.Stage).SequenceEqual(Enum.GetValues<PostStage>()));
        told.Seen.Select(p => p.Stage).TakeLast(2).ShouldBe([PostStage.Bases, PostStage.Bases]);
        told.Seen.Select(p => p.Done).ShouldBeInOrder();
        told.Seen.ShouldAllBe(p => p.Steps == 4 && p.Done < 4);
        told.Seen[^1].Tenths.ShouldBe(14);
    }

    [Fact]
    public async Task The_fewest_posts_are_those_that_trying_every_number_finds()
    {
        for (var seed = 1; seed <= 15; seed++)
        {
            var random = new Random(seed);
            var limit = random.Next(1, 4);
            var builder = new ProblemBuilder().Profession("psy").Profession("other")
                .Set(AgreementSettings.MaxSitesPerProfessional, limit);
            var sizes = Enumerable.Range(0, random.Next(1, 5)).Select(_ => random.Next(1, 8)).ToList();
            foreach (var (i, size) in sizes.Index())
            {
                builder.Site($"s{i}", i * 5).Need($"s{i}", "psy", size);
            }

            // Only there to say that a full-time post gives five half-days.
            var problem = builder.Professional("model", "other", "s0", 5).Build();

            var group = (await Propose(problem, new PostOptions { Fewest = true })).Groups.ShouldHaveSingleItem();

            var because = FormattableString.Invariant($"seed {seed}: {string.Join(' ', sizes)}, {limit} sites");
            group.Posts.Count.ShouldBe(FewestByTrying(sizes, 5, limit), because);
            group.UnmetAfter.ShouldBe(0, because);
            group.IsProven.ShouldBeTrue(because);
        }
    }

    /// <summary>
    /// Tries posts one after the other: each takes any amount of any needs, up to its capacity and its number of sites.
    /// </summary>
    private static int FewestByTrying(IReadOnlyList<int> needs, int capacity, int sites)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        List<int[]> states = [[.. needs]];
        for (var count = 0; ; count++)
        {
            if (states.Any(s => s.All(n => n == 0)))
            {
                return count;
            }

            states = [.. states.SelectMany(s => Fill(s, 0, capacity, sites)).Where(s => seen.Add(string.Join(' ', s.Order())))];
        }
    }

    private static IEnumerable<int[]> Fill(int[] left, int from, int capacity, int sites)
    {
        if (from == left.Length || capacity == 0 || sites == 0)
        {
            yield return left;
            yield break;
        }

        for (var taken = 0; taken <= Math.Min(left[from], capacity); taken++)
        {
            int[] rest = [.. left];
            rest[from] -= taken;
            foreach (var filled in Fill(rest, from + 1, capacity - taken, taken == 0 ? sites : sites - 1))
            {
                yield return filled;
            }
        }
    }

    /// <summary>The same people as parts of a full-time post of so many half-days, which new posts take after.</summary>
    private static AllocationProblem FullTimeOf(int halfDays, AllocationProblem problem)
    {
        var contract = WorkingTimeRuleSet.PublicHospital with { AnnualHours = halfDays * 3.5m };
        return new AllocationProblem(
            problem.Grouping with
            {
                Professionals = [.. problem.Grouping.Professionals.Select(
                    p => p with { FullTimeEquivalent = (decimal)problem.CapacityOf(p) / halfDays, WorkingTime = contract })],
            },
            problem.Period,
            problem.Distances,
            problem.Pins,
            problem.Waivers,
            problem.PlanInForce);
    }

    private static ProblemBuilder Road() =>
        new ProblemBuilder().Site("a", 0).Site("b", 10).Site("c", 25).Profession("psy");

    private Task<PostProposals> Propose(AllocationProblem problem, PostOptions? options = null) =>
        posts.ProposeAsync(problem, options ?? new PostOptions(), null, TestContext.Current.CancellationToken);

    /// <summary>Stops the search when a stage begins.</summary>
    private sealed class StopAt(PostStage stage) : IProgress<PostProgress>, IDisposable
    {
        private readonly CancellationTokenSource stop = new();

        public CancellationToken Token => stop.Token;

        public void Report(PostProgress value)
        {
            if (value.Stage == stage)
            {
                stop.Cancel();
            }
        }

        public void Dispose() => stop.Dispose();
    }

    private sealed class Told : IProgress<PostProgress>
    {
        public List<PostProgress> Seen { get; } = [];

        public void Report(PostProgress value) => Seen.Add(value);
    }
}
