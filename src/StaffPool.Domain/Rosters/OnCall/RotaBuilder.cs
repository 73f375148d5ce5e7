using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Domain.Rosters.OnCall;

/// <summary>What to plan of a zone.</summary>
/// <param name="Period">Nights that start in it.</param>
/// <param name="Duty">On call or present.</param>
/// <param name="Turn">What one nurse takes in one go.</param>
/// <param name="Holidays">Public holidays, for fairness.</param>
public sealed record RotaPlan(Period Period, ZoneDuty Duty, ZoneTurn Turn, IReadOnlySet<DateOnly> Holidays);

/// <summary>Writes the rota of a zone as a roster problem: the same solver and the same checker serve both.</summary>
public static class RotaBuilder
{
    public const string Night = "nuit";

    /// <exception cref="DomainException">No nurse may lawfully take what the unit puts together.</exception>
    public static RosterProblem Of(OnCallZone zone, OnCallTerms terms, RotaPlan plan, IReadOnlyList<OnCallNurse> nurses)
    {
        var tasks = Tasks(zone, terms, plan).ToList();
        var people = nurses.Select(n => n.Person).ToList();
        if (tasks.MaxBy(t => t.Parts.Count) is { } longest && people.Count > 0
            && people.All(p => p.Contract.Limits.Check(WorkOf(longest)).Any(b => b.Limit.Severity == Severity.Blocking)))
        {
            var breach = people[0].Contract.Limits.Check(WorkOf(longest)).First(b => b.Limit.Severity == Severity.Blocking);
            throw new DomainException(RosterTexts.Of("on-call.unit", longest.Id, breach.Actual, breach.Allowed, breach.Limit.Reference.Citation));
        }

        return new RosterProblem
        {
            Name = zone.Name,
            Period = plan.Period,
            People = people,
            Tasks = tasks,
            Holidays = plan.Holidays,
            Fairness = RotaShape.Fairness,
        };
    }

    /// <summary>What the contract of a nurse says of the rota, on top of the limits of its rule set.</summary>
    /// <param name="id">Of the contract.</param>
    /// <param name="limits">Of the rule set.</param>
    public static RosterContract ContractOf(string id, WorkingTimeLimits limits) => new()
    {
        Id = id,
        Limits = limits,
        // Nights in a row tire, and week-ends in a row are what nurses leave for.
        Runs = [new RunLimit(RunKind.Nights, 7, null), new RunLimit(RunKind.Nights, 3, 2), new RunLimit(RunKind.WeekEnds, 1, 4)],
        // What the texts advise and do not forbid is a wish, as dear as a week-end in a row.
        Counts = [.. limits.Limits.OfType<OnCallSundaysAMonth>().Where(l => l.Severity == Severity.Warning)
            .Select(l => new CountLimit(RosterMeasure.OnCallSundays, CountWindow.Month, null, l.Most, 4))],
    };

    private static IEnumerable<RosterTask> Tasks(OnCallZone zone, OnCallTerms terms, RotaPlan plan) =>
        new RotaShape(plan.Duty, plan.Turn, terms.NightStarts, terms.NightEnds).Turns(plan.Period)
            .Select(t => t with { Id = $"{Night}-{t.Id}", Label = Night, Required = terms.LinesFor(zone.Residents) });

    private static IEnumerable<WorkedInterval> WorkOf(RosterTask task) => task.Parts.Select(p => new WorkedInterval(p.Start, p.End, task.Kind));
}
