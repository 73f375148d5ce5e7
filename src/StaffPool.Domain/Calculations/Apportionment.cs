using System.Globalization;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Calculations;

/// <summary>Splits a whole number into whole parts that follow given weights and add up exactly.</summary>
public static class Apportionment
{
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
        if (total < 0)
        {
            throw new DomainException(string.Create(CultureInfo.InvariantCulture, $"Cannot split a negative total ({total})."));
        }

        if (weights.Any(w => w < 0))
        {
            throw new DomainException("A weight is negative.");
        }

        var sum = weights.Sum();
        if (sum == 0)
        {
            return total == 0
                ? new long[weights.Count]
                : throw new DomainException("All weights are zero: there is nothing to split by.");
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
}
