using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce.Limits;

/// <summary>
/// So many rest days in every two weeks, two of them in a row with a Sunday among them. The two weeks are fixed weeks of
/// the calendar, not sliding ones (CAA Toulouse 22TL21490): two worked Sundays in a row are lawful.
/// </summary>
/// <param name="Days">Least days off in the two weeks.</param>
/// <param name="Anchor">A Monday on which two weeks begin.</param>
public sealed record FortnightRest(int Days, DateOnly Anchor) : WorkingTimeLimit
{
    /// <summary>Set on a breach that is about the Sunday, not about the number of days.</summary>
    public bool Sunday { get; init; }

    /// <summary>Pairs of days, counted from the first, that hold a Sunday: Saturday and Sunday, Sunday and Monday.</summary>
    public static IReadOnlyList<int> PairsWithASunday { get; } = [5, 6, 12];

    public override string Code => Sunday ? "working-time.fortnight-sunday" : "working-time.fortnight";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        for (var start = StartOf(span.Start); start <= span.End; start = start.AddDays(14))
        {
            var rest = Enumerable.Range(0, 14).Count(i => !work.IsWorked(start.AddDays(i)));
            if (rest < Days)
            {
                yield return Breach(start, start.AddDays(13), rest, Days);
            }
            else if (!HasSundayInARow(work, start))
            {
                yield return new LimitBreach(this with { Sunday = true }, start, start.AddDays(13), 0, 1);
            }
        }
    }

    /// <summary>The first day of the two weeks that hold a day.</summary>
    public DateOnly StartOf(DateOnly day) => day.AddDays(-((((day.DayNumber - Anchor.DayNumber) % 14) + 14) % 14));

    private static bool HasSundayInARow(WorkRecord work, DateOnly start) =>
        PairsWithASunday.Any(i => !work.IsWorked(start.AddDays(i)) && !work.IsWorked(start.AddDays(i + 1)));
}

/// <summary>At most so many worked Sundays one after the other.</summary>
public sealed record SundaysInARow(int Most) : WorkingTimeLimit
{
    public override string Code => "working-time.sundays-in-a-row";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        var run = 0;
        for (var sunday = Days.MondayOf(span.Start).AddDays(6); sunday <= span.End; sunday = sunday.AddDays(7))
        {
            run = work.IsWorked(sunday) ? run + 1 : 0;
            if (run > Most)
            {
                yield return Breach(sunday.AddDays(-7 * (run - 1)), sunday, run, Most);
            }
        }
    }
}

/// <summary>At least so many Sundays off in a calendar year.</summary>
public sealed record SundaysOffAYear(int Least) : WorkingTimeLimit
{
    public override string Code => "working-time.sundays-off";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.Days is not { } span)
        {
            yield break;
        }

        for (var year = span.Start.Year; year <= span.End.Year; year++)
        {
            var sundays = SundaysOf(year).ToList();
            var off = sundays.Count(s => !work.IsWorked(s));
            if (off < Least)
            {
                yield return Breach(sundays[0], sundays[^1], off, Least);
            }
        }
    }

    public static IEnumerable<DateOnly> SundaysOf(int year)
    {
        for (var day = Days.MondayOf(new DateOnly(year, 1, 1)).AddDays(6); day.Year <= year; day = day.AddDays(7))
        {
            yield return day;
        }
    }
}
