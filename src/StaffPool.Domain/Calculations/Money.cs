using System.Globalization;
using System.Numerics;

namespace StaffPool.Domain.Calculations;

/// <summary>An amount in euro cents: whole, so that a sum of parts is the whole to the cent.</summary>
public readonly record struct Money(long Cents) : IComparable<Money>, IFormattable, ISubtractionOperators<Money, Money, Money>
{
    public static Money Zero => default;

    /// <summary>An amount in euros with at most two decimals; more is a mistake in the input, not something to round.</summary>
    public static Money FromEuros(decimal euros) =>
        euros * 100 == decimal.Truncate(euros * 100)
            ? new((long)(euros * 100))
            : throw new ArgumentOutOfRangeException(nameof(euros), euros, "More than two decimals.");

    /// <summary>Exact cents rounded to the cent, halves away from zero.</summary>
    public static Money Rounded(decimal cents) => new((long)decimal.Round(cents, MidpointRounding.AwayFromZero));

    public decimal Euros => Cents / 100m;

    public static Money operator +(Money left, Money right) => new(checked(left.Cents + right.Cents));

    public static Money operator -(Money left, Money right) => new(checked(left.Cents - right.Cents));

    public static Money operator -(Money amount) => new(checked(-amount.Cents));

    public static Money operator *(Money amount, long times) => new(checked(amount.Cents * times));

    public static bool operator <(Money left, Money right) => left.Cents < right.Cents;

    public static bool operator >(Money left, Money right) => left.Cents > right.Cents;

    public static bool operator <=(Money left, Money right) => left.Cents <= right.Cents;

    public static bool operator >=(Money left, Money right) => left.Cents >= right.Cents;

    public int CompareTo(Money other) => Cents.CompareTo(other.Cents);

    public string ToString(string? format, IFormatProvider? formatProvider) =>
        Euros.ToString(format ?? "N2", formatProvider) + "\u00A0€";

    public override string ToString() => ToString(null, CultureInfo.GetCultureInfo("fr-FR"));
}
