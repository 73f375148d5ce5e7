using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters;

/// <summary>Work to be given to a number of people: a shift of a day, a night on call, a week of nights.</summary>
public sealed record RosterTask
{
    public required string Id { get; init; }

    /// <summary>What kind of shift it is, for example <c>J</c> or <c>N</c>; requests and successions speak of it.</summary>
    public required string Label { get; init; }

    /// <summary>In UTC, by start, without overlap; several where one person takes them together (a week of nights).</summary>
    public required IReadOnlyList<RosterPart> Parts { get; init; }

    /// <summary>Where; null where it does not matter.</summary>
    public string? Place { get; init; }

    /// <summary>All of them are needed.</summary>
    public IReadOnlyList<string> Skills { get; init; } = [];

    /// <summary>People needed, at least 1; never more are given.</summary>
    public int Required { get; init; } = 1;

    /// <summary>What each missing person costs on the first aim.</summary>
    public int Weight { get; init; } = 1;

    /// <summary>Work, or waiting at home to be called.</summary>
    public WorkKind Kind { get; init; } = WorkKind.Work;

    public bool Equals(RosterTask? other) => other is not null && Id == other.Id;

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}

/// <summary>One stretch of a task, in UTC.</summary>
public readonly record struct RosterPart(DateTime Start, DateTime End);
