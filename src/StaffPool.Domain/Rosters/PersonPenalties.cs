using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Rosters;

/// <summary>Why wishes cost: each has a line of its own in the account of a roster.</summary>
public enum RosterWish
{
    Request,
    Count,
    Run,
    Succession,
    HalfWeekEnd,
    IsolatedRest,
    IsolatedWork,
    Fairness,
}

/// <summary>A wish that is not granted, and what that costs.</summary>
/// <param name="Wish">Which kind.</param>
/// <param name="Person">Whose.</param>
/// <param name="Day">First day concerned.</param>
/// <param name="Amount">How far from it: days, hours, units.</param>
/// <param name="Cost">What it adds to the last aim.</param>
public readonly record struct RosterPenalty(RosterWish Wish, RosterPerson Person, DateOnly Day, int Amount, long Cost);

/// <summary>What the tasks of one person cost in wishes; the wishes of the others do not depend on them.</summary>
public static class PersonPenalties
{
    public static long CostOf(PersonRoster roster) => Of(roster).Sum(p => p.Cost);

    public static IEnumerable<RosterPenalty> Of(PersonRoster roster) =>
        Requests(roster).Concat(Counts(roster)).Concat(Runs(roster)).Concat(Successions(roster)).Concat(Patterns(roster)).Concat(Fairness(roster));

    /// <summary>Whether the person works so on a day: has a stretch that starts on it.</summary>
    public static bool IsGranted(PersonRoster roster, RosterRequest request, DateOnly day) =>
        request.Wanted == roster.Tasks.Any(t => (request.Label is null || t.Task.Label == request.Label) && t.Starts.Contains(day));

    /// <summary>Days from the start of one task to the start of another, for a succession.</summary>
    public static bool IsSuccession(Succession succession, TaskFacts first, TaskFacts next) =>
        first.Task.Label == succession.First && next.Task.Label == succession.Next
        && next.Starts[0] > first.Starts[^1] && next.Starts[0].DayNumber - first.Starts[^1].DayNumber <= succession.Days;

    /// <summary>The days over which runs and patterns are looked for: from a little before the period to its end.</summary>
    public static Period DaysOf(RosterProblem problem, int before) => new(problem.Period.Start.AddDays(-before), problem.Period.End);

    private static IEnumerable<RosterPenalty> Requests(PersonRoster roster)
    {
        foreach (var request in roster.Index.RequestsOf(roster.Person))
        {
            for (var day = request.From; day <= request.To; day = day.AddDays(1))
            {
                if (!IsGranted(roster, request, day))
                {
                    yield return new RosterPenalty(RosterWish.Request, roster.Person, day, 1, request.Weight);
                }
            }
        }
    }

    private static IEnumerable<RosterPenalty> Counts(PersonRoster roster) =>
        from limit in roster.Person.Contract.Counts
        where !limit.IsHard
        from window in roster.Index.WindowsOf(limit)
        let beyond = limit.Beyond(roster.Count(limit.Measure, window))
        where beyond > 0
        select new RosterPenalty(RosterWish.Count, roster.Person, window.Start, beyond, (long)beyond * limit.Weight!.Value);

    private static IEnumerable<RosterPenalty> Runs(PersonRoster roster) =>
        from limit in roster.Person.Contract.Runs
        where limit.Weight is not null
        from day in RunEnds(roster, limit)
        select new RosterPenalty(RosterWish.Run, roster.Person, day, 1, limit.Weight!.Value);

    /// <summary>Every day of the period that makes a run longer than the limit.</summary>
    public static IEnumerable<DateOnly> RunEnds(PersonRoster roster, RunLimit limit)
    {
        var step = limit.Kind == RunKind.WeekEnds ? 7 : 1;
        var first = roster.Index.Problem.Period.Start;
        if (limit.Kind == RunKind.WeekEnds)
        {
            first = first.AddDays(-(((int)first.DayOfWeek + 1) % 7));
        }

        var run = 0;
        for (var day = first.AddDays(-step * limit.Most); day <= roster.Index.Problem.Period.End; day = day.AddDays(step))
        {
            run = Has(roster, limit.Kind, day) ? run + 1 : 0;
            if (run > limit.Most && day >= first)
            {
                yield return day;
            }
        }
    }

    private static bool Has(PersonRoster roster, RunKind kind, DateOnly day) => kind switch
    {
        RunKind.Days => roster.IsWorked(day),
        RunKind.Nights => roster.IsNight(day),
        _ => roster.IsWeekEnd(day),
    };

    private static IEnumerable<RosterPenalty> Successions(PersonRoster roster) =>
        from succession in roster.Person.Contract.Successions
        where succession.Weight is not null
        from next in Following(roster, succession)
        select new RosterPenalty(RosterWish.Succession, roster.Person, next.Starts[0], 1, succession.Weight!.Value);

    /// <summary>Every task that comes too soon after another.</summary>
    public static IEnumerable<TaskFacts> Following(PersonRoster roster, Succession succession) =>
        from first in roster.Tasks
        from next in roster.Tasks
        where IsSuccession(succession, first, next)
        select next;

    private static IEnumerable<RosterPenalty> Patterns(PersonRoster roster)
    {
        var (person, contract) = (roster.Person, roster.Person.Contract);
        var (start, end) = (roster.Index.Problem.Period.Start, roster.Index.Problem.Period.End);
        for (var day = start; day <= end; day = day.AddDays(1))
        {
            var today = roster.IsWorked(day);
            if (day.DayOfWeek == DayOfWeek.Sunday && contract.HalfWeekEndWeight > 0 && day > start && today != roster.IsWorked(day.AddDays(-1)))
            {
                yield return new RosterPenalty(RosterWish.HalfWeekEnd, person, day.AddDays(-1), 1, contract.HalfWeekEndWeight);
            }

            // What follows the period is not known.
            if (day < end && day > start && roster.IsWorked(day.AddDays(-1)) == roster.IsWorked(day.AddDays(1)) && today != roster.IsWorked(day.AddDays(1)))
            {
                var (wish, weight) = today ? (RosterWish.IsolatedWork, contract.IsolatedWorkWeight) : (RosterWish.IsolatedRest, contract.IsolatedRestWeight);
                if (weight > 0)
                {
                    yield return new RosterPenalty(wish, person, day, 1, weight);
                }
            }
        }
    }

    private static IEnumerable<RosterPenalty> Fairness(PersonRoster roster)
    {
        foreach (var (i, share) in roster.Index.Problem.Fairness.Index())
        {
            var (least, most) = roster.Index.FairTargets[i][roster.Person];
            var count = roster.Person.Had.GetValueOrDefault(share.Measure)
                + roster.Tasks.Sum(t => t.AddsTo(share.Measure, roster.Index.Problem.Period.Start, roster.Index.Problem.Period.End));
            var away = Math.Max(0, Math.Max(least - count, count - most));
            if (away > 0)
            {
                yield return new RosterPenalty(RosterWish.Fairness, roster.Person, roster.Index.Problem.Period.Start, away, share.Weight * FairShare.CostOf(away));
            }
        }
    }
}
