using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Rosters;

/// <summary>
/// The rules of <see cref="PersonRules"/> on one person's open tasks. Each constraint allows whatever the checker allows,
/// so that bounds stay true; what a constraint cannot see (trips in the sums of minutes, three vacations in a day) the
/// checker finds after the engine, and the combination is then refused.
/// </summary>
internal sealed class PersonConstraints(PersonModel person, PairConflicts conflicts)
{
    private readonly RosterModel model = person.Model;
    private readonly WorkRecord before = new([.. person.Person.History, .. person.Settled.Added()]);
    private readonly List<TaskFacts> open = [.. person.Open.Keys.OrderBy(t => t.Start)];

    public void Add()
    {
        Pairs();
        foreach (var limit in person.Person.Contract.Limits.Limits.Where(l => l.Severity == Severity.Blocking))
        {
            Add(limit);
        }

        foreach (var limit in person.Person.Contract.Counts.Where(c => c.IsHard))
        {
            foreach (var window in model.Index.WindowsOf(limit))
            {
                PersonCounts.Of(person, limit.Measure, window).HoldAtMost(model.Builder, limit.Most!.Value);
            }
        }

        foreach (var limit in person.Person.Contract.Runs.Where(r => r.Weight is null))
        {
            foreach (var window in PersonCounts.RunWindows(person, limit))
            {
                window.HoldAtMost(model.Builder, limit.Most);
            }
        }
    }

    private void Add(WorkingTimeLimit limit)
    {
        switch (limit)
        {
            case SlidingCap cap:
                Sliding(cap.Days, cap.Minutes, before.MinutesOn, t => t.IsEffective);
                break;
            case OnCallCap cap:
                Sliding(cap.Days, cap.Minutes, before.OnCallMinutesOn, t => !t.IsEffective);
                break;
            case CalendarWeekCap cap:
                Weeks(cap);
                break;
            case WorkedDaysAWeek days:
                ForEachWeek(monday => Worked(monday, 7).HoldAtMost(model.Builder, days.Days));
                break;
            case FortnightRest rest:
                Fortnights(rest);
                break;
            case WeeklyRest rest:
                ForEachWeek(monday => RestInTheWeek(monday, rest.Minutes));
                break;
            case SundaysInARow sundays:
                ForEachWeek(monday => WorkedOn(Enumerable.Range(0, sundays.Most + 1).Select(i => monday.AddDays(6 - (7 * i)))).HoldAtMost(model.Builder, sundays.Most));
                break;
            case SundaysOffAYear sundays:
                foreach (var year in open.SelectMany(t => t.Minutes).Select(m => m.Day.Year).Distinct())
                {
                    var all = SundaysOffAYear.SundaysOf(year).ToList();
                    WorkedOn(all).HoldAtMost(model.Builder, all.Count - sundays.Least);
                }

                break;
            case DutyCap or DailyRest or SplitDay:
                // Held pair by pair.
                break;
            default:
                throw new NotSupportedException($"No constraint is written for the limit {limit.GetType().Name}.");
        }
    }

    private void Pairs()
    {
        List<TaskFacts> all = [.. open.Concat(person.Settled.Tasks).OrderBy(t => t.Start)];
        // A task of several parts ends long after others that start later.
        var longest = all.Max(t => t.End - t.Start);
        for (var i = 0; i < all.Count; i++)
        {
            for (var j = i + 1; j < all.Count && all[j].Start < all[i].End + longest + Reach(); j++)
            {
                if (!person.Open.ContainsKey(all[i]) && !person.Open.ContainsKey(all[j]))
                {
                    continue;
                }

                switch (conflicts.Of(person.Person.Contract, all[i], all[j]))
                {
                    case PairConflict.Always:
                        model.Forbid([person.Has(all[i]), person.Has(all[j])]);
                        break;
                    case PairConflict.UnlessBridged:
                        model.Forbid([person.Has(all[i]), person.Has(all[j]), .. Bridges(all, i, j).Select(t => person.Has(t).Not())]);
                        break;
                }
            }
        }
    }

    private TimeSpan Reach() => TimeSpan.FromDays(
        Math.Max(2, 1 + person.Person.Contract.Successions.Where(s => s.Weight is null).Select(s => s.Days).DefaultIfEmpty().Max()));

    private static IEnumerable<TaskFacts> Bridges(List<TaskFacts> all, int i, int j) =>
        all.Skip(i + 1).Take(j - i - 1).Where(t => t.Start >= all[i].End && t.End <= all[j].Start && t.IsEffective);

