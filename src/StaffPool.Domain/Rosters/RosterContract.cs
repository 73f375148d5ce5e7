using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters;

/// <summary>What a contract allows and wishes: the limits of the texts, and those of the house on top.</summary>
public sealed record RosterContract
{
    public required string Id { get; init; }

    /// <summary>Of the law and the agreement; always kept.</summary>
    public required WorkingTimeLimits Limits { get; init; }

    public IReadOnlyList<CountLimit> Counts { get; init; } = [];

    public IReadOnlyList<RunLimit> Runs { get; init; } = [];

    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>Cost of a week-end with one worked day of the two; 0 for none.</summary>
    public int HalfWeekEndWeight { get; init; }

    /// <summary>Cost of a single day off between two worked days; 0 for none.</summary>
    public int IsolatedRestWeight { get; init; }

    /// <summary>Cost of a single worked day between two days off; 0 for none.</summary>
    public int IsolatedWorkWeight { get; init; }
}

/// <summary>What can be counted of the tasks of a person.</summary>
public enum RosterMeasure
{
    /// <summary>Minutes of effective work, cut at midnight of Paris.</summary>
    Minutes,

    /// <summary>Minutes on call, cut at midnight of Paris.</summary>
    OnCallMinutes,

    /// <summary>Stretches that start in the window.</summary>
    Shifts,

    /// <summary>Stretches that start in the window with three hours or more between 21:00 and 6:00.</summary>
    Nights,

    /// <summary>Stretches that start on a Saturday or a Sunday.</summary>
    WeekEndShifts,

    /// <summary>Stretches that start on a public holiday.</summary>
    Holidays,

    /// <summary>Stretches on call that start on a Sunday.</summary>
    OnCallSundays,

    /// <summary>Days with effective work, those included on which a night ends.</summary>
    WorkedDays,

    /// <summary>Week-ends with a stretch that starts on the Saturday or the Sunday.</summary>
    WeekEnds,
}

/// <summary>Over what a limit counts.</summary>
public enum CountWindow
{
    /// <summary>The whole period of the roster.</summary>
    Period,

    /// <summary>Every week from Monday to Sunday.</summary>
    Week,

    /// <summary>Every calendar month.</summary>
    Month,

    /// <summary>Every run of <see cref="CountLimit.Days"/> days.</summary>
    Sliding,
}

/// <summary>So much at least or at most of a measure in each window.</summary>
/// <param name="Measure">What.</param>
/// <param name="Window">Over what.</param>
/// <param name="Least">No less, as a wish; null for no minimum.</param>
/// <param name="Most">No more; null for no maximum.</param>
/// <param name="Weight">Cost of each unit beyond, a started hour for minutes; null where <see cref="Most"/> is never passed.</param>
/// <param name="Days">Of a sliding window.</param>
public sealed record CountLimit(RosterMeasure Measure, CountWindow Window, int? Least, int? Most, int? Weight, int Days = 0)
{
    /// <summary>Units beyond the limit that a count costs.</summary>
    public int Beyond(int count)
    {
        var beyond = Math.Max(Least is { } least ? least - count : 0, Most is { } most ? count - most : 0);
        return beyond <= 0 ? 0 : IsTime ? (beyond + 59) / 60 : beyond;
    }

    public bool IsHard => Weight is null;

    /// <summary>Counted in minutes and paid for by the hour.</summary>
    public bool IsTime => Measure is RosterMeasure.Minutes or RosterMeasure.OnCallMinutes;
}

/// <summary>What follows without a day between.</summary>
public enum RunKind
{
    /// <summary>Worked days.</summary>
    Days,

    /// <summary>Days on which a night starts.</summary>
    Nights,

    /// <summary>Week-ends with work.</summary>
    WeekEnds,
}

/// <summary>At most so many in a row.</summary>
/// <param name="Kind">Of what.</param>
/// <param name="Most">In a row.</param>
/// <param name="Weight">Cost of each further one; null where it is never passed.</param>
public sealed record RunLimit(RunKind Kind, int Most, int? Weight);

/// <summary>A shift that should not come within some days after another.</summary>
/// <param name="First">Label of the earlier.</param>
/// <param name="Next">Label of the later.</param>
/// <param name="Days">From start to start, in calendar days; 1 is the next day.</param>
/// <param name="Weight">Cost of each time; null where it is never allowed.</param>
public sealed record Succession(string First, string Next, int Days, int? Weight);
