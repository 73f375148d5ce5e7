using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce.Limits;

/// <summary>At most so many minutes of effective work in any run of days, overtime included.</summary>
/// <param name="Days">Length of the sliding window, in days from midnight to midnight.</param>
/// <param name="Minutes">Most in the window.</param>
public sealed record SlidingCap(int Days, int Minutes) : WorkingTimeLimit
{
    public override string Code => "working-time.sliding";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        var total = 0;
        for (var day = span.Start; day <= span.End; day = day.AddDays(1))
        {
            total += work.MinutesOn(day) - work.MinutesOn(day.AddDays(-Days));
            // Told where the window ends on a worked day: the days off that follow repeat it.
            if (total > Minutes && work.IsWorked(day))
            {
                yield return Breach(day.AddDays(1 - Days), day, total / 60m, Minutes / 60m);
            }
        }
    }
}

/// <summary>At most so many minutes from Monday to Sunday, on average over so many weeks.</summary>
/// <param name="Weeks">Weeks of the average; 1 for every week by itself.</param>
/// <param name="Minutes">Most a week.</param>
/// <param name="CountsOvertime">Whether overtime is in the cap.</param>
public sealed record CalendarWeekCap(int Weeks, int Minutes, bool CountsOvertime) : WorkingTimeLimit
{
    public override string Code => Weeks == 1 ? "working-time.week" : "working-time.average";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        var total = 0;
        for (var monday = Days.MondayOf(span.Start); monday <= span.End; monday = monday.AddDays(7))
        {
            var first = monday.AddDays(-7 * (Weeks - 1));
            total += In(work, monday) - In(work, first.AddDays(-7));
            if (total > Minutes * Weeks)
            {
                yield return Breach(first, monday.AddDays(6), decimal.Round(total / 60m / Weeks, 2), Minutes / 60m);
            }
        }
    }

    private int In(WorkRecord work, DateOnly monday)
    {
        var total = 0;
        for (var i = 0; i < 7; i++)
        {
            total += CountsOvertime ? work.MinutesOn(monday.AddDays(i)) : work.MinutesWithoutOvertimeOn(monday.AddDays(i));
        }

        return total;
    }
}

/// <summary>At most so many minutes of effective work in one duty, by day or by night.</summary>
/// <param name="DayMinutes">Most in a duty by day.</param>
/// <param name="NightMinutes">Most in a duty that is one of night (see <see cref="NightHours"/>).</param>
/// <param name="RestMinutes">Free time that ends a duty.</param>
/// <param name="PauseMinutes">A shorter gap is a pause within a duty, by night over midnight.</param>
public sealed record DutyCap(int DayMinutes, int NightMinutes, int RestMinutes, int PauseMinutes) : WorkingTimeLimit
{
    public override string Code => "working-time.duty";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        foreach (var duty in work.Duties(RestMinutes, PauseMinutes))
        {
            var total = duty.Sum(i => Math.Min(i.Minutes, ByTheClock(i)));
            var most = MostOf(duty);
            if (total > most)
            {
                yield return Breach(ParisTime.DayOf(duty[0].Start), ParisTime.DayOf(duty[^1].End), decimal.Round(total / 60m, 2), most / 60m);
            }
        }
    }

    // The night of October lasts an hour more than the clocks say. It is work and counts as such everywhere else; that
    // nobody could lawfully take the usual night then is what no text says and no establishment does.
    private static int ByTheClock(WorkedInterval interval) => (int)(ParisTime.Of(interval.End) - ParisTime.Of(interval.Start)).TotalMinutes;

    /// <summary>Most minutes of effective work in a duty made of these intervals.</summary>
    public int MostOf(IEnumerable<WorkedInterval> duty) =>
        DayMinutes == NightMinutes || duty.Sum(i => NightHours.Minutes(i.Start, i.End)) < NightHours.OfANight ? DayMinutes : NightMinutes;
}
