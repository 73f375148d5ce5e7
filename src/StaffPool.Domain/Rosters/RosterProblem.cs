using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Rosters;

/// <summary>Who can take what, under which rules: a rota, a timetable of shifts, a month of a ward.</summary>
public sealed record RosterProblem
{
    public required string Name { get; init; }

    /// <summary>Days of the roster in Paris; every task starts in it.</summary>
    public required Period Period { get; init; }

    public required IReadOnlyList<RosterPerson> People { get; init; }

    public required IReadOnlyList<RosterTask> Tasks { get; init; }

    /// <summary>Minutes from place to place, either way where only one is given; unknown is none.</summary>
    public IReadOnlyDictionary<(string From, string To), int> Travel { get; init; } = new Dictionary<(string, string), int>();

    public IReadOnlyList<RosterRequest> Requests { get; init; } = [];

    public IReadOnlyList<RosterPin> Pins { get; init; } = [];

    /// <summary>What should be shared evenly, for the contracted time.</summary>
    public IReadOnlyList<FairShare> Fairness { get; init; } = [];

    /// <summary>Public holidays, for the measure of that name.</summary>
    public IReadOnlySet<DateOnly> Holidays { get; init; } = new HashSet<DateOnly>();

    /// <summary>The roster in force, which as few people as possible should see changed; null to plan anew.</summary>
    public Roster? InForce { get; init; }

    /// <summary>The same with all that starts before a day settled as it is in force, or as nobody's: the past does not change.</summary>
    public RosterProblem FrozenBefore(DateOnly day)
    {
        var given = (InForce ?? Roster.Empty).Assignments.ToHashSet();
        var past = Tasks.Where(t => ParisTime.DayOf(t.Parts[0].Start) < day).ToList();
        return this with
        {
            Pins =
            [
                .. Pins.Where(p => ParisTime.DayOf(p.Task.Parts[0].Start) >= day),
                .. People.SelectMany(p => past.Select(t => new RosterPin(p, t, given.Contains(new RosterAssignment(p, t))))),
            ],
        };
    }

    public int TravelMinutes(string? from, string? to) =>
        from is null || to is null || from == to ? 0
        : Travel.TryGetValue((from, to), out var minutes) || Travel.TryGetValue((to, from), out minutes) ? minutes
        : 0;
}

/// <summary>A wish of a person; kept where it costs nothing that weighs more.</summary>
/// <param name="Person">Whose.</param>
/// <param name="From">First day.</param>
/// <param name="To">Last day.</param>
/// <param name="Label">Shift it is about; null for any.</param>
/// <param name="Wanted">To work so on each of the days, or not to.</param>
/// <param name="Weight">Cost of each day that goes against it.</param>
public sealed record RosterRequest(RosterPerson Person, DateOnly From, DateOnly To, string? Label, bool Wanted, int Weight);

/// <summary>What is settled: somebody has a task, or does not.</summary>
public sealed record RosterPin(RosterPerson Person, RosterTask Task, bool Assigned = true);

/// <summary>A measure shared in proportion of the contracted time, what each had before included.</summary>
/// <param name="Measure">One that adds up over tasks.</param>
/// <param name="Weight">Cost of the first unit away from the fair share; the second costs twice, the third three times.</param>
public sealed record FairShare(RosterMeasure Measure, int Weight)
{
    /// <summary>From here on each further unit costs the same.</summary>
    public const int Steepest = 6;

    /// <summary>1, 3, 6, 10… for one, two, three, four units away.</summary>
    public static long CostOf(long away)
    {
        var steps = Math.Min(away, Steepest);
        return (steps * (steps + 1) / 2) + ((away - steps) * Steepest);
    }
}
