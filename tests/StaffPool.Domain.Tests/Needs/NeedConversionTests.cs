using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Tests.Needs;

public sealed class NeedConversionTests
{
    private static readonly NeedConversion Conversion = new(3.5m, 1607);
    private static readonly OpeningCalendar Ime = new(210, 5);

    [Theory]
    [InlineData(120, NeedUnit.HalfDaysPerYear, 1, 120)]
    [InlineData(60, NeedUnit.HalfDaysPerHalfYear, 1, 120)]
    [InlineData(2, NeedUnit.HalfDaysPerWeek, 1, 104)]
    [InlineData(5, NeedUnit.HalfDaysPerWeek, 1, 260)] // pharmacist asked of the hospital by EPSA's partner (EPSA L3213-3217)
    [InlineData(20, NeedUnit.PercentOfFullTime, 1, 92)] // dietician of the EPSA (EPSA L901): 20 % x 1,607 / 3.5 = 91.83
    [InlineData(0.2, NeedUnit.FullTimeEquivalent, 1, 92)]
    [InlineData(1, NeedUnit.FullTimeEquivalent, 1, 459)]
    [InlineData(14, NeedUnit.HoursPerWeek, 1, 208)]
    [InlineData(21, NeedUnit.HoursPerWeeks, 2, 156)]
    [InlineData(3, NeedUnit.DaysPerMonth, 1, 72)]
    [InlineData(0, NeedUnit.FullTimeEquivalent, 1, 0)]
    public void A_quantity_becomes_half_days_a_year(double amount, NeedUnit unit, int everyWeeks, int halfDays)
    {
        var converted = Conversion.PerYear(new NeedQuantity((decimal)amount, unit, everyWeeks), OpeningCalendar.AllYear);

        converted.Value.ShouldBe(halfDays);
        converted.Trace.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData(4, NeedUnit.HalfDaysPerWeek, 168)] // an IME opens 210 days on five a week (EPSA L195-201): 42 weeks
    [InlineData(7, NeedUnit.HoursPerWeek, 84)]
    [InlineData(3, NeedUnit.DaysPerMonth, 58)] // 3 x 2 x 42 x 12 / 52 = 58.15
    [InlineData(0.4, NeedUnit.FullTimeEquivalent, 184)] // a post is a post, whenever the site is open
    [InlineData(30, NeedUnit.HalfDaysPerYear, 30)]
    public void What_is_asked_by_the_week_counts_only_when_the_site_is_open(double amount, NeedUnit unit, int halfDays) =>
        Conversion.PerYear(new NeedQuantity((decimal)amount, unit), Ime).Value.ShouldBe(halfDays);

    [Fact]
    public void Halves_are_rounded_up() =>
        Conversion.PerYear(new NeedQuantity(12.5m, NeedUnit.HalfDaysPerYear), OpeningCalendar.AllYear).Value.ShouldBe(13);

    [Fact]
    public void The_steps_read_in_both_languages()
    {
        var trace = Conversion.PerYear(new NeedQuantity(20, NeedUnit.PercentOfFullTime), OpeningCalendar.AllYear).Trace;

        trace.Select(t => t.In(CultureInfo.GetCultureInfo("en-GB"))).ShouldBe(
            ["20 % of a full-time post × 1,607 h a year ÷ 3.5 h per half-day = 91.83 half-days a year", "91.83 rounded to 92 half-days"]);
        trace[1].ToString().ShouldBe("91,83 arrondi à 92 demi-journées");
    }

    [Theory]
    [InlineData(-1, 1, "needs.negative")]
    [InlineData(1, 0, "needs.every-weeks")]
    public void What_has_no_meaning_throws(decimal amount, int everyWeeks, string key) =>
        Should.Throw<DomainException>(() => Conversion.PerYear(
                new NeedQuantity(amount, NeedUnit.HoursPerWeeks, everyWeeks), OpeningCalendar.AllYear))
            .Text.ShouldNotBeNull().Key.ShouldBe(key);

