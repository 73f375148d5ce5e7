using StaffPool.Domain.Calculations;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>
/// Finds the posts worth creating, profession by profession, or several together where the quota of a member ties
/// them; as many side by side as there are engine hosts.
/// </summary>
public sealed class PostPlanner(EnginePool engines, TimeProvider time)
{
    // Of the time, for the posts themselves; what is left of it and the rest go to their bases.
    private const double PostsPart = 0.85;

    // A small group can be hard: each may have at least this part of the time left.
    private const double LeastPart = 0.125;

    /// <param name="problem">Who is there and what is asked; its pins must be compatible with the rules.</param>
    /// <param name="options">Which posts to look for, and how long.</param>
    /// <param name="progress">Told of every stage of every group when begun, from any thread.</param>
    /// <param name="stop">Ends the search; what was found by then is returned.</param>
    /// <exception cref="EngineUnavailableException">No engine host can be started at all.</exception>
    public async Task<PostProposals> ProposeAsync(
        AllocationProblem problem, PostOptions options, IProgress<PostProgress>? progress, CancellationToken stop)
    {
        var groups = Groups(problem);
        var profile = new PostProfile(problem);
        var board = new PostBoard(groups.Count, progress);
        var whole = new SearchClock(time, options.Time, engines.Size);
        var parts = groups
            .Select(group => problem.Restrict(p => !options.Fewest && group.Contains(p.Profession), n => group.Contains(n.Profession)))
            .ToList();
        var own = options.Fewest ? options with { SmallestTenths = 10, Share = 1 } : options;
        var clock = new SearchClock(time, PostsPart * options.Time, engines.Size);
        var solvers = parts
            .Select((part, i) => new PostGroupSolver(part, own, profile, engines, whole, stage => board.Begin(stage, groups[i])))
            .ToList();
        var outcomes = new PostGroupOutcome[groups.Count];
        // Small ones first: the time that they do not need goes to the hard ones.
        await ForEachAsync(
            Enumerable.Range(0, groups.Count).OrderBy(i => SizeOf(problem, groups[i])),
            clock,
            i => SearchClock.SizeOf(parts[i]),
            async (i, limit) =>
            {
                outcomes[i] = await solvers[i].SolveAsync(whole.Elapsed + Longer(limit, LeastPart * clock.Left), stop);
                board.Done(outcomes[i].Posts.Count == 0 ? 2 : 1, outcomes[i].Posts.Sum(p => p.Tenths));
            });
        // Only once all have their posts: the last kilometres of one group must not cost another its proof.
        await ForEachAsync(
            Enumerable.Range(0, groups.Count).Where(i => outcomes[i].Posts.Count > 0).OrderBy(i => SizeOf(problem, groups[i])),
            whole,
            i => SearchClock.SizeOf(parts[i]),
            async (i, limit) =>
            {
                outcomes[i] = await solvers[i].BasedAsync(outcomes[i], whole.Elapsed + limit, stop);
                board.Done(1, 0);
            });
        return Gather(options.Fewest ? problem.Restrict(_ => false, _ => true) : problem, groups, outcomes, profile, whole.Elapsed);
    }

    /// <summary>Goes through the groups, as many side by side as there are engine hosts, and shares the time of a clock out among them.</summary>
    private async Task ForEachAsync(IEnumerable<int> order, SearchClock clock, Func<int, long> sizeOf, Func<int, TimeSpan, Task> solve)
    {
        List<int> inOrder = [.. order];
        clock.Plan(inOrder.Sum(sizeOf));
        await Parallel.ForEachAsync(
            inOrder,
            new ParallelOptions { MaxDegreeOfParallelism = engines.Size, CancellationToken = CancellationToken.None },
            async (i, _) =>
            {
                await solve(i, clock.ForPiece(sizeOf(i)));
                clock.PieceDone(sizeOf(i));
            });
    }

    private static TimeSpan Longer(TimeSpan first, TimeSpan second) => first > second ? first : second;

    private static int SizeOf(AllocationProblem problem, IReadOnlyList<Profession> group) =>
        problem.Grouping.Needs.Count(n => group.Contains(n.Profession))
        * (1 + problem.Grouping.Professionals.Count(p => group.Contains(p.Profession)));

    private static PostProposals Gather(
        AllocationProblem problem,
        IReadOnlyList<IReadOnlyList<Profession>> groups,
        PostGroupOutcome[] outcomes,
        PostProfile profile,
        TimeSpan elapsed)
    {
        var numbers = new Dictionary<Profession, int>();
        var posts = new Dictionary<Professional, Professional>();
        foreach (var post in outcomes.SelectMany(o => o.Posts.OrderByDescending(p => p.Tenths)))
        {
            var profession = post.Candidate.Profession;
            var number = numbers[profession] = numbers.GetValueOrDefault(profession) + 1;
            posts[post.Candidate] = profile.Post(
                profession,
                FormattableString.Invariant($"poste-{profession.Id}-{number}"),
                FormattableString.Invariant($"{profession.Name}, poste {number}"),
                post.Candidate.Base,
                post.Tenths);
        }

        var after = PostProfile.With(problem, posts.Values);
        var plan = new AllocationPlan(
            problem.Period,
            [.. outcomes.SelectMany(o => o.Plan.Assignments)
                .Select(a => a with { Professional = posts.GetValueOrDefault(a.Professional, a.Professional) })]);
        return new PostProposals(
            [.. groups.Zip(outcomes, (professions, outcome) => new PostGroup(
                professions,
                outcome.Problem.Demands.Sum(d => d.HalfDays),
                outcome.UnmetBefore,
                outcome.OutOfReach,
                outcome.UnmetAfter,
                [.. outcome.Posts.OrderByDescending(p => p.Tenths).Select(p => new ProposedPost(
                    posts[p.Candidate], p.Tenths, after.CapacityOf(posts[p.Candidate]), [.. plan.Of(posts[p.Candidate])]))],
                outcome.TenthsBound,
                outcome.IsReachProven))],
            after,
            plan,
            elapsed,
            [.. outcomes.SelectMany(o => o.Incidents)]);
    }

    /// <summary>Professions that are asked for, together where a quota smaller than what its member asks for ties them.</summary>
    private static IReadOnlyList<IReadOnlyList<Profession>> Groups(AllocationProblem problem)
    {
        var asked = problem.Demands.Where(d => d.HalfDays > 0).ToList();
        var tied = asked
            .GroupBy(d => d.Need.Site.Member)
            .Where(g => problem.QuotaOf(g.Key) is { } quota && quota < g.Sum(d => d.HalfDays))
            .SelectMany(g => g.Select(d => ((object)d.Need.Profession, (object)g.Key)));
        var alone = asked.Select(d => ((object)d.Need.Profession, (object)d.Need.Profession));
        return [.. ConnectedParts.Of(tied.Concat(alone))
            .Select(part => (IReadOnlyList<Profession>)[.. problem.Grouping.Professions.Where(part.OfType<Profession>().ToHashSet().Contains)])];
    }
}
