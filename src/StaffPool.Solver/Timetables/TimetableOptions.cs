namespace StaffPool.Solver.Timetables;

/// <summary>How long and how to search.</summary>
public sealed record TimetableOptions
{
    /// <summary>Wall-clock limit of the whole run; the best timetable found by then is kept.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromMinutes(1);

    public int Seed { get; init; } = 1;
}
