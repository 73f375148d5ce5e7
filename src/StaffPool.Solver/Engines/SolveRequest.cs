using Google.OrTools.Sat;

namespace StaffPool.Solver.Engines;

public enum EngineKind
{
    /// <summary>OR-Tools' constraint solver: every kind of constraint.</summary>
    CpSat,

    /// <summary>Mixed-integer solver: linear constraints and clauses only.</summary>
    Highs,
}

/// <summary>Limits of one solve. Those of the other engine are ignored, so one value serves both.</summary>
public sealed record SolveLimits
{
    /// <summary>Null: until solved or stopped. A run ended by it is not reproducible.</summary>
    public TimeSpan? WallTime { get; init; }

    /// <summary>CP-SAT's deterministic seconds: the same stopping point on every machine.</summary>
    public double? DeterministicTime { get; init; }

    /// <summary>HiGHS' branch-and-bound nodes: the same stopping point on every machine.</summary>
    public long? Nodes { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Threads of one solve; the portable host has one whatever is asked.</summary>
    public int Workers { get; init; } = 1;
}

/// <summary>One model for one engine. A complete and feasible hint counts as a first solution.</summary>
public sealed record SolveRequest(CpModelProto Model, EngineKind Engine, SolveLimits Limits);
