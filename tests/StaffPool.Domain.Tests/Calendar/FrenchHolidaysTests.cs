using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Tests.Calendar;

public sealed class FrenchHolidaysTests
{
    /// <summary>As given by the npm package date-holidays 3.37.0 for FR and for FR-57 (Moselle); two on one day stand once.</summary>
    [Theory]
    [InlineData(1990, HolidayCalendar.France, "01-01 04-16 05-01 05-08 05-24 06-04 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(1990, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-13 04-16 05-01 05-08 05-24 06-04 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2000, HolidayCalendar.France, "01-01 04-24 05-01 05-08 06-01 06-12 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2000, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-21 04-24 05-01 05-08 06-01 06-12 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2008, HolidayCalendar.France, "01-01 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2008, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 03-21 03-24 05-01 05-08 05-12 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2016, HolidayCalendar.France, "01-01 03-28 05-01 05-05 05-08 05-16 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2016, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 03-25 03-28 05-01 05-05 05-08 05-16 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2024, HolidayCalendar.France, "01-01 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2024, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 03-29 04-01 05-01 05-08 05-09 05-20 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2025, HolidayCalendar.France, "01-01 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2025, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-18 04-21 05-01 05-08 05-29 06-09 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2026, HolidayCalendar.France, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2026, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2027, HolidayCalendar.France, "01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2027, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 03-26 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2028, HolidayCalendar.France, "01-01 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2028, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-14 04-17 05-01 05-08 05-25 06-05 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2035, HolidayCalendar.France, "01-01 03-26 05-01 05-03 05-08 05-14 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2035, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 03-23 03-26 05-01 05-03 05-08 05-14 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2038, HolidayCalendar.France, "01-01 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2038, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-23 04-26 05-01 05-08 06-03 06-14 07-14 08-15 11-01 11-11 12-25 12-26")]
    [InlineData(2048, HolidayCalendar.France, "01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25")]
    [InlineData(2048, HolidayCalendar.AlsaceMoselleGoodFriday, "01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26")]
    public void The_holidays_are_those_of_an_independent_source(int year, HolidayCalendar calendar, string days) =>
        string.Join(' ', FrenchHolidays.Of(year, calendar).Select(h => h.Day.ToString("MM-dd", CultureInfo.InvariantCulture)).Distinct())
            .ShouldBe(days);

    [Fact]
    public void Every_easter_is_a_sunday_between_22_March_and_25_April() => Prop.ForAll(
        Gen.Choose(1947, 4099).ToArbitrary(),
        year => FrenchHolidays.Easter(year) is { DayOfWeek: DayOfWeek.Sunday } easter
            && easter >= new DateOnly(year, 3, 22) && easter <= new DateOnly(year, 4, 25)).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_year_has_eleven_holidays_and_Alsace_Moselle_one_or_two_more() => Prop.ForAll(
        Gen.Choose(1947, 2400).ToArbitrary(),
        year => FrenchHolidays.Of(year, HolidayCalendar.France).Count == 11
            && FrenchHolidays.Of(year, HolidayCalendar.AlsaceMoselle).Count == 12
            && FrenchHolidays.Of(year, HolidayCalendar.AlsaceMoselleGoodFriday).Count == 13
            && FrenchHolidays.Of(year, HolidayCalendar.AlsaceMoselleGoodFriday).All(h => h.Day.Year == year)).QuickCheckThrowOnFailure();

    [Fact]
    public void Ascension_may_fall_on_the_first_of_May()
    {
        FrenchHolidays.Of(2008, HolidayCalendar.France).Count(h => h.Day == new DateOnly(2008, 5, 1)).ShouldBe(2);
        FrenchHolidays.IsHoliday(new DateOnly(2008, 5, 1), HolidayCalendar.France).ShouldBeTrue();
        FrenchHolidays.IsHoliday(new DateOnly(2026, 4, 3), HolidayCalendar.AlsaceMoselle).ShouldBeFalse();
        FrenchHolidays.IsHoliday(new DateOnly(2026, 4, 3), HolidayCalendar.AlsaceMoselleGoodFriday).ShouldBeTrue();
    }

    [Fact]
    public void A_year_before_the_law_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => FrenchHolidays.Of(1946, HolidayCalendar.France));
}
