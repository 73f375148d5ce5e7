namespace StaffPool.Solver.Engines;

public enum SolveStatus
{
    /// <summary>A solution whose objective equals the proven bound, or any solution when there is no objective.</summary>
    Optimal,

    Feasible,

    Infeasible,

    /// <summary>No solution and no proof.</summary>
    Unknown,

    ModelInvalid,
}

/// <summary>What is known so far, best first. CP-SAT on the portable host gives no values before its end.</summary>
public sealed record SolveProgress(double? Objective, double? Bound, IReadOnlyList<long>? Solution, TimeSpan Elapsed);

/// <summary>Who answered. Host is "portable" or "native"; Runtime for instance "Node.js 26.10.0 (JSPI)".</summary>
public sealed record EngineDescription(EngineKind Kind, string Name, string Version, string Host, string Runtime);

public enum EngineFailureKind
{
    Crashed,
    OutOfMemory,

    /// <summary>The host did not answer by its limit and the grace after it.</summary>
    TimedOut,

    Protocol,

    /// <summary>HiGHS was given a constraint that is not linear.</summary>
    NotLinear,

    /// <summary>The engine's solution breaks the model, or its proof contradicts a known solution.</summary>
    WrongAnswer,
}

public sealed record EngineFailure(EngineFailureKind Kind, string Detail);

/// <summary>
/// Answer to a <see cref="SolveRequest"/>. Every solution has been checked exactly against the model;
/// objective and bound are those of the user (sense, offset and scaling applied).
/// </summary>
public sealed record SolveAnswer
{
    public required SolveStatus Status { get; init; }

    /// <summary>One value per variable of the model; null when none is known.</summary>
    public IReadOnlyList<long>? Solution { get; init; }

    /// <summary>Objective of <see cref="Solution"/>; null without a solution or without an objective.</summary>
    public double? Objective { get; init; }

    /// <summary>Proven limit of the objective of any solution; null without an objective or when infeasible.</summary>
    public double? Bound { get; init; }

    public required EngineDescription Engine { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>What went wrong, if anything; the rest is then the best known before it.</summary>
    public EngineFailure? Failure { get; init; }

    /// <summary>Remark of the engine, for instance why a model is invalid.</summary>
    public string? Detail { get; init; }
}
