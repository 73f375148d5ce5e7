using StaffPool.Domain.Planning;
using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>Posts worth creating, and a plan that shows what they would do.</summary>
/// <param name="Groups">One for each profession, or for several that one member's quota ties together, in the order of the grouping.</param>
/// <param name="After">The problem with the posts among the professionals; without anybody else in the reverse question.</param>
/// <param name="Plan">A plan of it that obeys every rule.</param>
/// <param name="Elapsed">Of the whole run.</param>
/// <param name="Incidents">Engine hosts lost on the way; empty on a quiet run.</param>
public sealed record PostProposals(
    IReadOnlyList<PostGroup> Groups, AllocationProblem After, AllocationPlan Plan, TimeSpan Elapsed, IReadOnlyList<string> Incidents)
{
    public IEnumerable<ProposedPost> Posts => Groups.SelectMany(g => g.Posts);
}

/// <summary>What is proposed for one profession. Half-days are those of the period.</summary>
/// <param name="Professions">Nearly always one.</param>
/// <param name="Asked">Half-days that the members ask for.</param>
/// <param name="UnmetBefore">Missing with the people of today; everything in the reverse question.</param>
/// <param name="OutOfReach">Missing whatever the number of posts: the rules forbid it.</param>
/// <param name="UnmetAfter">Still missing with the posts.</param>
/// <param name="Posts">Largest first.</param>
/// <param name="TenthsBound">No set of posts that serves as much has fewer tenths of full-time equivalent.</param>
/// <param name="IsReachProven">Whether what is missing before, out of reach and after is proven least.</param>
public sealed record PostGroup(
    IReadOnlyList<Profession> Professions,
    int Asked,
    int UnmetBefore,
    int OutOfReach,
    int UnmetAfter,
    IReadOnlyList<ProposedPost> Posts,
    int TenthsBound,
    bool IsReachProven)
{
    public int Tenths => Posts.Sum(p => p.Tenths);

    /// <summary>Whether no smaller set of posts could serve as much.</summary>
    public bool IsProven => IsReachProven && TenthsBound >= Tenths;
}

/// <summary>One post and what it would do.</summary>
/// <param name="Professional">The post as a professional of the grouping: profession, base, full-time equivalent.</param>
/// <param name="Tenths">Tenths of a full-time post.</param>
/// <param name="Capacity">Half-days that it can give in the period.</param>
/// <param name="Assignments">Who would share it, in a plan of all.</param>
public sealed record ProposedPost(Professional Professional, int Tenths, int Capacity, IReadOnlyList<Assignment> Assignments)
{
    public int HalfDays => Assignments.Sum(a => a.HalfDays);
}
