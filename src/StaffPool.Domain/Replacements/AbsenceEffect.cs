using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Replacements;

/// <summary>What an absence does, on every site at once: half-days lost, promises not kept, legal floors broken.</summary>
/// <param name="Professional">Who is away.</param>
/// <param name="Span">When.</param>
/// <param name="Sites">One per site that loses something, the most half-days first.</param>
public sealed record AbsenceEffect(Professional Professional, DutySpan Span, IReadOnlyList<SiteEffect> Sites)
{
    private const int WeekDays = 7;

    /// <param name="professional">Who is away.</param>
    /// <param name="span">When.</param>
    /// <param name="engagements">What everybody of the profession does, whole weeks of the absence: dated half-days.</param>
    /// <param name="problem">Needs of the period.</param>
    /// <param name="plan">What was promised; null where nothing is.</param>
    public static AbsenceEffect Of(
        Professional professional, DutySpan span, IReadOnlyList<(Professional Who, Engagement What)> engagements, AllocationProblem problem, AllocationPlan? plan)
    {
        var lost = engagements.Where(e => e.Who == professional && span.Contains(e.What.Duty)).ToLookup(e => e.What.Site, e => e.What.Duty);
        var promised = (plan?.Of(professional) ?? []).ToLookup(a => a.Site, a => a.HalfDays);
        var demands = problem.Demands.Where(d => d.Need.Profession == professional.Profession).ToDictionary(d => d.Need.Site);
        var part = PartOf(span, problem.Period);
        var sites = lost.Select(l => l.Key).Union(part > 0 ? promised.Select(p => p.Key) : []);
        return new AbsenceEffect(
            professional,
            span,
            [
                .. from site in sites
                   let demand = demands.GetValueOrDefault(site)
                   let duties = lost[site].Order().ToList()
                   let quota = promised[site].Sum()
                   select new SiteEffect(
                       site, duties, demand?.Need.IsPriority == true, quota,
                       lost.Count > 0 ? duties.Count : decimal.Round(quota * part, 1),
                       demand is null || duties.Count == 0 ? [] : Floors(site, demand, duties, engagements, problem.Period)) into effect
                   where effect.PromisedLost > 0
                   orderby effect.PromisedLost descending, effect.Site.Name
                   select effect,
            ]);
    }

    // Where no half-day is dated yet, a promise is spread evenly over the working days of its period.
    private static decimal PartOf(DutySpan span, Period period)
    {
        var from = new Duty(period.Start, DutyPart.Morning);
        var to = new Duty(period.End, DutyPart.Afternoon);
        var all = WorkingHalfDays(new DutySpan(from, to));
        return span.Last < from || to < span.First || all == 0
            ? 0
            : (decimal)WorkingHalfDays(new DutySpan(span.First < from ? from : span.First, to < span.Last ? to : span.Last)) / all;
    }

    private static int WorkingHalfDays(DutySpan span) =>
        span.HalfDays().Count(d => d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    private static List<BrokenFloor> Floors(
        Site site, Demand demand, List<Duty> lost, IReadOnlyList<(Professional Who, Engagement What)> engagements, Period period)
    {
        if (demand.LegalMinimum == 0)
        {
            return [];
        }

        var aWeek = (decimal)demand.LegalMinimum * WeekDays / period.Days;
        var served = engagements.Where(e => e.What.Site == site).ToLookup(e => Days.MondayOf(e.What.Duty.Day));
        return
        [
            .. from week in lost.GroupBy(d => Days.MondayOf(d.Day))
               let left = served[week.Key].Count() - week.Count()
               where left < decimal.Floor(aWeek)
               orderby week.Key
               select new BrokenFloor(week.Key, decimal.Floor(aWeek), left, demand.Need.LegalMinimum!.Reference),
        ];
    }
}

/// <param name="Site">Where.</param>
/// <param name="Lost">Dated half-days that nobody serves now; empty where no timetable is published.</param>
/// <param name="IsPriority">Whether the need is served before the others.</param>
/// <param name="Promised">Half-days of the whole period in the plan in force.</param>
/// <param name="PromisedLost">Those lost; an even share of the promise where none is dated.</param>
/// <param name="Floors">Weeks in which the law asks for more than is left.</param>
public sealed record SiteEffect(
    Site Site, IReadOnlyList<Duty> Lost, bool IsPriority, int Promised, decimal PromisedLost, IReadOnlyList<BrokenFloor> Floors);

/// <param name="Monday">First day of the week.</param>
/// <param name="AtLeast">Half-days that the law asks for.</param>
/// <param name="Left">Half-days that are left.</param>
/// <param name="Reference">The text.</param>
public sealed record BrokenFloor(DateOnly Monday, decimal AtLeast, int Left, LegalReference Reference);
