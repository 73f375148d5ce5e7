using StaffPool.Domain.Calculations;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Governance;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// What absences known ahead (leave, maternity, ends of contract, retirements) will ask of the pool, month by month:
/// docs/remplacements.md. Where a timetable is published its half-days are counted; after it the plan in force is taken to go
/// on at its pace.
/// </summary>
public static class PoolDemand
{
    private const int MonthsAYear = 12;

    /// <param name="horizon">Whole months.</param>
    /// <param name="absences">One per person.</param>
    /// <param name="problem">Needs, and the plan in force.</param>
    /// <param name="hours">Of the parts of a day: a night weighs as many half-days as it holds.</param>
    /// <returns>One per month and profession that miss something, in order of months and names.</returns>
    public static IReadOnlyList<PoolDemandMonth> Of(
        Period horizon, IReadOnlyList<ForecastAbsence> absences, AllocationProblem problem, DutyHours hours)
    {
        var forecast = new PoolForecast(problem, hours);
        return
        [
            .. from month in MonthsOf(horizon)
               from profession in absences.GroupBy(a => a.Who.Profession)
               let sites = SitesOf(forecast, month, profession.Key, [.. profession])
               where sites.Count > 0
               orderby month.Start, profession.Key.Name
               select MonthOf(month, profession.Key, sites, problem.Grouping.Agreement),
        ];
    }

    private static IEnumerable<Period> MonthsOf(Period horizon)
    {
        for (var first = horizon.Start; first <= horizon.End; first = first.AddMonths(1))
        {
            yield return new Period(first, first.AddMonths(1).AddDays(-1));
        }
    }

    private static List<(SiteDemand Demand, IReadOnlyList<Professional> Who)> SitesOf(
        PoolForecast forecast, Period month, Profession profession, IReadOnlyList<ForecastAbsence> absences)
    {
        var lost = absences.SelectMany(a => forecast.LostBy(a, month)).ToList();
        return
        [
            .. from site in lost.GroupBy(l => l.Site)
               let halfDays = decimal.Round(site.Sum(l => l.HalfDays), 1, MidpointRounding.AwayFromZero)
               where halfDays > 0
               orderby halfDays descending, site.Key.Name
               select (
                   new SiteDemand(
                       site.Key, new Traced<decimal>(halfDays, TraceOf([.. site], halfDays)), forecast.FloorOf(site.Key, profession, month, site.Sum(l => l.HalfDays))),
                   (IReadOnlyList<Professional>)[.. site.Select(l => l.Who)]),
        ];
    }

    private static List<Text> TraceOf(List<LostHalfDays> lost, decimal sum) =>
        lost.Count == 1 && lost[0].Trace.Count == 1
            ? [.. lost[0].Trace]
            : [.. lost.SelectMany(l => l.Trace), ReplacementTexts.Of("demand.step.sum", lost.Select(l => l.Who).Distinct().Count(), sum)];

    private static PoolDemandMonth MonthOf(
        Period month, Profession profession, List<(SiteDemand Demand, IReadOnlyList<Professional> Who)> sites, FoundingAgreement agreement)
    {
        var (perHalfDay, perYear) = (agreement.ValueOf(AgreementSettings.HoursPerHalfDay, month.Start), agreement.ValueOf(AgreementSettings.HoursPerFullTime, month.Start));
        var halfDays = sites.Sum(s => s.Demand.HalfDays.Value);
        var fullTime = decimal.Round(halfDays * perHalfDay * MonthsAYear / perYear, 2, MidpointRounding.AwayFromZero);
        return new PoolDemandMonth(
            month,
            profession,
            sites.SelectMany(s => s.Who).Distinct().Count(),
            new Traced<decimal>(halfDays, [ReplacementTexts.Of("demand.step.sites", sites.Count, halfDays)]),
            new Traced<decimal>(fullTime, [ReplacementTexts.Of("demand.step.full-time", halfDays, perHalfDay, MonthsAYear, perYear, fullTime)]),
            [.. sites.Select(s => s.Demand)]);
    }
}

/// <param name="Month">First to last day.</param>
/// <param name="Profession">Whose half-days are missing.</param>
/// <param name="People">How many people's half-days they are.</param>
/// <param name="HalfDays">That nobody will serve.</param>
/// <param name="FullTime">Full-time equivalents of the pool that would serve them.</param>
/// <param name="Sites">Where, the most first.</param>
public sealed record PoolDemandMonth(
    Period Month, Profession Profession, int People, Traced<decimal> HalfDays, Traced<decimal> FullTime, IReadOnlyList<SiteDemand> Sites);

/// <param name="Site">Where.</param>
/// <param name="HalfDays">That nobody will serve there.</param>
/// <param name="Floor">What the law asks for and would not have; null where it has it, or asks for nothing.</param>
public sealed record SiteDemand(Site Site, Traced<decimal> HalfDays, TouchedFloor? Floor);

/// <param name="AtLeast">Half-days that the law asks for in the month.</param>
/// <param name="Left">Half-days that the plan leaves there.</param>
/// <param name="Reference">The text.</param>
public sealed record TouchedFloor(decimal AtLeast, decimal Left, LegalReference Reference);
