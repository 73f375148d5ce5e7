using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Tests.Calendar;

public sealed class PeriodTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-12-31", 1.0)]
    [InlineData("2028-01-01", "2028-12-31", 1.0)]
    [InlineData("2026-01-01", "2026-06-30", 0.5)]
    [InlineData("2026-07-01", "2026-12-31", 0.5)]
    [InlineData("2026-01-01", "2027-12-31", 2.0)]
    [InlineData("2026-02-01", "2026-04-30", 0.25)]
    public void Whole_months_count_as_twelfths(string start, string end, double years) =>
        ((double)Of(start, end).YearFraction).ShouldBe(years, 1e-9);

    [Fact]
    public void Days_count_over_365() => Of("2026-01-02", "2026-01-02").YearFraction.ShouldBe(1 / 365m);

    [Fact]
    public void A_half_year_has_its_days()
    {
        Period.HalfYear(2026, 1).Days.ShouldBe(181);
        Period.HalfYear(2028, 1).Days.ShouldBe(182);
        Period.HalfYear(2026, 2).ToString().ShouldBe("2026-07-01/2026-12-31");
    }

    [Fact]
    public void A_period_that_ends_before_it_starts_or_a_third_half_is_refused()
    {
        Should.Throw<ArgumentException>(() => Of("2026-01-02", "2026-01-01"));
        Should.Throw<ArgumentOutOfRangeException>(() => Period.HalfYear(2026, 3));
    }

    [Theory]
    [InlineData(365, 7, 52.0)]
    [InlineData(210, 5, 42.0)]
    [InlineData(260, 5, 52.0)]
    [InlineData(365, 5, 52.0)]
    public void Weeks_of_opening_are_52_at_most(int daysPerYear, int daysPerWeek, double weeks) =>
        ((double)new OpeningCalendar(daysPerYear, daysPerWeek).WeeksPerYear).ShouldBe(weeks, 1e-9);

    private static Period Of(string start, string end) => new(
        DateOnly.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
        DateOnly.Parse(end, System.Globalization.CultureInfo.InvariantCulture));
}
