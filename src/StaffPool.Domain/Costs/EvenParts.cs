using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Costs;

/// <summary>An amount in equal parts, to the cent: the running total is never a cent away from the exact one.</summary>
internal static class EvenParts
{
    public static IReadOnlyList<Money> Of(Money total, int count) =>
        [.. Enumerable.Range(1, count).Select(k => Until(total, k, count) - Until(total, k - 1, count))];

    private static Money Until(Money total, int part, int count) =>
        new((long)decimal.Floor((decimal)total.Cents * part / count));
}
