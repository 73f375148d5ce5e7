using System.Runtime.InteropServices;

namespace StaffPool.Solver.Timetables;

/// <summary>The cycle of one person alone.</summary>
/// <param name="At">By half-day, a promise or -1.</param>
/// <param name="Weight">Of all aims.</param>
/// <param name="IsProven">Whether no cycle weighs less.</param>
internal sealed record SoloCycle(int[] At, long Weight, bool IsProven);

/// <summary>
/// The best cycle of one person alone, without an engine. Day after day, each sum of half-days delivered that may still lead
/// to a better cycle is kept with the cheapest way to it. First only the most promising sums of each day, which gives a good
/// cycle in milliseconds; then all of them, which proves that none is better unless there are too many.
/// </summary>
internal sealed class CycleOfOne
{
    private const int MostPromising = 1_500;

    // Beyond, an engine does better.
    private const int MostSums = 200_000;

    private readonly CyclePerson person;
    private readonly CycleWeights weights;
    private readonly SoloBounds bounds;
    private readonly int[] owed;
    private readonly long[] radix;

    private CycleOfOne(CyclePerson person, CycleWeights weights)
    {
        (this.person, this.weights) = (person, weights);
        bounds = new SoloBounds(person, weights);
        owed = [.. person.Promises.Select(p => p.HalfDays)];
        radix = new long[owed.Length + 1];
        radix[0] = 1 + person.WeekLimit;
        for (var k = 0; k < owed.Length; k++)
        {
            radix[k + 1] = checked(radix[k] * (1 + owed[k]));
        }
    }

    /// <param name="person">Whom to plan.</param>
    /// <param name="start">A cycle of theirs.</param>
    /// <param name="weights">What each aim is worth.</param>
    /// <param name="isOver">Asked after each day of the cycle; ends the search.</param>
    /// <param name="isProofOver">Likewise for the proof, which takes longer.</param>
    public static SoloCycle Of(CyclePerson person, int[] start, CycleWeights weights, Func<bool> isOver, Func<bool> isProofOver)
    {
        var best = new SoloCycle(start, weights.Of(person, start), false);
        // The sums delivered are kept as one number.
        return person.Promises.Aggregate(1.0 + person.WeekLimit, (product, p) => product * (1 + p.HalfDays)) > long.MaxValue / 2.0
            ? best
            : new CycleOfOne(person, weights).Improve(best, isOver, isProofOver);
    }

    private SoloCycle Improve(SoloCycle best, Func<bool> isOver, Func<bool> isProofOver)
    {
        var least = bounds.LeastShortfall(owed, 0, 0);
        if (best.Weight > weights.Shortfall * least && Search(best.Weight - 1, MostPromising, isOver) is { } promising)
        {
            best = Best(promising) ?? best;
        }

        for (var more = 1L; best.Weight > weights.Shortfall * least; more *= 2)
        {
            // All that weighs no more than the limit is looked at: what is found is the best there is.
            var limit = Math.Min(best.Weight - 1, (weights.Shortfall * (least + more)) - 1);
            if (Search(limit, null, () => isOver() || isProofOver()) is not { } layers)
            {
                return best;
            }

            if (Best(layers) is { } found && found.Weight <= limit)
            {
                return found with { IsProven = true };
            }

            if (limit == best.Weight - 1)
            {
                break;
            }
        }

        return best with { IsProven = true };
    }

    /// <summary>
    /// Layer by layer, the sums that can be reached after so many days and may lead to a cycle within the limit; null where
    /// the time is over, or all of them are asked for and are too many.
    /// </summary>
    private List<List<Sum>>? Search(long limit, int? most, Func<bool> isOver)
    {
        List<List<Sum>> layers = [[new Sum(0, 0, 0, 0, 0)]];
        var all = 0;
        for (var day = 0; day < person.Days.Length; day++)
        {
            var next = Step(layers[day], day, limit);
            if (next.Count > most)
            {
                next.Sort((a, b) => (a.Bound, a.Key).CompareTo((b.Bound, b.Key)));
                next.RemoveRange(most.Value, next.Count - most.Value);
            }

            all += next.Count;
            if (all > MostSums || isOver())
            {
                return null;
            }

            layers.Add(next);
        }

        return layers;
    }

