using StaffPool.Domain.Planning;

namespace StaffPool.Solver.Planning;

/// <summary>What a run of the planner gave: the plan, and how good it is proven to be on every level.</summary>
public sealed record AllocationResult
{
    public required AllocationPlan Plan { get; init; }

    /// <summary>One per objective, most important first.</summary>
    public required IReadOnlyList<LevelResult> Levels { get; init; }

    /// <summary>
    /// All aims at once (<see cref="Planning.Composite"/>), where the grouping was too large to settle one after the
    /// other; its bound is what proves the plan then, for the bounds of the single aims are only those of simple sums.
    /// </summary>
    public LevelResult? Composite { get; init; }

    /// <summary>What there is to show of the quality: every aim, and last the composite where there is one.</summary>
    public IReadOnlyList<LevelResult> Measures => Composite is null ? Levels : [.. Levels, Composite];

    /// <summary>Independent pieces that the problem fell into.</summary>
    public required int Pieces { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>When the first complete plan was at hand.</summary>
    public required TimeSpan FirstPlan { get; init; }

    /// <summary>The engines that took part, for example "HiGHS 1.15.3 (portable, Node 26.10.0)"; what each did is in the levels.</summary>
    public required IReadOnlyList<string> Engines { get; init; }

    /// <summary>Empty on a quiet run.</summary>
    public required IReadOnlyList<Incident> Incidents { get; init; }

    /// <summary>Largest memory of all engine hosts together, in bytes.</summary>
    public required long PeakEngineMemory { get; init; }

    /// <summary>Why the search ended.</summary>
    public required AllocationEnd End { get; init; }

    public required AllocationOptions Options { get; init; }

    public bool IsProvenOptimal => Levels.All(l => l.IsProven);

    /// <summary>
    /// Whether no plan serves more half-days: those of the law, of the priorities, of all needs. The aims below say who
    /// gets them and what that takes, and may stay open.
    /// </summary>
    public bool IsServiceProven => ServiceLevels.All(l => l.IsProven);

    /// <summary>Whether this run proves that no plan of the same problem serves more half-days than the given one.</summary>
    internal bool ProvesService(AllocationProblem problem, AllocationPlan plan) =>
        ServiceLevels.All(l => l.Objective.Measure(problem, plan) == l.Bound);

    private IEnumerable<LevelResult> ServiceLevels => Levels.TakeWhile(l => l.Objective != AllocationObjectives.LeftOut);
}

public enum AllocationEnd
{
    /// <summary>Every level is proven optimal.</summary>
    Proven,

    /// <summary>The time or the steps ran out.</summary>
    LimitReached,

    /// <summary>The user stopped it.</summary>
    Stopped,
}

/// <summary>One lexicographic objective: what the plan reaches and what no plan can beat.</summary>
/// <param name="Objective">Which aim, with its unit and direction.</param>
/// <param name="Value">Reached by the plan.</param>
/// <param name="Bound">No plan that holds the levels above does better.</param>
/// <param name="PlanEngine">What gave the plan on this level: an engine, or "construction" where none was needed.</param>
/// <param name="BoundEngine">What gave the bound: an engine, or "arithmetic" where a simple sum proves it.</param>
public sealed record LevelResult(
    AllocationObjective Objective, long Value, long Bound, string PlanEngine, string BoundEngine)
{
    public bool IsProven => Value == Bound;

    /// <summary>Distance to the bound as a part of the larger of the two; zero when proven.</summary>
    public double Gap => GapOf(Value, Bound);

    /// <summary>At most one, also where value and bound lie on either side of zero.</summary>
    public static double GapOf(long value, long bound) => value == bound
        ? 0
        : Math.Min(1, Math.Abs(value - bound) / (double)Math.Max(1, Math.Max(Math.Abs(value), Math.Abs(bound))));
}

/// <summary>Where the search stands, a few times a second at most.</summary>
/// <param name="Objective">Aim under way.</param>
/// <param name="PiecesDone">Pieces finished on all levels.</param>
/// <param name="Pieces">All pieces.</param>
/// <param name="Value">Of the level under way over all pieces, for the best plan at hand.</param>
/// <param name="Bound">Of the same.</param>
/// <param name="Elapsed">Since the start.</param>
public sealed record AllocationProgress(
    AllocationObjective Objective, int PiecesDone, int Pieces, long Value, long Bound, TimeSpan Elapsed)
{
    public double Gap => LevelResult.GapOf(Value, Bound);
}
