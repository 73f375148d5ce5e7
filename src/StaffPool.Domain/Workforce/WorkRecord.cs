using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce;

/// <summary>The working time of one person as the limits look at it: by instant, by day and by duty. Unknown time is free.</summary>
public sealed class WorkRecord
{
    private readonly Dictionary<DateOnly, int> minutes;
    private readonly Dictionary<DateOnly, int> minutesWithoutOvertime;
    private readonly Dictionary<DateOnly, int> onCallMinutes;

    /// <param name="work">In any order; effective work may not overlap effective work.</param>
    public WorkRecord(IEnumerable<WorkedInterval> work)
    {
        var all = work.OrderBy(w => w.Start).ToList();
        Effective = [.. all.Where(w => w.IsEffectiveWork)];
        OnCall = [.. all.Where(w => !w.IsEffectiveWork)];
        minutes = ByDay(Effective);
        minutesWithoutOvertime = Effective.Any(w => w.IsOvertime) ? ByDay(Effective.Where(w => !w.IsOvertime)) : minutes;
        onCallMinutes = ByDay(OnCall);
    }

    /// <summary>Effective work, by start.</summary>
    public IReadOnlyList<WorkedInterval> Effective { get; }

    /// <summary>Time on call at home, by start.</summary>
    public IReadOnlyList<WorkedInterval> OnCall { get; }

    /// <summary>First and last day with effective work; null where there is none.</summary>
    public Period? Days => Effective.Count == 0 ? null : new Period(minutes.Keys.Min(), minutes.Keys.Max());

    /// <summary>First and last day with time on call; null where there is none.</summary>
    public Period? OnCallDays => OnCall.Count == 0 ? null : new Period(onCallMinutes.Keys.Min(), onCallMinutes.Keys.Max());

    /// <summary>Minutes of effective work between two midnights of Paris.</summary>
    public int MinutesOn(DateOnly day) => minutes.GetValueOrDefault(day);

    public int MinutesWithoutOvertimeOn(DateOnly day) => minutesWithoutOvertime.GetValueOrDefault(day);

    public int OnCallMinutesOn(DateOnly day) => onCallMinutes.GetValueOrDefault(day);

    /// <summary>A day on which a night ends is worked, and no rest day.</summary>
    public bool IsWorked(DateOnly day) => minutes.ContainsKey(day);

    /// <summary>
    /// Effective work cut wherever the person is free for a daily rest, or for more than a pause until work that starts on
    /// another day: whether that is rest enough is another matter.
    /// </summary>
    public IEnumerable<IReadOnlyList<WorkedInterval>> Duties(int restMinutes, int pauseMinutes)
    {
        var duty = new List<WorkedInterval>();
        foreach (var interval in Effective)
        {
            if (duty.Count > 0)
            {
                var free = (interval.Start - duty[^1].End).TotalMinutes;
                if (free >= restMinutes || (free >= pauseMinutes && ParisTime.DayOf(interval.Start) != ParisTime.DayOf(duty[^1].Start)))
                {
                    yield return duty;
                    duty = [];
                }
            }

            duty.Add(interval);
        }

        if (duty.Count > 0)
        {
            yield return duty;
        }
    }

    private static Dictionary<DateOnly, int> ByDay(IEnumerable<WorkedInterval> work)
    {
        var days = new Dictionary<DateOnly, int>();
        foreach (var interval in work)
        {
            var start = interval.Start;
            for (var day = ParisTime.DayOf(start); start < interval.End; day = day.AddDays(1))
            {
                var midnight = ParisTime.StartOf(day.AddDays(1));
                var end = midnight < interval.End ? midnight : interval.End;
                days[day] = days.GetValueOrDefault(day) + (int)(end - start).TotalMinutes;
                start = end;
            }
        }

        return days;
    }
}
