using StaffPool.Application.Scenarios;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Solver.Planning.Posts;

namespace StaffPool.Application.Planning;

/// <summary>
/// Proposes the posts that would serve what a scenario leaves unmet, or the fewest that could serve all; the plan that
/// shows it is held against every rule before anyone sees it.
/// </summary>
public sealed class ProposePosts(PostPlanner planner)
{
    /// <param name="scenario">Who is there and what is asked.</param>
    /// <param name="options">Which posts to look for, and how long.</param>
    /// <param name="progress">Told of every stage of every group of professions when begun, from any thread.</param>
    /// <param name="stop">Ends the search; what was found by then is returned.</param>
    /// <exception cref="ContradictoryPinsException">The pinned cells break the rules whatever the rest of the plan.</exception>
    public async Task<PostsProposed> RunAsync(
        Scenario scenario, PostOptions options, IProgress<PostProgress>? progress, CancellationToken stop)
    {
        var problem = scenario.ToProblem();
        ContradictoryPinsException.ThrowIfAny(problem);
        var proposals = await planner.ProposeAsync(problem, options, progress, stop);
        var blocking = PlanChecker.Check(proposals.After, proposals.Plan).Where(v => v.Severity == Severity.Blocking).ToList();
        return blocking.Count == 0
            ? new PostsProposed(scenario, problem, options, proposals)
            : throw new InvalidOperationException($"The plan behind the posts breaks a rule: {blocking[0].Message}");
    }
}

/// <param name="Scenario">The inputs.</param>
/// <param name="Problem">The inputs as the planner read them.</param>
/// <param name="Options">What was looked for.</param>
/// <param name="Proposals">What was found.</param>
public sealed record PostsProposed(Scenario Scenario, AllocationProblem Problem, PostOptions Options, PostProposals Proposals)
{
    /// <summary>Road kilometres of a post in the period.</summary>
    public decimal Kilometres(ProposedPost post) => Proposals.After.MetresOf(post.Assignments) / 1000m;

    /// <summary>The same over a year, the period being typical of it.</summary>
    public decimal KilometresPerYear(ProposedPost post) => Kilometres(post) / Problem.Period.YearFraction;

    /// <summary>Needs still missing half-days with the posts, the largest gap first.</summary>
    public IReadOnlyList<NeedServed> StillUnmet => UnmetNeeds.Of(Proposals.After, Proposals.Plan);
}
