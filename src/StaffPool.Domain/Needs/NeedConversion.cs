using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;

namespace StaffPool.Domain.Needs;

/// <summary>
/// Turns a declared quantity into whole half-days, with the steps shown. The unit of the grouping is the
/// half-day a year (Guide ANAP 2011, GCSMS du Centre de Picardie); everything else is converted to it first.
/// </summary>
/// <param name="HoursPerHalfDay">Hours in a half-day, 3.5 for a week of 35 hours.</param>
/// <param name="HoursPerFullTime">Hours a year of a full-time post, 1,607 by default.</param>
public sealed record NeedConversion(decimal HoursPerHalfDay, decimal HoursPerFullTime)
{
    /// <summary>Whole half-days a year, rounded half up.</summary>
    /// <param name="quantity">What was declared.</param>
    /// <param name="opening">Opening of the site: "per week" counts only the weeks when it is open.</param>
    /// <exception cref="DomainException">The amount is negative, or n in "every n weeks" is below 1.</exception>
    public Traced<int> PerYear(NeedQuantity quantity, OpeningCalendar opening)
    {
        if (quantity.Amount < 0)
        {
            throw new DomainException(NeedTexts.Of("needs.negative", quantity.Amount));
        }

        if (quantity.EveryWeeks < 1)
        {
            throw new DomainException(NeedTexts.Of("needs.every-weeks", quantity.EveryWeeks));
        }

        var amount = quantity.Amount;
        var (exact, step) = quantity.Unit switch
        {
            NeedUnit.HalfDaysPerYear => (amount, NeedTexts.Of("needs.per-year", amount)),
            NeedUnit.HalfDaysPerHalfYear => (amount * 2, NeedTexts.Of("needs.per-half-year", amount, amount * 2)),
            NeedUnit.HalfDaysPerWeek => Weekly(amount),
            NeedUnit.FullTimeEquivalent => FullTime(amount, "needs.fte", amount),
            NeedUnit.PercentOfFullTime => FullTime(amount / 100, "needs.percent", amount),
            NeedUnit.HoursPerWeek => Hourly(amount, 1),
            NeedUnit.HoursPerWeeks => Hourly(amount, quantity.EveryWeeks),
            NeedUnit.DaysPerMonth => Monthly(amount),
            _ => throw new DomainException($"Unknown unit {quantity.Unit}."),
        };
        var rounded = (int)decimal.Round(exact, MidpointRounding.AwayFromZero);
        return rounded == exact
            ? new Traced<int>(rounded, [step])
            : new Traced<int>(rounded, [step, NeedTexts.Of("needs.rounded", exact, rounded)]);

        (decimal, Text) Weekly(decimal halfDays)
        {
            var result = halfDays * opening.WeeksPerYear;
            return (result, NeedTexts.Of("needs.per-week", halfDays, opening.WeeksPerYear, result));
        }

        (decimal, Text) FullTime(decimal posts, string key, decimal shown)
        {
            var result = posts * HoursPerFullTime / HoursPerHalfDay;
            return (result, NeedTexts.Of(key, shown, HoursPerFullTime, HoursPerHalfDay, result));
        }

        (decimal, Text) Hourly(decimal hours, int everyWeeks)
        {
            var result = hours * opening.WeeksPerYear / everyWeeks / HoursPerHalfDay;
            return (result, NeedTexts.Of("needs.hours", hours, everyWeeks, opening.WeeksPerYear, HoursPerHalfDay, result));
        }

        (decimal, Text) Monthly(decimal days)
        {
            var result = days * 2 * opening.MonthsPerYear;
            return (result, NeedTexts.Of("needs.days-per-month", days, opening.MonthsPerYear, result));
        }
    }

    /// <summary>
    /// Whole half-days of one period. Counted from running totals, so that the periods of a year always add up to
    /// the year: 25 a year are 13 in the first half and 12 in the second.
    /// </summary>
    public Traced<int> In(Period period, NeedQuantity quantity, OpeningCalendar opening)
    {
        var perYear = PerYear(quantity, opening);
        var halfDays = (int)(RunningTotal(perYear.Value, period.End.AddDays(1)) - RunningTotal(perYear.Value, period.Start));
        return period.YearFraction == 1 && halfDays == perYear.Value
            ? perYear
            : new Traced<int>(
                halfDays,
                [.. perYear.Trace, NeedTexts.Of("needs.in-period", perYear.Value, period.Start, period.End, halfDays)]);
    }

    // Every month is a twelfth, its days share it: it never falls back, as counting some days in months and others in
    // 365ths would (1 March is 2/12 of the year, 2 March 60/365, which is less).
    private static long RunningTotal(int perYear, DateOnly before)
    {
        var elapsed = (before.Month - 1 + ((before.Day - 1) / (decimal)DateTime.DaysInMonth(before.Year, before.Month))) / 12;
        return ((long)perYear * (before.Year - 1)) + (long)decimal.Round(perYear * elapsed, MidpointRounding.AwayFromZero);
    }
}
