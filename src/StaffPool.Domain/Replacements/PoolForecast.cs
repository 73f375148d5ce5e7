using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Texts;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>How many half-days of one person a site loses in a month, dated or expected.</summary>
/// <param name="problem">Needs, and the plan in force.</param>
/// <param name="hours">Of the parts of a day.</param>
internal sealed class PoolForecast(AllocationProblem problem, DutyHours hours)
{
    private const int HalfDaysADay = 2;

    private readonly Dictionary<(Site, Period), int> open = [];
    private readonly Dictionary<(Site, Profession), Demand> demands = problem.Demands.ToDictionary(d => (d.Need.Site, d.Need.Profession));

    /// <summary>One per site that loses something.</summary>
    public IEnumerable<LostHalfDays> LostBy(ForecastAbsence absence, Period month)
    {
        if (!absence.Away.Any(a => a.First.Day <= month.End && month.Start <= a.Last.Day))
        {
            yield break;
        }

        var promised = (problem.PlanInForce?.Of(absence.Who) ?? []).ToLookup(a => a.Site, a => a.HalfDays);
        var dated = absence.Booked
            .Where(b => IsIn(month, b.Duty.Day) && absence.IsAway(b.Duty) && !absence.Covered.Any(c => c.Duty == b.Duty && c.Site == b.Site))
            .ToLookup(b => b.Site, b => b.Duty);
        foreach (var site in dated.Select(d => d.Key).Union(promised.Select(p => p.Key)))
        {
            var trace = new List<Text>();
            var counted = dated[site].Sum(WeightOf);
            if (counted > 0)
            {
                trace.Add(ReplacementTexts.Of("demand.step.dated", counted));
            }

            var expected = Expected(absence, site, promised[site].Sum(), month, trace);
            if (counted + expected > 0)
            {
                yield return new LostHalfDays(absence.Who, site, counted + expected, trace);
            }
        }
    }

    /// <summary>The legal floor of a site in a month, where what is left of the plan is below it.</summary>
    public TouchedFloor? FloorOf(Site site, Profession profession, Period month, decimal lost)
    {
        if (problem.PlanInForce is not { } plan || demands.GetValueOrDefault((site, profession)) is not { LegalMinimum: > 0 } demand)
        {
            return null;
        }

        var atLeast = demand.LegalMinimum * PartOf(site, month, problem.Period);
        var left = (plan.HalfDaysFor(demand.Need) * PartOf(site, month, plan.Period)) - lost;
        return left < atLeast
            ? new TouchedFloor(decimal.Round(atLeast, 1), decimal.Round(decimal.Max(0, left), 1), demand.Need.LegalMinimum!.Reference)
            : null;
    }

    private decimal Expected(ForecastAbsence absence, Site site, int promised, Period month, List<Text> trace)
    {
        if (promised == 0)
        {
            return 0;
        }

        var away = HalfDaysOf(site, month).Count(d => (absence.DatedUntil is not { } until || d.Day > until) && absence.IsAway(d));
        var all = OpenIn(site, problem.PlanInForce!.Period);
        if (away == 0 || all == 0)
        {
            return 0;
        }

        var expected = (decimal)promised * away / all;
        trace.Add(ReplacementTexts.Of("demand.step.expected", promised, all, away, expected));
        var covered = absence.Covered.Count(c => c.Site == site && IsIn(month, c.Duty.Day) && (absence.DatedUntil is not { } last || c.Duty.Day > last));
        if (covered > 0)
        {
            trace.Add(ReplacementTexts.Of("demand.step.covered", covered));
        }

        return decimal.Max(0, expected - covered);
    }

    private decimal PartOf(Site site, Period month, Period period) =>
        OpenIn(site, period) is var all and > 0 ? (decimal)OpenIn(site, month) / all : 0;

    private int OpenIn(Site site, Period period)
    {
        if (!open.TryGetValue((site, period), out var halfDays))
        {
            open.Add((site, period), halfDays = HalfDaysADay * WorkingDays(site, period).Count());
        }

        return halfDays;
    }

    private static IEnumerable<Duty> HalfDaysOf(Site site, Period month) =>
        WorkingDays(site, month).SelectMany(d => (Duty[])[new Duty(d, DutyPart.Morning), new Duty(d, DutyPart.Afternoon)]);

    // A promise is spread over the days from Monday to Friday on which the site is open.
    private static IEnumerable<DateOnly> WorkingDays(Site site, Period period) =>
        site.Opening.OpenDaysIn(period).Where(d => d.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private decimal WeightOf(Duty duty) => duty.Part == DutyPart.Night ? hours.HoursOf(duty) / hours.HoursOf(duty with { Part = DutyPart.Morning }) : 1;

    private static bool IsIn(Period month, DateOnly day) => month.Start <= day && day <= month.End;
}

/// <param name="Who">Whose they were.</param>
/// <param name="Site">Where.</param>
/// <param name="HalfDays">How many, not rounded.</param>
/// <param name="Trace">The steps, nobody named.</param>
internal sealed record LostHalfDays(Professional Who, Site Site, decimal HalfDays, IReadOnlyList<Text> Trace);
