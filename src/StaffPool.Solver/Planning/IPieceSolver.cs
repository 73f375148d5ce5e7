using StaffPool.Domain.Planning;
using StaffPool.Solver.Engines;

namespace StaffPool.Solver.Planning;

/// <summary>One way to solve a piece; there is a plan from the start on.</summary>
internal interface IPieceSolver
{
    /// <summary>What takes a moment, before any piece takes its time: so that the whole has a fair plan and a bound early.</summary>
    void Prepare(CancellationToken stop);

    Task<PieceOutcome> SolveAsync(CancellationToken stop);
}

/// <summary>Where a piece stands on the aim under way.</summary>
internal sealed record PieceState(AllocationObjective Objective, long Value, long Bound);

/// <summary>What a piece gave.</summary>
/// <param name="Plan">Its part of the plan.</param>
/// <param name="Levels">Every aim, in order.</param>
/// <param name="Composite">All aims at once, where the piece was solved so.</param>
/// <param name="Engines">Engines that took part.</param>
/// <param name="Incidents">Hosts lost on the way.</param>
internal sealed record PieceOutcome(
    AllocationPlan Plan,
    IReadOnlyList<LevelResult> Levels,
    LevelResult? Composite,
    IReadOnlyList<string> Engines,
    IReadOnlyList<Incident> Incidents)
{
    public bool IsProven => Levels.All(l => l.IsProven);

    /// <summary>The one that is better on the first aim on which they differ, in value or else in proof; told with what both met.</summary>
    public PieceOutcome BetterOf(PieceOutcome other)
    {
        var better = Levels.Zip(other.Levels)
            .Select(l => (l.First.Value, -l.First.Bound).CompareTo((l.Second.Value, -l.Second.Bound)))
            .FirstOrDefault(c => c != 0) > 0
            ? other
            : this;
        return better with { Engines = [.. Engines.Union(other.Engines)], Incidents = [.. Incidents, .. other.Incidents] };
    }
}

/// <summary>Tells of an engine's steps on the thread that brings them: they must be seen in order.</summary>
internal sealed class EngineProgress(Action<SolveProgress> report) : IProgress<SolveProgress>
{
    public void Report(SolveProgress value) => report(value);
}
