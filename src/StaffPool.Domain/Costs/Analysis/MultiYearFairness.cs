using StaffPool.Domain.Calculations;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Costs.Analysis;

/// <summary>
/// What each member paid and what it used over several years: a member may pay a shared post two years without using it and
/// still gain on the whole (mémoire EHESP 2018), so one year alone says nothing.
/// </summary>
public static class MultiYearFairness
{
    /// <param name="years">Paid and used, by year and member; amounts used in one unit, not negative.</param>
    /// <param name="fewestYears">From <see cref="CostSettings.FairnessYears"/>.</param>
    /// <param name="gapPoints">From <see cref="CostSettings.FairnessGapPoints"/>.</param>
    /// <returns>One line per member, by identifier, and a warning for each lasting imbalance.</returns>
    public static (IReadOnlyList<FairnessLine> Lines, IReadOnlyList<Violation> Warnings) Of(
        IReadOnlyList<YearOfMember> years, int fewestYears, decimal gapPoints)
    {
        var paid = years.Sum(y => y.Paid.Euros);
        var used = years.Sum(y => y.Used);
        var count = years.Select(y => y.Year).Distinct().Count();
        var lines = years.GroupBy(y => y.MemberId, StringComparer.Ordinal)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g =>
            {
                var ofPaid = paid == 0 ? 0 : 100 * g.Sum(y => y.Paid.Euros) / paid;
                var ofUsed = used == 0 ? 0 : 100 * g.Sum(y => y.Used) / used;
                return new FairnessLine(
                    g.Key,
                    g.Sum(y => y.Paid),
                    g.Sum(y => y.Used),
                    new Traced<decimal>(ofPaid - ofUsed, [CostTexts.Of("costs.step.fairness", count, ofPaid, ofUsed, ofPaid - ofUsed)]));
            })
            .ToList();
        return (lines, count < fewestYears
            ? []
            :
            [
                .. from line in lines
                   where Math.Abs(line.GapPoints.Value) > gapPoints
                   select new Violation(
                       "costs.lasting-imbalance",
                       Severity.Warning,
                       CostTexts.Of("costs.lasting-imbalance", line.MemberId, line.GapPoints.Value, count, gapPoints),
                       [line.MemberId],
                       CostSettings.FairnessYears.Reference),
            ]);
    }
}

/// <param name="Year">Calendar year.</param>
/// <param name="MemberId">The member.</param>
/// <param name="Paid">What it paid after true-up.</param>
/// <param name="Used">What it used, in half-days or another unit common to all.</param>
public sealed record YearOfMember(int Year, string MemberId, Money Paid, decimal Used);

/// <param name="MemberId">The member.</param>
/// <param name="Paid">Over all years.</param>
/// <param name="Used">Over all years.</param>
/// <param name="GapPoints">Its part of the payments less its part of the use, in points out of 100.</param>
public sealed record FairnessLine(string MemberId, Money Paid, decimal Used, Traced<decimal> GapPoints);
