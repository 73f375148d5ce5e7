using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Rosters;

/// <summary>A problem with what follows from it worked out once: facts of tasks, windows of limits, fair shares.</summary>
public sealed class RosterIndex
{
    private readonly Dictionary<RosterTask, TaskFacts> facts;
    private readonly ILookup<RosterPerson, RosterRequest> requests;

    public RosterIndex(RosterProblem problem)
    {
        Problem = problem;
        Tasks = [.. problem.Tasks.Select(t => new TaskFacts(t, problem.Holidays)).OrderBy(f => f.Start).ThenBy(f => f.Task.Id, StringComparer.Ordinal)];
        facts = Tasks.ToDictionary(f => f.Task);
        requests = problem.Requests.ToLookup(r => r.Person);
        FairTargets = [.. problem.Fairness.Select(TargetsOf)];
    }

    public RosterProblem Problem { get; }

    /// <summary>By start.</summary>
    public IReadOnlyList<TaskFacts> Tasks { get; }

    /// <summary>For each fair share of the problem, the least and the most that each person should come to.</summary>
    public IReadOnlyList<IReadOnlyDictionary<RosterPerson, (int Least, int Most)>> FairTargets { get; }

    public TaskFacts Of(RosterTask task) => facts[task];

    public bool Knows(RosterTask task) => facts.ContainsKey(task);

    public IEnumerable<RosterRequest> RequestsOf(RosterPerson person) => requests[person];

    /// <summary>Whether the person has the skills and is free, whatever else the person does.</summary>
    public static bool IsEligible(RosterPerson person, RosterTask task) => HasSkills(person, task) && IsFree(person, task);

    public static bool HasSkills(RosterPerson person, RosterTask task) => task.Skills.All(person.Skills.Contains);

    public static bool IsFree(RosterPerson person, RosterTask task) =>
        !task.Parts.Any(p => person.Unavailable.Any(u => u.Start < p.End && p.Start < u.End));

    /// <summary>The stretches over which a limit counts.</summary>
    public IEnumerable<Period> WindowsOf(CountLimit limit)
    {
        var (start, end) = (Problem.Period.Start, Problem.Period.End);
        switch (limit.Window)
        {
            case CountWindow.Period:
                yield return Problem.Period;
                break;
            case CountWindow.Week:
                for (var monday = Days.MondayOf(start); monday <= end; monday = monday.AddDays(7))
                {
                    yield return new Period(monday, monday.AddDays(6));
                }

                break;
            case CountWindow.Month:
                for (var first = new DateOnly(start.Year, start.Month, 1); first <= end; first = first.AddMonths(1))
                {
                    yield return new Period(first, first.AddMonths(1).AddDays(-1));
                }

                break;
            default:
                for (var day = start; day <= end; day = day.AddDays(1))
                {
                    yield return new Period(day.AddDays(1 - limit.Days), day);
                }

                break;
        }
    }

    private Dictionary<RosterPerson, (int Least, int Most)> TargetsOf(FairShare share)
    {
        var (from, to) = (Problem.Period.Start, Problem.Period.End);
        long total = Problem.People.Sum(p => p.Had.GetValueOrDefault(share.Measure))
            + Tasks.Sum(t => (long)t.AddsTo(share.Measure, from, to) * t.Task.Required);
        long shares = Math.Max(1, Problem.People.Sum(p => p.TimePercent));
        // A part of a unit cannot be given: whoever is within one of the exact share has a fair share.
        return Problem.People.ToDictionary(
            p => p, p => ((int)(total * p.TimePercent / shares), (int)(((total * p.TimePercent) + shares - 1) / shares)));
    }
}
