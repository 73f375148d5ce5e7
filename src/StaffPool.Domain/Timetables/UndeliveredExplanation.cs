using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Timetables;

/// <summary>
/// Why a promise is not delivered in full: every half-day of the worked days of the period, under the first thing that
/// stood in its way.
/// </summary>
/// <param name="Delivery">What is missing.</param>
/// <param name="HalfDays">All half-days looked at: those delivered and those below.</param>
/// <param name="Obstacles">How many fell to what; <see cref="Obstacle.None"/> where nothing was found against them.</param>
public sealed record UndeliveredExplanation(Delivery Delivery, int HalfDays, IReadOnlyDictionary<Obstacle, int> Obstacles)
{
    /// <summary>One for each promise with half-days missing.</summary>
    public static IReadOnlyList<UndeliveredExplanation> Of(TimetableProblem problem, Timetable timetable) =>
        [.. Delivery.Of(problem, timetable).Where(d => d.Undelivered > 0).Select(d => Explain(problem, timetable, d))];

    private static UndeliveredExplanation Explain(TimetableProblem problem, Timetable timetable, Delivery delivery)
    {
        var (professional, site) = (delivery.Promise.Professional, delivery.Promise.Site);
        var perWeek = timetable.CalendarOf(professional).CountBy(c => Days.MondayOf(c.Slot.Day)).ToDictionary();
        var obstacles = new SortedDictionary<Obstacle, int>();
        foreach (var slot in problem.WorkedDays.SelectMany(d => new[] { new CalendarSlot(d, HalfDay.Morning), new CalendarSlot(d, HalfDay.Afternoon) }))
        {
            var at = timetable.SiteOf(professional, slot);
            if (at == site)
            {
                continue;
            }

            var obstacle = problem.SettledBefore > slot.Day ? Obstacle.Settled
                : problem.ObstacleTo(professional, site, slot) is not Obstacle.None and var before ? before
                : at is not null ? Obstacle.ElsewhereThen
                : Coupled(problem, timetable, delivery.Promise, slot)
                    ?? ByDay(problem, timetable, delivery.Promise, slot)
                    ?? (perWeek.GetValueOrDefault(Days.MondayOf(slot.Day)) >= problem.CalendarWeekLimitOf(professional) ? Obstacle.WeekFull : Obstacle.None);
            obstacles[obstacle] = obstacles.GetValueOrDefault(obstacle) + 1;
        }

        return new UndeliveredExplanation(delivery, 2 * problem.WorkedDays.Count, obstacles);
    }

    private static Obstacle? Coupled(TimetableProblem problem, Timetable timetable, Promise promise, CalendarSlot slot)
    {
        var present = timetable.PresentAt(promise.Site, slot).Select(c => c.Professional).ToList();
        return problem.Requests.RoomLimits.Any(limit =>
                limit.Site == promise.Site && limit.Concerns(promise.Professional) && present.Count(limit.Concerns) >= limit.AtOnce) ? Obstacle.RoomTaken
            : problem.Requests.ForbiddenPairs.Any(pair => pair.OtherThan(promise.Professional) is { } other && present.Contains(other)) ? Obstacle.ForbiddenPair
            : null;
    }

    private static Obstacle? ByDay(TimetableProblem problem, Timetable timetable, Promise promise, CalendarSlot slot) => slot.Half == HalfDay.Morning
        ? problem.RefusalOf(promise.Professional, promise.Site, timetable.SiteOf(promise.Professional, slot with { Half = HalfDay.Afternoon }))
        : problem.RefusalOf(promise.Professional, timetable.SiteOf(promise.Professional, slot with { Half = HalfDay.Morning }), promise.Site);
}