    private void Sliding(int days, int most, Func<DateOnly, int> settled, Func<TaskFacts, bool> counts)
    {
        var byDay = open.Where(counts).SelectMany(t => t.Minutes.Select(m => (m.Day, m.Minutes, Task: t))).ToLookup(m => m.Day);
        var ends = byDay.Select(d => d.Key).SelectMany(d => Enumerable.Range(0, days).Select(d.AddDays)).Distinct();
        foreach (var end in ends)
        {
            // A window that ends on a day without work is inside one that ends later and holds as much.
            if (!byDay.Contains(end) && settled(end) == 0)
            {
                continue;
            }

            var sum = new Sum();
            for (var day = end.AddDays(1 - days); day <= end; day = day.AddDays(1))
            {
                sum.Add(settled(day));
                foreach (var (_, minutes, task) in byDay[day])
                {
                    sum.Add(person.Open[task], minutes);
                }
            }

            sum.HoldAtMost(model.Builder, most);
        }
    }

    private void Weeks(CalendarWeekCap cap)
    {
        var byWeek = open.Where(t => t.IsEffective)
            .SelectMany(t => t.Minutes.GroupBy(m => Days.MondayOf(m.Day)).Select(w => (Week: w.Key, Minutes: w.Sum(m => m.Minutes), Task: t)))
            .ToLookup(w => w.Week);
        foreach (var last in byWeek.Select(w => w.Key).SelectMany(w => Enumerable.Range(0, cap.Weeks).Select(i => w.AddDays(7 * i))).Distinct())
        {
            var sum = new Sum();
            for (var day = last.AddDays(-7 * (cap.Weeks - 1)); day < last.AddDays(7); day = day.AddDays(1))
            {
                sum.Add(cap.CountsOvertime ? before.MinutesOn(day) : before.MinutesWithoutOvertimeOn(day));
                foreach (var (_, minutes, task) in byWeek[day])
                {
                    sum.Add(person.Open[task], minutes);
                }
            }

            sum.HoldAtMost(model.Builder, (long)cap.Minutes * cap.Weeks);
        }
    }

    private void Fortnights(FortnightRest rest)
    {
        foreach (var start in open.SelectMany(t => t.Minutes).Select(m => rest.StartOf(m.Day)).Distinct())
        {
            Worked(start, 14).HoldAtMost(model.Builder, 14 - rest.Days);
            var pairs = FortnightRest.PairsWithASunday
                .Select(i => (First: person.Worked(start.AddDays(i)), Second: person.Worked(start.AddDays(i + 1))))
                .ToList();
            if (pairs.Exists(p => p.First is { IsSettled: true, IsTrue: false } && p.Second is { IsSettled: true, IsTrue: false }))
            {
                continue;
            }

            AnyFree([.. pairs.Select(p => (IReadOnlyList<Literal>)[p.First, p.Second])]);
        }
    }

    /// <summary>The rest starts on Monday at midnight or when some work of the week ends: one of these moments is free after.</summary>
    private void RestInTheWeek(DateOnly monday, int minutes)
    {
        var (from, to) = (ParisTime.StartOf(monday), ParisTime.StartOf(monday.AddDays(7)));
        List<TaskFacts> near = [.. open.Where(t => t.IsEffective && t.Start < to.AddMinutes(minutes) && t.End > from)];
        var starts = near.SelectMany(t => t.Task.Parts.Select(p => p.End))
            .Concat(before.Effective.Select(w => w.End))
            .Where(end => end > from && end < to)
            .Append(from)
            .Distinct();
        var rests = new List<IReadOnlyList<Literal>>();
        foreach (var start in starts)
        {
            var end = start.AddMinutes(minutes);
            if (before.Effective.Any(w => w.Start < end && w.End > start))
            {
                continue;
            }

            List<Literal> within = [.. near.Where(t => t.Task.Parts.Any(p => p.Start < end && p.End > start)).Select(person.Has)];
            if (within.Count == 0)
            {
                return;
            }

            rests.Add(within);
        }

        AnyFree(rests);
    }

    /// <summary>In one of the groups, nothing holds.</summary>
    private void AnyFree(IReadOnlyList<IReadOnlyList<Literal>> groups)
    {
        var free = new List<BoolVar>();
        foreach (var group in groups)
        {
            if (group.Any(l => l is { IsSettled: true, IsTrue: true }))
            {
                continue;
            }

            var isFree = model.Builder.NewBool("free");
            foreach (var literal in group.Where(l => !l.IsSettled))
            {
                model.Builder.AddImplication(isFree, literal.Variable!.Value.Not());
            }

            free.Add(isFree);
        }

        // Nothing left to choose: what is settled breaks the rule already, and the checker says so.
        if (free.Count > 0)
        {
            model.Builder.AddBoolOr(free);
        }
    }

    private Sum Worked(DateOnly first, int days) => WorkedOn(Enumerable.Range(0, days).Select(first.AddDays));

    private Sum WorkedOn(IEnumerable<DateOnly> days)
    {
        var sum = new Sum();
        foreach (var day in days)
        {
            sum.Add(person.Worked(day));
        }

        return sum;
    }

    private void ForEachWeek(Action<DateOnly> hold)
    {
        foreach (var monday in open.SelectMany(t => t.Minutes).Select(m => Days.MondayOf(m.Day)).Distinct())
        {
            hold(monday);
        }
    }
}
