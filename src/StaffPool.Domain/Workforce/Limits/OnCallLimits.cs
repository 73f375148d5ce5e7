using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce.Limits;

/// <summary>At most so many minutes on call in any run of days.</summary>
public sealed record OnCallCap(int Days, int Minutes) : WorkingTimeLimit
{
    public override string Code => "working-time.on-call";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work)
    {
        if (work.OnCallDays is not { } span)
        {
            yield break;
        }

        var total = 0;
        for (var day = span.Start; day <= span.End; day = day.AddDays(1))
        {
            total += work.OnCallMinutesOn(day) - work.OnCallMinutesOn(day.AddDays(-Days));
            if (total > Minutes && work.OnCallMinutesOn(day) > 0)
            {
                yield return Breach(day.AddDays(1 - Days), day, decimal.Round(total / 60m, 2), Minutes / 60m);
            }
        }
    }
}

/// <summary>At most so many Sundays with a duty on call that starts on them, in a month.</summary>
public sealed record OnCallSundaysAMonth(int Most) : WorkingTimeLimit
{
    public override string Code => "working-time.on-call-sundays";

    public override IEnumerable<LimitBreach> Assess(WorkRecord work) => work.OnCall
        .Select(i => ParisTime.DayOf(i.Start))
        .Where(day => day.DayOfWeek == DayOfWeek.Sunday)
        .Distinct()
        .GroupBy(day => (day.Year, day.Month))
        .Where(month => month.Count() > Most)
        .Select(month => Breach(month.Min(), month.Max(), month.Count(), Most));
}