    [Fact]
    public void More_is_never_converted_to_less() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from unit in Gen.Elements(Enum.GetValues<NeedUnit>())
         from cents in Gen.Choose(0, 100_000)
         from more in Gen.Choose(0, 100_000)
         from days in Gen.Choose(1, 365)
         from weeks in Gen.Choose(1, 8)
         select (unit, less: cents / 100m, more: (cents + more) / 100m, opening: new OpeningCalendar(days, 5), weeks)).ToArbitrary(),
        c => Conversion.PerYear(new NeedQuantity(c.less, c.unit, c.weeks), c.opening).Value
            <= Conversion.PerYear(new NeedQuantity(c.more, c.unit, c.weeks), c.opening).Value));

    [Fact]
    public void The_halves_and_the_months_of_a_year_add_up_to_the_year() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from year in Gen.Choose(1999, 2040) from asked in Gen.Choose(0, 2000) select (year, asked)).ToArbitrary(),
        c =>
        {
            var perYear = In(Period.Year(c.year), c.asked);
            var months = Enumerable.Range(1, 12).Select(m => new DateOnly(c.year, m, 1));
            return perYear == c.asked
                && In(Period.HalfYear(c.year, 1), c.asked) + In(Period.HalfYear(c.year, 2), c.asked) == perYear
                && months.Sum(m => In(new Period(m, m.AddMonths(1).AddDays(-1)), c.asked)) == perYear;
        }));

    [Fact]
    public void A_year_cut_on_any_days_adds_up_to_the_year_and_no_part_is_negative() => Check.QuickThrowOnFailure(Prop.ForAll(
        (from year in Gen.Choose(1999, 2040)
         from asked in Gen.Choose(0, 2000)
         from cuts in Gen.Choose(1, 365).ListOf(6)
         select (year, asked, cuts)).ToArbitrary(),
        c =>
        {
            var whole = Period.Year(c.year);
            var starts = c.cuts.Select(d => whole.Start.AddDays(d)).Where(d => d <= whole.End)
                .Append(whole.Start).Distinct().Order().ToList();
            var parts = starts.Zip(starts.Skip(1).Append(whole.End.AddDays(1)), (a, b) => In(new Period(a, b.AddDays(-1)), c.asked)).ToList();
            return parts.Sum() == c.asked && parts.All(p => p >= 0);
        }));

    [Theory]
    [InlineData(2026)]
    [InlineData(2028)]
    public void The_days_of_a_year_add_up_to_the_year_and_none_is_negative(int year)
    {
        var days = Enumerable.Range(0, Period.Year(year).Days).Select(d => new DateOnly(year, 1, 1).AddDays(d));

        var parts = days.Select(d => In(new Period(d, d), 2_000)).ToList();

        parts.ShouldAllBe(p => p >= 5 && p <= 7);
        parts.Sum().ShouldBe(2_000);
    }

    [Fact]
    public void A_leap_year_less_its_first_day_is_less_than_the_year()
    {
        var first = new DateOnly(2028, 1, 1);

        (In(new Period(first, first), 2_000) + In(new Period(first.AddDays(1), new DateOnly(2028, 12, 31)), 2_000)).ShouldBe(2_000);
    }

    [Fact]
    public void Twelve_months_from_any_first_of_month_are_a_year() =>
        Enumerable.Range(1, 12).Select(m => new DateOnly(2027, m, 1))
            .ShouldAllBe(start => In(new Period(start, start.AddYears(1).AddDays(-1)), 365) == 365);

    [Fact]
    public void Twenty_five_a_year_are_thirteen_then_twelve()
    {
        In(Period.HalfYear(2026, 1), 25).ShouldBe(13);
        In(Period.HalfYear(2026, 2), 25).ShouldBe(12);
    }

    private static int In(Period period, int perYear) =>
        Conversion.In(period, new NeedQuantity(perYear, NeedUnit.HalfDaysPerYear), OpeningCalendar.AllYear).Value;
}
