using System.Globalization;
using StaffPool.Domain.Calculations;

namespace StaffPool.Domain.Tests.Calculations;

public sealed class MoneyTests
{
    [Fact]
    public void A_third_decimal_is_a_mistake_and_nothing_is_rounded_in_silence() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Money.FromEuros(1.005m)).Message.ShouldStartWith("More than two decimals.");

    [Theory]
    [InlineData("0.5", 1)]
    [InlineData("-0.5", -1)]
    [InlineData("1.49", 1)]
    public void Halves_of_a_cent_are_rounded_away_from_zero(string cents, long rounded) =>
        Money.Rounded(decimal.Parse(cents, CultureInfo.InvariantCulture)).Cents.ShouldBe(rounded);

    [Fact]
    public void What_no_longer_fits_is_refused_and_does_not_turn_into_a_debt()
    {
        var most = new Money(long.MaxValue);

        Should.Throw<OverflowException>(() => most + new Money(1));
        Should.Throw<OverflowException>(() => new Money(long.MinValue) - new Money(1));
        Should.Throw<OverflowException>(() => -new Money(long.MinValue));
        Should.Throw<OverflowException>(() => most * 2);
    }

    [Fact]
    public void Amounts_are_compared_by_their_cents()
    {
        Money less = new(1), more = new(2);

        bool[] ofDifferent = [less < more, less > more, less <= more, less >= more];
        bool[] ofEqual = [less < new Money(1), less > new Money(1), less <= new Money(1), less >= new Money(1)];

        ofDifferent.ShouldBe([true, false, true, false]);
        ofEqual.ShouldBe([false, false, true, true]);
        less.CompareTo(more).ShouldBeNegative();
    }

    [Fact]
    public void An_amount_is_read_in_French_unless_told_otherwise()
    {
        new Money(1_234_50).ToString().Replace('\u202F', ' ').Replace('\u00A0', ' ').ShouldBe("1 234,50 €");
        new Money(1_234_50).ToString("0.0", CultureInfo.InvariantCulture).ShouldBe("1234.5\u00A0€");
    }
}
