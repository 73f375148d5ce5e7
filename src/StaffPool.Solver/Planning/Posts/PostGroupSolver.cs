using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>
/// Finds the posts of one group of professions: what the people there leave unmet, what any number of posts could still
/// serve, the least full-time equivalent that serves it, in the fewest posts; then, once all groups have theirs, where
/// to base them for the fewest kilometres. Each is solved exactly or says its bound.
/// </summary>
internal sealed class PostGroupSolver(
    AllocationProblem group, PostOptions options, PostProfile profile, EnginePool engines, SearchClock clock, Action<PostStage> begin)
{
    // Parts of the time left, as its divisor. Most steps end at once and leave theirs to the next, so that each may have
    // much of it; the full-time equivalent is the hard one.
    private const double EachOfMany = 3;
    private const double HardOne = 1.5;

    private readonly List<string> incidents = [];

    /// <summary>The posts, each based where it reaches what it serves.</summary>
    public async Task<PostGroupOutcome> SolveAsync(TimeSpan deadline, CancellationToken stop)
    {
        begin(PostStage.Today);
        var today = await TodayAsync(deadline, stop);
        if (today.Missing[^1].Value == 0)
        {
            return Outcome(today, 0, today.Missing, today.Plan, [], 0);
        }

        begin(PostStage.Reach);
        var counts = MostPosts(today.Plan);
        IReadOnlyList<Site> bases = profile.BaseDecidesReach ? profile.Bases : [profile.Bases[0]];
        var reachModel = new PostModel(group, profile, counts, bases, options.SmallestTenths);
        reachModel.HintStart();
        var reachSteps = Steps(reachModel, deadline);
        var reach = await MissingAsync(reachModel, reachSteps, stop);
        if (reachSteps.Values is null || reach[^1].Value >= today.Missing[^1].Value)
        {
            return Outcome(today, reach[^1].Value, today.Missing, today.Plan, [], 0);
        }

        begin(PostStage.Size);
        var model = new PostModel(group, profile, counts, bases, options.SmallestTenths);
        var steps = Steps(model, deadline);
        foreach (var (aim, i) in model.Missing.Select((aim, i) => (aim, i)))
        {
            var (before, best) = (today.Missing[i].Value, reach[i].Value);
            steps.Hold(aim, before - (long)decimal.Floor(options.Share * (before - best)));
        }

        steps.Start(reachSteps.Values);
        // The reach asks nothing of the size of the posts: cut to what they serve, they are a better start.
        var (reached, large) = reachModel.Read(reachSteps.Values);
        model.HintPosts(reached, [.. large.Select(p => CutToSize(p, reached)).Where(p => p.Tenths > 0).Select(p => (p, p.Candidate.Base))]);
        var tenths = await steps.LeastAsync(model.Tenths, HardOne, stop);
        begin(PostStage.Count);
        await steps.LeastAsync(model.Opened, EachOfMany, stop);
        var after = await MissingAsync(model, steps, stop);
        var (plan, posts) = model.Read(steps.Values!);
        return Outcome(today, reach[^1].Value, after, plan, posts, Math.Max(0, tenths!.Bound)) with
        {
            IsReachProven = today.Missing.Concat(reach).Concat(after).All(m => m.IsProven),
        };
    }

    /// <summary>The same posts based where everybody drives the fewest kilometres, among all possible bases.</summary>
    public async Task<PostGroupOutcome> BasedAsync(PostGroupOutcome found, TimeSpan deadline, CancellationToken stop)
    {
        begin(PostStage.Bases);
        var counts = found.Posts.GroupBy(p => p.Candidate.Profession).ToDictionary(g => g.Key, g => g.Count());
        var model = new PostModel(group, profile, counts, profile.Bases, options.SmallestTenths);
        var steps = Steps(model, deadline);
        steps.Hold(model.Tenths, found.Posts.Sum(p => p.Tenths));
        steps.Hold(model.Opened, found.Posts.Count);
        foreach (var (expression, aim) in model.Missing.Zip(FirstAims))
        {
            steps.Hold(expression, aim.Measure(group, found.Plan));
        }

        model.HintPosts(found.Plan, [.. found.Posts.Select(p => (p, NearestBase(p, found.Plan)))]);
        await steps.LeastAsync(model.Metres, 1, stop);
        return steps.Values is { } values && model.Read(values) is var (plan, posts) ? found with { Plan = plan, Posts = posts } : found;
    }

    private OpenedPost CutToSize(OpenedPost post, AllocationPlan plan)
    {
        var halfDays = plan.Of(post.Candidate).Sum(a => a.HalfDays);
        return post with { Tenths = halfDays == 0 ? 0 : Math.Max(options.SmallestTenths, PostModel.TenthsFor(halfDays, profile)) };
    }

    private async Task<Today> TodayAsync(TimeSpan deadline, CancellationToken stop)
    {
        var start = ConstructiveStart.Of(group);
        if (group.Reach.Cells.Count > 0)
        {
            var model = new PostModel(group, profile, new Dictionary<Profession, int>(), [], options.SmallestTenths);
            model.HintStart();
            var steps = Steps(model, deadline);
            var missing = await MissingAsync(model, steps, stop);
            if (steps.Values is { } values)
            {
                return new Today(model.Read(values).Plan, missing);
            }
        }

        var proven = group.Reach.Cells.Count == 0;
        return new Today(start, [.. FirstAims.Select(aim => aim.Measure(group, start)).Select(m => new PostStep(m, proven ? m : 0))]);
    }

    private static IReadOnlyList<AllocationObjective> FirstAims =>
        [AllocationObjectives.LegalMinimum, AllocationObjectives.PriorityNeeds, AllocationObjectives.UnmetNeeds];

    private Site NearestBase(OpenedPost post, AllocationPlan plan) => profile.BaseDecidesReach
        ? post.Candidate.Base
        : profile.Bases.MinBy(b => plan.Of(post.Candidate).Sum(a => a.HalfDays * group.Distances.Between(b, a.Site).Metres))!;

    /// <summary>
    /// So many posts of each profession as could be of use: one for each piece of unmet need is always enough, and posts
    /// filled one after the other leave no two half empty unless the limit on sites closes them.
    /// </summary>
    private Dictionary<Profession, int> MostPosts(AllocationPlan today)
    {
        var capacity = (int)decimal.Floor(profile.HalfDaysPerTenth * 10);
        var isFree = group.DistanceFromBase.Mode != LimitMode.Hard && group.DistanceBetweenSites.Mode != LimitMode.Hard;
        var counts = new Dictionary<Profession, int>();
        if (capacity == 0)
        {
            return counts;
        }

        foreach (var unmet in group.Demands
            .Select(d => (d.Need.Profession, HalfDays: d.HalfDays - today.HalfDaysFor(d.Need)))
            .Where(d => d.HalfDays > 0)
            .GroupBy(d => d.Profession))
        {
            var pieces = unmet.Sum(d => Ceiling(d.HalfDays, capacity));
            var limited = unmet.Key.Service is not { } service || !group.ExemptServices.Contains(service, StringComparer.Ordinal);
            var bySites = limited ? Ceiling(unmet.Count(), group.MaxSites) : 0;
            var filled = bySites + Ceiling(2 * unmet.Sum(d => d.HalfDays), capacity) + 1;
            counts[unmet.Key] = isFree ? Math.Min(pieces, filled) : pieces;
        }

        return counts;

        static int Ceiling(int amount, int unit) => (amount + unit - 1) / unit;
    }

    private static async Task<IReadOnlyList<PostStep>> MissingAsync(PostModel model, PostSteps steps, CancellationToken stop)
    {
        var missing = new List<PostStep>();
        foreach (var aim in model.Missing)
        {
            missing.Add(await steps.LeastAsync(aim, EachOfMany, stop) ?? new PostStep(long.MaxValue, 0));
        }

        return missing;
    }

    private PostSteps Steps(PostModel model, TimeSpan deadline) => new(model, engines, clock, deadline, options.Seed, incidents);

    private PostGroupOutcome Outcome(
        Today today, long outOfReach, IReadOnlyList<PostStep> after, AllocationPlan plan, IReadOnlyList<OpenedPost> posts, long tenthsBound) =>
        new(
            group,
            (int)today.Missing[^1].Value,
            (int)Math.Min(outOfReach, today.Missing[^1].Value),
            (int)after[^1].Value,
            plan,
            posts,
            (int)tenthsBound,
            today.Missing.Concat(after).All(m => m.IsProven),
            incidents);

    private sealed record Today(AllocationPlan Plan, IReadOnlyList<PostStep> Missing);
}

/// <summary>What was found for one group; its posts are still candidates of the model.</summary>
internal sealed record PostGroupOutcome(
    AllocationProblem Problem,
    int UnmetBefore,
    int OutOfReach,
    int UnmetAfter,
    AllocationPlan Plan,
    IReadOnlyList<OpenedPost> Posts,
    int TenthsBound,
    bool IsReachProven,
    IReadOnlyList<string> Incidents);
