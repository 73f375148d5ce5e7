using StaffPool.Domain.Rosters;
using StaffPool.Solver.CpSat;

namespace StaffPool.Solver.Rosters;

/// <summary>What <see cref="PersonPenalties"/> counts, as terms of the last aim.</summary>
internal sealed class PersonWishes(PersonModel person, Sum wishes)
{
    private readonly RosterContract contract = person.Person.Contract;
    private readonly RosterProblem problem = person.Model.Index.Problem;

    private CpModelBuilder Builder => person.Model.Builder;

    public void Add()
    {
        Requests();
        Counts();
        Runs();
        Successions();
        Patterns();
        Fairness();
    }

    private void Requests()
    {
        foreach (var request in person.Model.Index.RequestsOf(person.Person))
        {
            for (var day = request.From; day <= request.To; day = day.AddDays(1))
            {
                var starts = person.Starts(day, request.Label);
                wishes.Add(request.Wanted ? starts.Not() : starts, request.Weight);
            }
        }
    }

    private void Counts()
    {
        foreach (var limit in contract.Counts.Where(c => !c.IsHard))
        {
            foreach (var window in person.Model.Index.WindowsOf(limit))
            {
                var count = PersonCounts.Of(person, limit.Measure, window);
                if (count.IsSettled)
                {
                    wishes.Add((long)limit.Beyond((int)count.Constant) * limit.Weight!.Value);
                    continue;
                }

                var unit = limit.IsTime ? 60 : 1;
                var most = Math.Max(limit.Least ?? 0, count.Constant + count.OpenMost) / unit + 1;
                var beyond = Builder.NewInt(0, most, "beyond");
                if (limit.Most is { } high)
                {
                    Builder.AddAtMost(count.Whole - (beyond * unit), high);
                }

                if (limit.Least is { } low)
                {
                    Builder.AddAtLeast(count.Whole + (beyond * unit), low);
                }

                wishes.Add(beyond, limit.Weight!.Value, most);
            }
        }
    }

    private void Runs()
    {
        foreach (var limit in contract.Runs.Where(r => r.Weight is not null))
        {
            foreach (var window in PersonCounts.RunWindows(person, limit))
            {
                Excess(window, limit.Most, limit.Weight!.Value);
            }
        }
    }

    private void Successions()
    {
        List<TaskFacts> tasks = [.. person.Open.Keys.Concat(person.Settled.Tasks)];
        foreach (var succession in contract.Successions.Where(s => s.Weight is not null))
        {
            // Every pair costs by itself, as PersonPenalties counts.
            foreach (var first in tasks.Where(t => t.Task.Label == succession.First))
            {
                foreach (var next in tasks.Where(t => PersonPenalties.IsSuccession(succession, first, t)))
                {
                    Excess(new Sum().Add(person.Has(first)).Add(person.Has(next)), 1, succession.Weight!.Value);
                }
            }
        }
    }

    private void Patterns()
    {
        var (start, end) = (problem.Period.Start, problem.Period.End);
        for (var day = start.AddDays(1); day <= end; day = day.AddDays(1))
        {
            var (yesterday, today) = (person.Worked(day.AddDays(-1)), person.Worked(day));
            if (day.DayOfWeek == DayOfWeek.Sunday && contract.HalfWeekEndWeight > 0)
            {
                Either(yesterday, today, contract.HalfWeekEndWeight);
            }

            if (day < end)
            {
                var tomorrow = person.Worked(day.AddDays(1));
                if (contract.IsolatedRestWeight > 0)
                {
                    Excess(new Sum().Add(yesterday).Add(tomorrow).Add(today.Not()), 2, contract.IsolatedRestWeight);
                }

                if (contract.IsolatedWorkWeight > 0)
                {
                    Excess(new Sum().Add(yesterday.Not()).Add(tomorrow.Not()).Add(today), 2, contract.IsolatedWorkWeight);
                }
            }
        }
    }

    private void Fairness()
    {
        foreach (var (i, share) in problem.Fairness.Index())
        {
            var (least, most) = person.Model.Index.FairTargets[i][person.Person];
            var count = new Sum().Add(person.Person.Had.GetValueOrDefault(share.Measure));
            foreach (var task in person.Open.Keys.Concat(person.Settled.Tasks))
            {
                count.Add(person.Has(task), task.AddsTo(share.Measure, problem.Period.Start, problem.Period.End));
            }

            if (count.IsSettled)
            {
                var settled = Math.Max(0, Math.Max(least - count.Constant, count.Constant - most));
                wishes.Add(share.Weight * FairShare.CostOf(settled));
                continue;
            }

            var farthest = Math.Max(least, count.Constant + count.OpenMost);
            var away = Builder.NewInt(0, farthest, "away");
            var cost = Builder.NewInt(0, FairShare.CostOf(farthest), "unfair");
            Builder.AddAtMost(count.Whole - away, most);
            Builder.AddAtLeast(count.Whole + away, least);
            for (var k = 1; k <= FairShare.Steepest; k++)
            {
                Builder.AddAtLeast(cost - (away * k), -k * (k - 1) / 2);
            }

            wishes.Add(cost, share.Weight, FairShare.CostOf(farthest));
        }
    }

    /// <summary>Costs where the sum is above the limit by one, which is the most that it can be.</summary>
    private void Excess(Sum sum, long limit, int weight)
    {
        if (sum.IsSettled)
        {
            wishes.Add(sum.Constant > limit ? weight : 0);
        }
        else if (sum.Constant + sum.OpenMost > limit)
        {
            var excess = Builder.NewBool("excess");
            Builder.AddAtMost(sum.Open - excess, limit - sum.Constant);
            wishes.Add(excess, weight);
        }
    }

    /// <summary>Costs where one holds and the other does not.</summary>
    private void Either(Literal one, Literal other, int weight)
    {
        Excess(new Sum().Add(one).Add(other.Not()), 1, weight);
        Excess(new Sum().Add(other).Add(one.Not()), 1, weight);
    }
}
