using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Rosters;

/// <summary>The rules that the tasks of one person must keep; each finds every breach.</summary>
public static class PersonRules
{
    public static IEnumerable<Violation> Assess(PersonRoster roster) =>
        Eligible(roster).Concat(Apart(roster)).Concat(WorkingTime(roster)).Concat(Counts(roster)).Concat(Runs(roster)).Concat(Successions(roster));

    /// <summary>Whether nothing blocks.</summary>
    public static bool AreKept(PersonRoster roster) => !Assess(roster).AnyBlocking();

    private static IEnumerable<Violation> Eligible(PersonRoster roster)
    {
        foreach (var task in roster.Tasks)
        {
            if (!RosterIndex.HasSkills(roster.Person, task.Task))
            {
                yield return Blocking("roster.skill", roster, task, string.Join(", ", task.Task.Skills.Except(roster.Person.Skills)));
            }

            if (!RosterIndex.IsFree(roster.Person, task.Task))
            {
                yield return Blocking("roster.unavailable", roster, task, task.Starts[0]);
            }
        }
    }

    private static IEnumerable<Violation> Apart(PersonRoster roster)
    {
        for (var i = 0; i < roster.Tasks.Count; i++)
        {
            for (var j = i + 1; j < roster.Tasks.Count && roster.Tasks[j].Start < roster.Tasks[i].End.AddDays(1); j++)
            {
                if (!PersonRoster.CanFollow(roster.Index.Problem, roster.Tasks[i], roster.Tasks[j]))
                {
                    yield return Blocking(
                        "roster.apart", roster, roster.Tasks[j], roster.Tasks[i].Task.Id,
                        roster.Index.Problem.TravelMinutes(roster.Tasks[i].Task.Place, roster.Tasks[j].Task.Place));
                }
            }
        }
    }

    private static IEnumerable<Violation> WorkingTime(PersonRoster roster) =>
        roster.Person.Contract.Limits.CheckAdded(roster.Person.History, roster.Added()).Select(b => b.Of(roster.Person.Id, roster.Person.Name));

    private static IEnumerable<Violation> Counts(PersonRoster roster) =>
        from limit in roster.Person.Contract.Counts
        where limit.IsHard
        from window in roster.Index.WindowsOf(limit)
        let count = roster.Count(limit.Measure, window)
        where count > limit.Most
        select new Violation(
            "roster.count", Severity.Blocking,
            RosterTexts.Of($"roster.count.{limit.Measure}", roster.Person.Name, window.Start, window.End, limit.IsTime ? count / 60m : count, limit.IsTime ? limit.Most / 60m : limit.Most),
            [roster.Person.Id]);

    private static IEnumerable<Violation> Runs(PersonRoster roster) =>
        from limit in roster.Person.Contract.Runs
        where limit.Weight is null
        from day in PersonPenalties.RunEnds(roster, limit)
        select new Violation(
            "roster.run", Severity.Blocking, RosterTexts.Of($"roster.run.{limit.Kind}", roster.Person.Name, day, limit.Most), [roster.Person.Id]);

    private static IEnumerable<Violation> Successions(PersonRoster roster) =>
        from succession in roster.Person.Contract.Successions
        where succession.Weight is null
        from next in PersonPenalties.Following(roster, succession)
        select Blocking("roster.succession", roster, next, succession.First, succession.Days);

    private static Violation Blocking(string code, PersonRoster roster, TaskFacts task, params object?[] more) => new(
        code, Severity.Blocking, RosterTexts.Of(code, [roster.Person.Name, task.Task.Id, .. more]), [roster.Person.Id, task.Task.Id]);
}
