using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>The hours of a day and the trip at midday, and what the professional's own working-time limits say of them.</summary>
internal sealed class WorkingDays(TimetableProblem problem)
{
    // Any day: none of the limits on a single day depends on which it is.
    private static readonly DateOnly SomeDay = new(2024, 1, 2);

    private readonly Dictionary<(string RuleSet, decimal Hours, bool Both, int TripMinutes), bool> known = [];
    private readonly Lock access = new();

    /// <summary>Why the two halves of a day may not be spent so; null where they may.</summary>
    public Obstacle? RefusalOf(Professional professional, Site? morning, Site? afternoon)
    {
        if (morning is null && afternoon is null)
        {
            return null;
        }

        var trip = TripOf(morning, afternoon);
        return trip > 0 && trip + problem.Setting(TimetableSettings.Meal) > problem.Setting(TimetableSettings.MiddayBreak) ? Obstacle.Travel
            : IsLegal(professional, morning, afternoon, trip) ? null
            : Obstacle.WorkingTime;
    }

    public int MinutesBetween(Site from, Site to) => from == to
        ? 0
        : (int)Math.Ceiling(problem.Distances.Between(from, to).Metres * 60m / 1000 / problem.Setting(TimetableSettings.RoadSpeed));

    /// <summary>In UTC: the clocks are those of Paris, and a half-day lasts a tenth of the contract's week.</summary>
    public IEnumerable<WorkedInterval> WorkOn(Professional professional, DateOnly day, Site? morning, Site? afternoon)
    {
        var half = (int)(professional.WorkingTime.HoursPerHalfDay * 60);
        var noon = problem.Setting(TimetableSettings.MorningStart) + half;
        var afternoonStart = noon + problem.Setting(TimetableSettings.MiddayBreak);
        if (morning is not null)
        {
            yield return new WorkedInterval(At(day, noon - half), At(day, noon));
        }

        if (TripOf(morning, afternoon) is > 0 and var trip)
        {
            yield return new WorkedInterval(At(day, noon), At(day, noon + trip), WorkKind.Travel);
        }

        if (afternoon is not null)
        {
            yield return new WorkedInterval(At(day, afternoonStart), At(day, afternoonStart + half));
        }
    }

    private static DateTime At(DateOnly day, int minutes) => ParisTime.At(day, new TimeOnly(minutes / 60, minutes % 60));

    private int TripOf(Site? morning, Site? afternoon) => morning is null || afternoon is null ? 0 : MinutesBetween(morning, afternoon);

    private bool IsLegal(Professional professional, Site? morning, Site? afternoon, int trip)
    {
        var key = (professional.WorkingTime.Id, professional.WorkingTime.WeeklyHours, morning is not null && afternoon is not null, trip);
        lock (access)
        {
            if (!known.TryGetValue(key, out var legal))
            {
                var limits = WorkingTimeLimits.For(professional.WorkingTime, problem.Period.Start);
                legal = limits.Check(WorkOn(professional, SomeDay, morning, afternoon)).All(b => b.Limit.Severity != Severity.Blocking);
                known.Add(key, legal);
            }

            return legal;
        }
    }
}
