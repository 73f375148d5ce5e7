using StaffPool.Domain.Timetables;
using StaffPool.Solver.Planning;

namespace StaffPool.Solver.Timetables;

/// <summary>What a run of the timetable planner gave, and how good it is proven to be on every aim.</summary>
public sealed record TimetableResult
{
    public required Timetable Timetable { get; init; }

    /// <summary>One per aim, most important first.</summary>
    public required IReadOnlyList<TimetableLevel> Levels { get; init; }

    /// <summary>Groups of people that could be planned apart.</summary>
    public required int Pieces { get; init; }

    /// <summary>People of the largest of them.</summary>
    public required int LargestPiece { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>When the first complete timetable could have been shown.</summary>
    public required TimeSpan FirstTimetable { get; init; }

    public required IReadOnlyList<string> Engines { get; init; }

    public required IReadOnlyList<Incident> Incidents { get; init; }

    public required AllocationEnd End { get; init; }
}

/// <summary>One aim: what the timetable reaches and what none can beat that does as well on the aims above it.</summary>
/// <param name="Objective">Which aim.</param>
/// <param name="Value">Reached.</param>
/// <param name="Bound">Proven.</param>
public sealed record TimetableLevel(TimetableObjective Objective, long Value, long Bound)
{
    public bool IsProven => Value <= Bound;

    public double Gap => LevelResult.GapOf(Value, Math.Min(Value, Bound));
}

public enum TimetableStage
{
    /// <summary>The cycle that repeats.</summary>
    Cycle,

    /// <summary>The calendar of the period.</summary>
    Calendar,
}

/// <summary>Where the search stands.</summary>
public sealed record TimetableProgress(TimetableStage Stage, int Done, int All, TimeSpan Elapsed);
