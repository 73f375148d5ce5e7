using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Timetables;

/// <summary>What a scenario says of its timetable.</summary>
public sealed record TimetableScenario
{
    public static TimetableScenario Usual { get; } = new();

    /// <summary>1, 2 or 4.</summary>
    public int CycleWeeks { get; init; } = 2;

    public TimetableRequests Requests { get; init; } = TimetableRequests.None;

    /// <summary>Half-days still owed from the period before, or negative where given in advance.</summary>
    public IReadOnlyList<CarriedOver> CarriedOver { get; init; } = [];

    /// <summary>What there is to put into a timetable, once who goes where how often is known.</summary>
    /// <param name="allocation">As planned.</param>
    /// <param name="plan">Who goes where how often.</param>
    /// <param name="cycleWeeks">Null for the scenario's own.</param>
    /// <param name="inForce">What people live by, to be changed as little as possible; null for nothing.</param>
    /// <param name="settledBefore">Half-days before this day stay as they are in force; null where all can still be settled.</param>
    public TimetableProblem ToProblem(
        AllocationProblem allocation, AllocationPlan plan, int? cycleWeeks = null, Timetable? inForce = null, DateOnly? settledBefore = null)
    {
        var allocated = plan.Assignments.GroupBy(a => (a.Professional, a.Site)).ToDictionary(g => g.Key, g => g.Sum(a => a.HalfDays));
        var carried = CarriedOver.ToDictionary(c => (c.Professional, c.Site), c => c.HalfDays);
        return new TimetableProblem(
            allocation.Grouping,
            allocation.Period,
            new Cycle(cycleWeeks ?? CycleWeeks),
            [.. allocated.Keys.Union(carried.Keys).Select(key =>
                new Promise(key.Professional, key.Site, allocated.GetValueOrDefault(key), carried.GetValueOrDefault(key)))],
            allocation.Distances,
            Requests)
        {
            InForce = inForce,
            SettledBefore = inForce is null ? null : settledBefore,
        };
    }
}

/// <param name="Professional">Who owes.</param>
/// <param name="Site">To whom.</param>
/// <param name="HalfDays">Owed, or negative where given in advance.</param>
public sealed record CarriedOver(Professional Professional, Site Site, int HalfDays);
