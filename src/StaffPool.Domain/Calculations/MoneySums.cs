namespace StaffPool.Domain.Calculations;

/// <summary>Sums of money, to the cent.</summary>
public static class MoneySums
{
    /// <exception cref="OverflowException">More cents than 64 bits hold.</exception>
    public static Money Sum(this IEnumerable<Money> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    /// <inheritdoc cref="Sum(IEnumerable{Money})"/>
    public static Money Sum<T>(this IEnumerable<T> items, Func<T, Money> amount) => items.Select(amount).Sum();
}
