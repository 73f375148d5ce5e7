using StaffPool.Domain.Workforce;

namespace StaffPool.Solver.Planning.Posts;

/// <summary>What is looked for in a group of professions.</summary>
public enum PostStage
{
    /// <summary>What the people there leave unmet at least.</summary>
    Today,

    /// <summary>What any number of posts could still serve.</summary>
    Reach,

    /// <summary>The least full-time equivalent.</summary>
    Size,

    /// <summary>The fewest posts.</summary>
    Count,

    /// <summary>The bases with the fewest kilometres.</summary>
    Bases,
}

/// <summary>Where the search for posts stands.</summary>
/// <param name="Done">Steps finished.</param>
/// <param name="Steps">Two for each group of professions: its posts, then their bases.</param>
/// <param name="Stage">Begun last.</param>
/// <param name="Professions">For which it was begun.</param>
/// <param name="Tenths">Tenths of a full-time post proposed so far.</param>
public sealed record PostProgress(int Done, int Steps, PostStage Stage, IReadOnlyList<Profession> Professions, int Tenths);

/// <summary>Adds up where the groups stand.</summary>
internal sealed class PostBoard(int groups, IProgress<PostProgress>? progress)
{
    private readonly Lock gate = new();
    private int done;
    private int tenths;

    public void Begin(PostStage stage, IReadOnlyList<Profession> professions)
    {
        lock (gate)
        {
            progress?.Report(new PostProgress(done, 2 * groups, stage, professions, tenths));
        }
    }

    public void Done(int steps, int tenths)
    {
        lock (gate)
        {
            done += steps;
            this.tenths += tenths;
        }
    }
}
