using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce.Limits;

/// <summary>At least so many minutes free between the duties of two days.</summary>
/// <param name="Minutes">Least free time, travel between places being work.</param>
/// <param name="PauseMinutes">A shorter gap is a pause within a duty, by night over midnight.</param>
public sealed record DailyRest(int Minutes, int PauseMinutes) : WorkingTimeLimit
{
    public override string Code => "working-time.daily-rest";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        for (var i = 1; i < work.Effective.Count; i++)
        {
            var (before, after) = (work.Effective[i - 1], work.Effective[i]);
            var free = (after.Start - before.End).TotalMinutes;
            var (from, to) = (ParisTime.DayOf(before.Start), ParisTime.DayOf(after.Start));
            // No rest is owed before a call, and a whole one after the last. Parts of one day are the matter of the split day.
            if (after.Kind != WorkKind.CallOut && free >= PauseMinutes && free < Minutes && (from != to || before.Kind == WorkKind.CallOut))
            {
                yield return Breach(from, to, decimal.Round((decimal)free / 60, 2), Minutes / 60m);
            }
        }
    }
}

/// <summary>
/// How a day may be cut: so many vacations at most, each so long at least, in a limited span. A day that is not cut is
/// not concerned; travel joins what it links.
/// </summary>
/// <param name="MaxParts">Most vacations in the day.</param>
/// <param name="MinPartMinutes">Least length of each.</param>
/// <param name="MaxSpanMinutes">From the first start to the last end.</param>
/// <param name="PauseMinutes">A shorter gap is a pause and cuts nothing.</param>
/// <param name="RestMinutes">Free time that ends a duty.</param>
public sealed record SplitDay(int MaxParts, int MinPartMinutes, int MaxSpanMinutes, int PauseMinutes, int RestMinutes) : WorkingTimeLimit
{
    public override string Code => "working-time.split-day";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        foreach (var duty in work.Duties(RestMinutes, PauseMinutes))
        {
            var parts = Parts(duty);
            if (parts.Count < 2)
            {
                continue;
            }

            var (from, to) = (ParisTime.DayOf(parts[0].Start), ParisTime.DayOf(parts[^1].End));
            var span = (parts[^1].End - parts[0].Start).TotalMinutes;
            var shortest = parts.Min(p => p.Worked);
            if (parts.Count > MaxParts)
            {
                yield return new LimitBreach(this, from, to, parts.Count, MaxParts);
            }
            else if (span > MaxSpanMinutes)
            {
                yield return Breach(from, to, decimal.Round((decimal)span / 60, 2), MaxSpanMinutes / 60m);
            }
            else if (shortest < MinPartMinutes)
            {
                yield return Breach(from, to, decimal.Round(shortest / 60m, 2), MinPartMinutes / 60m);
            }
        }
    }

    private List<(DateTime Start, DateTime End, int Worked)> Parts(IReadOnlyList<WorkedInterval> duty)
    {
        var parts = new List<(DateTime Start, DateTime End, int Worked)>();
        // Who is called out does not cut her day: that is the matter of the rest.
        foreach (var interval in duty.Where(i => i.Kind != WorkKind.CallOut))
        {
            var worked = interval.Kind == WorkKind.Travel ? 0 : interval.Minutes;
            if (parts.Count > 0 && (interval.Start - parts[^1].End).TotalMinutes < PauseMinutes)
            {
                parts[^1] = (parts[^1].Start, interval.End, parts[^1].Worked + worked);
            }
            else
            {
                parts.Add((interval.Start, interval.End, worked));
            }
        }

        // A trip alone, home or to the next place, is no vacation.
        return [.. parts.Where(p => p.Worked > 0)];
    }
}

/// <summary>
/// At least one stretch of free time in every week from Monday to Sunday. One that starts in the week counts whole, one
/// that has begun before counts from Monday on.
/// </summary>
/// <param name="Minutes">Least length of the stretch.</param>
public sealed record WeeklyRest(int Minutes) : WorkingTimeLimit
{
    public override string Code => "working-time.weekly-rest";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        var next = 0;
        for (var monday = Days.MondayOf(span.Start); monday <= span.End; monday = monday.AddDays(7))
        {
            var (start, end) = (ParisTime.StartOf(monday), ParisTime.StartOf(monday.AddDays(7)));
            var free = start;
            var longest = 0.0;
            while (next < work.Effective.Count && work.Effective[next].Start < end)
            {
                longest = Math.Max(longest, (work.Effective[next].Start - free).TotalMinutes);
                free = work.Effective[next].End > free ? work.Effective[next].End : free;
                next++;
            }

            if (free < end)
            {
                var until = next < work.Effective.Count ? work.Effective[next].Start : DateTime.MaxValue;
                longest = Math.Max(longest, (until - free).TotalMinutes);
            }

            if (longest < Minutes)
            {
                yield return Breach(monday, monday.AddDays(6), decimal.Round((decimal)longest / 60, 2), Minutes / 60m);
            }
        }
    }
}

/// <summary>At most so many worked days from Monday to Sunday.</summary>
public sealed record WorkedDaysAWeek(int Days) : WorkingTimeLimit
{
    public override string Code => "working-time.days-a-week";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        for (var monday = Calendar.Days.MondayOf(span.Start); monday <= span.End; monday = monday.AddDays(7))
        {
            var worked = Enumerable.Range(0, 7).Count(i => work.IsWorked(monday.AddDays(i)));
            if (worked > Days)
            {
                yield return Breach(monday, monday.AddDays(6), worked, Days);
            }
        }
    }
}
