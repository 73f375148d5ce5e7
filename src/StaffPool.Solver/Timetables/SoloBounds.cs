namespace StaffPool.Solver.Timetables;

/// <summary>What the days that remain cost one person at least, by what is still owed and how far the week is worked.</summary>
internal sealed class SoloBounds
{
    private readonly CyclePerson person;
    private readonly CycleWeights weights;
    private readonly int[][][] most;
    private readonly int[][] mostInAll;
    private readonly int[][] capacity;
    private readonly double[] metresPerHalfDay;
    private readonly double dearest;

    public SoloBounds(CyclePerson person, CycleWeights weights)
    {
        (this.person, this.weights) = (person, weights);
        var days = Enumerable.Range(0, person.Days.Length + 1).ToList();
        most = [.. days.Select(day => person.Occurrences.Select(o => Sums(o.Skip(2 * day))).ToArray())];
        var inAll = Enumerable.Range(0, person.Slots.Length).Select(slot => person.Occurrences.Max(o => o[slot])).ToArray();
        mostInAll = [.. days.Select(day => ByBusy(day, week => week.Select(slot => inAll[slot])))];
        capacity = [.. days.Select(day => ByBusy(day, week => week.Select(slot => inAll[slot] > 0 ? 1 : 0)))];
        metresPerHalfDay = Prices();
        dearest = metresPerHalfDay.Max();
    }

    /// <summary>Of all aims, in the weights given.</summary>
    /// <param name="left">Still owed, by promise.</param>
    /// <param name="day">The first day that remains.</param>
    /// <param name="busy">Half-days worked in the week under way.</param>
    public long LeastWeight(ReadOnlySpan<int> left, int day, int busy)
    {
        var missing = LeastShortfall(left, day, busy);
        var metres = -dearest * missing;
        for (var k = 0; k < left.Length; k++)
        {
            metres += metresPerHalfDay[k] * left[k];
        }

        // What is missing travels nowhere, and is always worth more than its road.
        return (weights.Shortfall * missing) + (metres > 1 ? (long)(metres - 1) : 0);
    }

    /// <summary>
    /// Half-days that stay undelivered at least: with the best half-days that remain, each used once; and with as many of
    /// them as each promise takes alone, together no more than the weeks have.
    /// </summary>
    public int LeastShortfall(ReadOnlySpan<int> left, int day, int busy)
    {
        Span<int> needed = stackalloc int[left.Length];
        var (all, missing, excess) = (0, 0, -capacity[day][busy]);
        for (var k = 0; k < left.Length; k++)
        {
            var sums = most[day][k];
            var at = Array.BinarySearch(sums, left[k]);
            needed[k] = Math.Min(at < 0 ? ~at : at, sums.Length - 1);
            missing += Math.Max(0, left[k] - sums[needed[k]]);
            all += left[k];
            excess += needed[k];
        }

        for (; excess > 0; excess--)
        {
            missing += DropOne(left, needed, most[day]);
        }

        return Math.Max(missing, all - mostInAll[day][busy]);
    }

    private static int DropOne(ReadOnlySpan<int> left, Span<int> needed, int[][] sums)
    {
        var (cheapest, least) = (0, int.MaxValue);
        for (var k = 0; k < left.Length; k++)
        {
            if (needed[k] > 0 && Math.Min(left[k], sums[k][needed[k]]) - sums[k][needed[k] - 1] is var lost && lost < least)
            {
                (cheapest, least) = (k, lost);
            }
        }

        needed[cheapest]--;
        return least;
    }

    /// <summary>What the best 0, 1, 2... half-days deliver; half-days that deliver nothing are left out.</summary>
    private static int[] Sums(IEnumerable<int> occurrences)
    {
        List<int> sums = [0];
        foreach (var occurrence in occurrences.Where(o => o > 0).OrderDescending())
        {
            sums.Add(sums[^1] + occurrence);
        }

        return [.. sums];
    }

    /// <summary>By half-days already worked in the week under way: the most that the days from one on can hold.</summary>
    private int[] ByBusy(int day, Func<IEnumerable<int>, IEnumerable<int>> valuesOf)
    {
        var weeks = Enumerable.Range(2 * day, person.Slots.Length - (2 * day)).GroupBy(slot => person.Slots[slot].Week)
            .Select(week => (Week: week.Key, Most: valuesOf(week).OrderDescending().ToList())).ToList();
        var isUnderWay = day > 0 && weeks.Count > 0 && person.Slots[(2 * day) - 1].Week == weeks[0].Week;
        return [.. Enumerable.Range(0, 1 + person.WeekLimit).Select(busy => weeks.Index()
            .Sum(w => w.Item.Most.Take(person.WeekLimit - (isUnderWay && w.Index == 0 ? busy : 0)).Sum()))];
    }

    /// <summary>
    /// Metres for each half-day delivered, such that no way to spend a day costs less than what it delivers at these prices:
    /// the road that remains is at least what is owed at these prices.
    /// </summary>
    private double[] Prices()
    {
        var prices = Enumerable.Range(0, person.Promises.Count).Select(k => Ways()
            .Where(w => w.Shape.Morning is var m && w.Shape.Afternoon is var a && (m == k || m < 0) && (a == k || a < 0))
            .Select(w => w.Shape.Metres / (double)Delivered(w.Day, w.Shape).Sum(d => d.HalfDays))
            .DefaultIfEmpty(0).Min()).ToArray();
        var scale = Ways()
            .Select(w => (w.Shape.Metres, Worth: Delivered(w.Day, w.Shape).Sum(d => prices[d.Promise] * d.HalfDays)))
            .Where(w => w.Worth > w.Metres)
            .Select(w => w.Metres / w.Worth)
            .DefaultIfEmpty(1).Min();
        return [.. prices.Select(p => p * scale)];
    }

    private IEnumerable<(int Day, DayShape Shape)> Ways() => person.Days.SelectMany((ways, day) => ways.Select(shape => (day, shape)));

    private IEnumerable<(int Promise, int HalfDays)> Delivered(int day, DayShape shape)
    {
        if (shape.Morning >= 0)
        {
            yield return (shape.Morning, person.Occurrences[shape.Morning][2 * day]);
        }

        if (shape.Afternoon >= 0)
        {
            yield return (shape.Afternoon, person.Occurrences[shape.Afternoon][(2 * day) + 1]);
        }
    }
}
