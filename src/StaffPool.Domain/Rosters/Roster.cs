namespace StaffPool.Domain.Rosters;

/// <summary>Who has which tasks.</summary>
public sealed record Roster(IReadOnlyList<RosterAssignment> Assignments)
{
    public static Roster Empty { get; } = new([]);
}

public readonly record struct RosterAssignment(RosterPerson Person, RosterTask Task);
