using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Rosters;

/// <summary>Holds a roster against every rule, without a word from the solver.</summary>
public static class RosterChecker
{
    /// <summary>Every violation of every rule, blocking ones first; a need that is not covered is a warning.</summary>
    public static IReadOnlyList<Violation> Check(RosterProblem problem, Roster roster) => Check(new RosterIndex(problem), roster);

    public static IReadOnlyList<Violation> Check(RosterIndex index, Roster roster)
    {
        var people = index.Problem.People.ToHashSet();
        var known = roster.Assignments.Where(a => people.Contains(a.Person) && index.Knows(a.Task)).ToList();
        var byPerson = known.Distinct().ToLookup(a => a.Person, a => index.Of(a.Task));
        return
        [
            .. Foreign(roster, known)
                .Concat(Twice(known))
                .Concat(index.Problem.People.SelectMany(p => PersonRules.Assess(new PersonRoster(index, p, byPerson[p]))))
                .Concat(Pins(index, known))
                .Concat(Cover(index, known))
                .OrderByDescending(v => v.Severity),
        ];
    }

    /// <summary>What makes the pins impossible whatever the rest of the roster; empty where they can all be kept.</summary>
    public static IReadOnlyList<Violation> CheckPins(RosterIndex index)
    {
        var pinned = new Roster([.. index.Problem.Pins.Where(p => p.Assigned).Select(p => new RosterAssignment(p.Person, p.Task)).Distinct()]);
        return [.. Check(index, pinned).Where(v => v.Severity == Severity.Blocking)];
    }

    private static IEnumerable<Violation> Foreign(Roster roster, List<RosterAssignment> known) => roster.Assignments
        .Except(known)
        .Select(a => new Violation("roster.foreign", Severity.Blocking, RosterTexts.Of("roster.foreign", a.Person.Name, a.Task.Id), [a.Person.Id, a.Task.Id]));

    private static IEnumerable<Violation> Twice(List<RosterAssignment> known) => known
        .CountBy(a => a)
        .Where(c => c.Value > 1)
        .Select(c => new Violation("roster.twice", Severity.Blocking, RosterTexts.Of("roster.twice", c.Key.Person.Name, c.Key.Task.Id), [c.Key.Person.Id, c.Key.Task.Id]));

    private static IEnumerable<Violation> Pins(RosterIndex index, List<RosterAssignment> known)
    {
        var given = known.ToHashSet();
        return index.Problem.Pins
            .Where(p => given.Contains(new RosterAssignment(p.Person, p.Task)) != p.Assigned)
            .Select(p => new Violation(
                "roster.pin", Severity.Blocking, RosterTexts.Of(p.Assigned ? "roster.pin" : "roster.pin.not", p.Person.Name, p.Task.Id), [p.Person.Id, p.Task.Id]));
    }

    private static IEnumerable<Violation> Cover(RosterIndex index, List<RosterAssignment> known)
    {
        var given = known.Distinct().CountBy(a => a.Task).ToDictionary();
        foreach (var facts in index.Tasks)
        {
            var (task, count) = (facts.Task, given.GetValueOrDefault(facts.Task));
            if (count != task.Required)
            {
                var (code, severity) = count > task.Required ? ("roster.too-many", Severity.Blocking) : ("roster.uncovered", Severity.Warning);
                yield return new Violation(code, severity, RosterTexts.Of(code, task.Id, facts.Starts[0], count, task.Required), [task.Id]);
            }
        }
    }
}
