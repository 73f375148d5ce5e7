using System.Globalization;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Calculations;

/// <summary>Splits a whole number into whole parts that follow given weights and add up exactly.</summary>
public static class Apportionment
{
    /// <summary>Splits by the method that the agreement declares.</summary>
    /// <param name="method">The declared method.</param>
    /// <param name="total">Units to split; not negative.</param>
    /// <param name="weights">One weight per part; not negative, at least one above zero unless <paramref name="total"/> is zero.</param>
    /// <returns>One part per weight; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="DomainException">A negative total or weight, or nothing to follow.</exception>
    public static IReadOnlyList<long> By(ApportionmentMethod method, long total, IReadOnlyList<decimal> weights) => method switch
    {
        ApportionmentMethod.LargestRemainder => LargestRemainder(total, weights),
        ApportionmentMethod.DHondt => HighestAverages(total, weights, held => held + 1),
        ApportionmentMethod.SainteLague => HighestAverages(total, weights, held => (2 * held) + 1),
        _ => throw new DomainException($"Unknown apportionment method {method}."),
    };

    /// <summary>
    /// Largest remainder (Hamilton) method: each part first gets the whole number below its exact quota,
    /// then the units left go to the largest remainders. Equal remainders go to the first in the list, so
    /// that the same input always gives the same parts.
    /// </summary>
    /// <param name="total">Units to split; not negative.</param>
    /// <param name="weights">One weight per part; not negative, at least one above zero unless <paramref name="total"/> is zero.</param>
    /// <returns>One part per weight, each within one unit of its exact quota; their sum is <paramref name="total"/>.</returns>
    /// <exception cref="DomainException">A negative total or weight, or nothing to follow.</exception>
    public static IReadOnlyList<long> LargestRemainder(long total, IReadOnlyList<decimal> weights)
    {
        if (RefuseImpossible(total, weights) is not { } sum)
        {
            return new long[weights.Count];
        }

        var quotas = weights.Select(w => total * w / sum).ToList();
        var parts = quotas.Select(q => (long)decimal.Floor(q)).ToArray();
        var left = total - parts.Sum();
        var byRemainder = Enumerable.Range(0, parts.Length)
            .Where(i => weights[i] > 0)
            .OrderByDescending(i => quotas[i] - parts[i])
            .ThenBy(i => i);
        foreach (var i in byRemainder.Take((int)left))
        {
            parts[i]++;
        }

        return parts;
    }

    /// <summary>
    /// Highest averages: units go one by one to the part whose weight divided by its next divisor is largest. Unlike
    /// <see cref="LargestRemainder"/>, one unit more never takes a unit from anyone (house monotonicity). Equal averages
    /// go to the first in the list. Meant for seats: it takes as many steps as there are units.
    /// </summary>
    /// <param name="total">Units to split; not negative.</param>
    /// <param name="weights">As for <see cref="LargestRemainder"/>.</param>
    /// <param name="divisor">Divisor of a part that holds so many units already.</param>
    private static long[] HighestAverages(long total, IReadOnlyList<decimal> weights, Func<long, long> divisor)
    {
        var parts = new long[weights.Count];
        if (RefuseImpossible(total, weights) is null)
        {
            return parts;
        }

        for (var unit = 0L; unit < total; unit++)
        {
            var best = -1;
            for (var i = 0; i < parts.Length; i++)
            {
                // Cross-multiplied: a division would round, and equal averages would no longer be equal.
                if (weights[i] > 0
                    && (best < 0 || weights[i] * divisor(parts[best]) > weights[best] * divisor(parts[i])))
                {
                    best = i;
                }
            }

            parts[best]++;
        }

        return parts;
    }

    /// <returns>The sum of the weights, or null where there is nothing to split.</returns>
    private static decimal? RefuseImpossible(long total, IReadOnlyList<decimal> weights)
    {
        if (total < 0)
        {
            throw new DomainException(string.Create(CultureInfo.InvariantCulture, $"Cannot split a negative total ({total})."));
        }

        if (weights.Any(w => w < 0))
        {
            throw new DomainException("A weight is negative.");
        }

        var sum = weights.Sum();
        return (sum, total) switch
        {
            (0, 0) => null,
            (0, _) => throw new DomainException("All weights are zero: there is nothing to split by."),
            _ => sum,
        };
    }
}
