using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using StaffPool.Domain.Geography;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// Holds a person's work, an assignment added, against the limits of their own contract: <see cref="WorkingTimeLimits"/>.
/// The trip between two sites of one day is work, and must fit between them.
/// </summary>
/// <param name="terms">Hours and road speed.</param>
/// <param name="distances">Between sites.</param>
public sealed class LegalLimits(ReplacementTerms terms, DistanceMatrix distances)
{
    // A fortnight may begin before the assignment and end after it.
    private const int Fortnight = 2 * 7;

    private static readonly LegalReference Trip = new("Temps de trajet entre deux lieux de travail : travail effectif (code du travail L.3121-4)", Confidence.Inferred);

    private readonly ConcurrentDictionary<Duty, (DateTime Start, DateTime End)> spans = [];
    private readonly ConditionalWeakTable<PoolPerson, IReadOnlyList<Engagement>> ordered = [];

    /// <inheritdoc cref="LegalCheck"/>
    public IReadOnlyList<Violation> Check(PoolPerson person, IReadOnlyList<Engagement> freed, IReadOnlyList<Engagement> added)
    {
        if (added.Count == 0)
        {
            return [];
        }

        var professional = person.Professional;
        var limits = WorkingTimeLimits.For(professional.WorkingTime, added[0].Duty.Day);
        var (from, to) = (added.Min(a => a.Duty.Day).AddDays(-DaysBefore(limits)), added.Max(a => a.Duty.Day).AddDays(Fortnight));
        var kept = ordered.GetValue(person, p => [.. p.Engagements.OrderBy(e => e.Duty)])
            .Where(e => e.Duty.Day >= from && e.Duty.Day <= to && !freed.Any(f => f.Duty == e.Duty)).ToList();
        List<Engagement> all = [.. kept.Concat(added).OrderBy(e => e.Duty)];
        if (TripThatDoesNotFit(all, added) is { } trip)
        {
            return [new Violation("replacement.trip", Severity.Blocking, trip, [person.Professional.Id], Trip)];
        }

        var before = IntervalsOf(kept);
        var after = IntervalsOf(all);
        return
        [
            .. limits.CheckAdded(before, after.Except(before))
                .Where(b => b.Limit.Severity == Severity.Blocking)
                .Select(b => b.Of(professional.Id, professional.Name)),
        ];
    }

    // An average over weeks looks that far back, and no other limit further than a fortnight.
    private static int DaysBefore(WorkingTimeLimits limits) =>
        Fortnight + (7 * limits.Limits.OfType<CalendarWeekCap>().Select(c => c.Weeks).DefaultIfEmpty(0).Max());

    private List<WorkedInterval> IntervalsOf(List<Engagement> engagements)
    {
        var work = new List<WorkedInterval>(engagements.Count + 8);
        for (var i = 0; i < engagements.Count; i++)
        {
            var (start, end) = SpanOf(engagements[i].Duty);
            work.Add(new WorkedInterval(start, end));
            if (i + 1 < engagements.Count && engagements[i + 1].Duty.Day == engagements[i].Duty.Day && MinutesOf(engagements[i], engagements[i + 1]) is > 0 and var minutes)
            {
                work.Add(new WorkedInterval(end, end.AddMinutes(minutes), WorkKind.Travel));
            }
        }

        return work;
    }

    private Texts.Text? TripThatDoesNotFit(List<Engagement> all, IReadOnlyList<Engagement> added)
    {
        for (var i = 0; i + 1 < all.Count; i++)
        {
            var (first, second) = (all[i], all[i + 1]);
            if (first.Duty.Day != second.Duty.Day || !(added.Contains(first) || added.Contains(second)))
            {
                continue;
            }

            var (minutes, gap) = (MinutesOf(first, second), (int)(SpanOf(second.Duty).Start - SpanOf(first.Duty).End).TotalMinutes);
            if (minutes > gap)
            {
                return ReplacementTexts.Of("legal.trip", first.Site.Name, second.Site.Name, minutes, gap);
            }
        }

        return null;
    }

    private int MinutesOf(Engagement first, Engagement second) =>
        (int)Math.Ceiling(distances.Between(first.Site, second.Site).Metres * 60m / (terms.RoadSpeed * 1000m));

    private (DateTime Start, DateTime End) SpanOf(Duty duty) => spans.GetOrAdd(duty, terms.Hours.SpanOf);
}
