using StaffPool.Cli.Commands;

namespace StaffPool.Cli.Tests.Commands;

public sealed class TimeArgumentTests
{
    [Theory]
    [InlineData("90", 90)]
    [InlineData("90s", 90)]
    [InlineData("1m30", 90)]
    [InlineData("1m30s", 90)]
    [InlineData("2min", 120)]
    [InlineData("1h", 3600)]
    [InlineData("1h30m", 5400)]
    public void A_time_is_read_as_people_type_it(string text, int seconds) =>
        TimeArgument.Parse(text).ShouldBe(TimeSpan.FromSeconds(seconds));

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("1.5")]
    [InlineData("soon")]
    [InlineData("999999")]
    public void What_is_no_time_is_refused(string text) => TimeArgument.Parse(text).ShouldBeNull();
}
