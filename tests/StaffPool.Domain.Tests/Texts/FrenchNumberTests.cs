using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Tests.Texts;

public sealed class FrenchNumberTests
{
    [Theory]
    [InlineData("12,5", 12.5)]
    [InlineData("12.5", 12.5)]
    [InlineData("1 234,50", 1234.5)]
    [InlineData("1\u00A0234", 1234)]
    [InlineData("1\u202F234", 1234)]
    [InlineData(" 7 ", 7)]
    public void A_number_is_read_with_a_comma_or_a_point_and_any_space(string typed, double expected)
    {
        FrenchNumber.TryRead(typed, out var number).ShouldBeTrue();
        number.ShouldBe((decimal)expected);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("douze")]
    [InlineData("1,2,3")]
    [InlineData("1.234,50")]
    [InlineData("-3")]
    [InlineData("1e3")]
    public void What_is_no_number_is_not_guessed(string? typed) => FrenchNumber.TryRead(typed, out _).ShouldBeFalse();
}
