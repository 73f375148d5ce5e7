using System.Globalization;
using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Tests.Calendar;

public sealed class ParisTimeTests
{
    [Theory]
    [InlineData("2027-01-15", "08:30", "2027-01-15T07:30")]
    [InlineData("2027-07-15", "08:30", "2027-07-15T06:30")]
    [InlineData("2027-03-28", "02:30", "2027-03-28T01:30")] // skipped: as 3:30
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30")] // twice: the first
    [InlineData("2028-02-29", "00:00", "2028-02-28T23:00")]
    public void A_time_of_Paris_is_one_instant(string day, string time, string utc) =>
        ParisTime.At(Day(day), TimeOnly.Parse(time, CultureInfo.InvariantCulture))
            .ShouldBe(DateTime.Parse(utc, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal));

    [Theory]
    [InlineData("2027-03-28", 23)]
    [InlineData("2027-10-31", 25)]
    [InlineData("2027-12-31", 24)]
    public void A_day_has_the_hours_that_the_clocks_give_it(string day, int hours) =>
        (ParisTime.StartOf(Day(day).AddDays(1)) - ParisTime.StartOf(Day(day))).TotalHours.ShouldBe(hours);

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}
