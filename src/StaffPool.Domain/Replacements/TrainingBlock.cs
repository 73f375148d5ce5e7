using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;

namespace StaffPool.Domain.Replacements;

/// <summary>
/// Half-days of training in the plan of somebody of the pool, between their interventions (GECAC-Tremplin, Guide ANAP 2011).
/// Training is work: the law is asked, and nobody is asked to replace meanwhile; it serves no site, so consent, stage and distance are not.
/// </summary>
public static class TrainingBlock
{
    /// <summary>Its half-days: from Monday to Friday, public holidays left out.</summary>
    /// <param name="first">First day.</param>
    /// <param name="last">Last day.</param>
    /// <param name="mornings">Whether mornings are of it.</param>
    /// <param name="afternoons">Whether afternoons are of it.</param>
    /// <param name="holidays">Of the place.</param>
    public static IReadOnlyList<Duty> DutiesOf(DateOnly first, DateOnly last, bool mornings, bool afternoons, HolidayCalendar holidays) =>
    [
        .. new DutySpan(new Duty(first, DutyPart.Morning), new Duty(last, DutyPart.Afternoon)).HalfDays()
            .Where(d => d.Day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !FrenchHolidays.IsHoliday(d.Day, holidays))
            .Where(d => d.Part == DutyPart.Morning ? mornings : afternoons),
    ];

    /// <summary>Everything that stands in the way: no contract, an absence, other work, the law.</summary>
    /// <param name="pool">Everybody.</param>
    /// <param name="person">Who learns.</param>
    /// <param name="block">Where and when.</param>
    public static IReadOnlyList<Violation> Assess(ReplacementPool pool, PoolPerson person, CoverNeed block)
    {
        List<ObstacleFound> found =
        [
            .. block.Duties.Select(d => (Duty: d, Obstacle: ReplacementSearch.At(pool, person, d)))
                .Where(d => d.Obstacle is not (null or Obstacle.Rest))
                .Select(d => new ObstacleFound(d.Obstacle!.Value, [d.Duty])),
        ];
        if (found.Count == 0)
        {
            found.AddRange(pool.Legal(person, [], [.. block.Duties.Select(d => new Engagement(d, block.Site))]).Select(b => new ObstacleFound(Obstacle.Legal, block.Duties, b)));
        }

        return ObstacleSentences.Of(pool, block, person, found);
    }
}
