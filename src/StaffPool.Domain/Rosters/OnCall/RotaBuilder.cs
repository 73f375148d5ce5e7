using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Rosters.OnCall;

public enum RotaMode
{
    /// <summary>Waiting at home to be called.</summary>
    OnCall,

    /// <summary>In one of the establishments all night: effective work.</summary>
    Presence,
}

/// <summary>What one nurse takes in one go.</summary>
public enum RotaUnit
{
    Night,

    /// <summary>The nights of Friday, Saturday and Sunday together, the others one by one.</summary>
    WeekEnd,

    /// <summary>The nights from Monday to Sunday together.</summary>
    Week,
}

/// <summary>What to plan of a zone.</summary>
/// <param name="Period">Nights that start in it.</param>
/// <param name="Mode">On call or present.</param>
/// <param name="Unit">Of the rota.</param>
/// <param name="Holidays">Public holidays, for fairness.</param>
public sealed record RotaPlan(Period Period, RotaMode Mode, RotaUnit Unit, IReadOnlySet<DateOnly> Holidays);

/// <summary>Writes the rota of a zone as a roster problem: the same solver and the same checker serve both.</summary>
public static class RotaBuilder
{
    public const string Night = "nuit";

    // Who covers comes before any wish; a public holiday weighs more than a week-end, and that more than a night.
    private static readonly FairShare[] Shares =
        [new(RosterMeasure.Nights, 3), new(RosterMeasure.WeekEndShifts, 4), new(RosterMeasure.Holidays, 8)];

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
            Fairness = Shares,
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
    };

    private static IEnumerable<RosterTask> Tasks(OnCallZone zone, OnCallTerms terms, RotaPlan plan)
    {
        var kind = plan.Mode == RotaMode.OnCall ? WorkKind.OnCall : WorkKind.Work;
        var days = Enumerable.Range(0, plan.Period.Days).Select(plan.Period.Start.AddDays);
        foreach (var nights in days.GroupBy(day => KeyOf(day, plan.Unit)))
        {
            yield return new RosterTask
            {
                Id = FormattableString.Invariant($"{Night}-{nights.First():yyyy-MM-dd}"),
                Label = Night,
                Parts = [.. nights.Select(day => PartOf(day, terms))],
                Kind = kind,
                Required = terms.LinesFor(zone.Residents),
            };
        }
    }

    /// <summary>Nights of one key go together; a unit that the period cuts is as long as what is left of it.</summary>
    private static DateOnly KeyOf(DateOnly day, RotaUnit unit) => unit switch
    {
        RotaUnit.Week => WorkRecord.MondayOf(day),
        RotaUnit.WeekEnd when day.DayOfWeek is DayOfWeek.Friday or DayOfWeek.Saturday or DayOfWeek.Sunday => WorkRecord.MondayOf(day).AddDays(4),
        _ => day,
    };

    private static RosterPart PartOf(DateOnly day, OnCallTerms terms) => new(
        ParisTime.At(day, terms.NightStarts),
        ParisTime.At(terms.NightEnds > terms.NightStarts ? day : day.AddDays(1), terms.NightEnds));

    private static IEnumerable<WorkedInterval> WorkOf(RosterTask task) => task.Parts.Select(p => new WorkedInterval(p.Start, p.End, task.Kind));
}