    private List<Sum> Step(List<Sum> before, int day, long limit)
    {
        var ways = person.Days[day].Prepend(DayShape.Off)
            .Select((shape, i) => (Number: i - 1, Shape: shape, shape.HalfDays, Weight: weights.Of(person, day, shape))).ToArray();
        var startsWeek = day > 0 && person.Slots[2 * day].Week != person.Slots[(2 * day) - 1].Week;
        var after = new List<Sum>();
        var numbers = new Dictionary<long, int>();
        Span<int> left = stackalloc int[owed.Length];
        for (var number = 0; number < before.Count && after.Count <= MostSums; number++)
        {
            var sum = before[number];
            var busy = startsWeek ? 0 : (int)(sum.Key % radix[0]);
            foreach (var way in ways)
            {
                var busyAfter = busy + way.HalfDays;
                if (busyAfter > person.WeekLimit)
                {
                    continue;
                }

                ReadLeft(sum, left);
                Deliver(left, way.Shape.Morning, 2 * day);
                Deliver(left, way.Shape.Afternoon, (2 * day) + 1);
                var weight = sum.Weight + way.Weight;
                var bound = weight + bounds.LeastWeight(left, day + 1, busyAfter);
                if (bound <= limit)
                {
                    Keep(after, numbers, new Sum(KeyOf(left, busyAfter), weight, bound, number, way.Number));
                }
            }
        }

        return after;
    }

    private void ReadLeft(Sum sum, Span<int> left)
    {
        for (var k = 0; k < left.Length; k++)
        {
            left[k] = owed[k] - (int)(sum.Key % radix[k + 1] / radix[k]);
        }
    }

    private void Deliver(Span<int> left, int promise, int slot)
    {
        if (promise >= 0)
        {
            left[promise] = Math.Max(0, left[promise] - person.Occurrences[promise][slot]);
        }
    }

    private static void Keep(List<Sum> after, Dictionary<long, int> numbers, Sum sum)
    {
        ref var at = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, sum.Key, out var exists);
        if (!exists)
        {
            at = after.Count;
            after.Add(sum);
        }
        else if (sum.Weight < after[at].Weight)
        {
            after[at] = sum;
        }
    }

    private long KeyOf(ReadOnlySpan<int> left, int busy)
    {
        long key = busy;
        for (var k = 0; k < left.Length; k++)
        {
            key += radix[k] * (owed[k] - left[k]);
        }

        return key;
    }

    private SoloCycle? Best(List<List<Sum>> layers)
    {
        // After the last day the bound is the weight of all aims.
        if (layers[^1].Count == 0)
        {
            return null;
        }

        var (last, best) = layers[^1].Index().MinBy(s => s.Item.Bound);
        var at = Enumerable.Repeat(CyclePerson.Nowhere, person.Slots.Length).ToArray();
        for (var day = person.Days.Length - 1; day >= 0; day--)
        {
            var sum = layers[day + 1][last];
            if (sum.Way >= 0)
            {
                (at[2 * day], at[(2 * day) + 1]) = (person.Days[day][sum.Way].Morning, person.Days[day][sum.Way].Afternoon);
            }

            last = sum.From;
        }

        return new SoloCycle(at, best.Bound, false);
    }

    /// <param name="Key">Half-days worked in the week under way and delivered of each promise, as one number.</param>
    /// <param name="Weight">Of the cheapest way to it.</param>
    /// <param name="Bound">What no cycle that goes on from it is below.</param>
    /// <param name="From">Number of the sum of the day before.</param>
    /// <param name="Way">How the day was spent: number of a shape, or -1.</param>
    private readonly record struct Sum(long Key, long Weight, long Bound, int From, int Way);
}
