using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Workforce;

namespace StaffPool.Domain.Timetables;

/// <summary>Who can be where on which half-day, before anyone is put anywhere: opening, holidays, days off, leave, contracts.</summary>
internal sealed class Availability
{
    private readonly Period period;
    private readonly Dictionary<Site, ClosedBecause?[]> closed;
    private readonly Dictionary<Professional, Obstacle[]> away;
    private readonly ILookup<Site, HostDays> hostDays;

    public Availability(Grouping grouping, Period period, TimetableRequests requests)
    {
        this.period = period;
        closed = grouping.Sites.ToDictionary(s => s, s => Days.In(period).Select(s.Opening.ReasonClosed).ToArray());
        hostDays = requests.HostDays.ToLookup(h => h.Site);
        away = grouping.Professionals.ToDictionary(p => p, _ => new Obstacle[2 * period.Days]);
        foreach (var (professional, obstacles) in away)
        {
            MarkHolidays(professional, obstacles);
        }

        foreach (var off in requests.RegularDaysOff)
        {
            Mark(off.Professional, slot => off.When.Covers(slot.Day.DayOfWeek, slot.Half), Obstacle.DayOff);
        }

        foreach (var time in requests.TimesAway)
        {
            Mark(time.Professional, slot => time.First <= slot && slot <= time.Last, time.Kind switch
            {
                AwayKind.Leave => Obstacle.Leave,
                AwayKind.Training => Obstacle.Training,
                _ => Obstacle.Absence,
            });
        }

        foreach (var contracts in requests.Contracts.GroupBy(c => c.Professional))
        {
            Mark(contracts.Key, slot => !contracts.Any(c => c.From <= slot.Day && (c.To is null || slot.Day <= c.To)), Obstacle.NoContract);
        }
    }

    /// <summary>What stands in the way, on a half-day of the period.</summary>
    public Obstacle Of(Professional professional, Site site, CalendarSlot slot) => closed[site][slot.Day.DayNumber - period.Start.DayNumber] switch
    {
        ClosedBecause.Holiday => Obstacle.Holiday,
        not null => Obstacle.SiteClosed,
        null when IsRefusedByHost(professional, site, slot) => Obstacle.HostDays,
        null => Of(professional, slot),
    };

    /// <summary>Why a professional does not work on a half-day of the period, wherever it were.</summary>
    public Obstacle Of(Professional professional, CalendarSlot slot) => away[professional][IndexOf(slot)];

    private bool IsRefusedByHost(Professional professional, Site site, CalendarSlot slot) => hostDays[site].Any(host =>
        (host.Profession is null || host.Profession == professional.Profession)
        && !host.Allowed.Any(when => when.Covers(slot.Day.DayOfWeek, slot.Half)));

    private void MarkHolidays(Professional professional, Obstacle[] obstacles)
    {
        foreach (var day in Days.In(period).Where(d => FrenchHolidays.IsHoliday(d, professional.Base.Opening.Holidays)))
        {
            obstacles[IndexOf(new CalendarSlot(day, HalfDay.Morning))] = Obstacle.Holiday;
            obstacles[IndexOf(new CalendarSlot(day, HalfDay.Afternoon))] = Obstacle.Holiday;
        }
    }

    // The first reason stands, so that a holiday within a leave stays a holiday.
    private void Mark(Professional professional, Func<CalendarSlot, bool> isAway, Obstacle reason)
    {
        if (!away.TryGetValue(professional, out var obstacles))
        {
            return;
        }

        for (var i = 0; i < obstacles.Length; i++)
        {
            if (obstacles[i] == Obstacle.None && isAway(new CalendarSlot(period.Start.AddDays(i / 2), (HalfDay)(i % 2))))
            {
                obstacles[i] = reason;
            }
        }
    }

    private int IndexOf(CalendarSlot slot) => (2 * (slot.Day.DayNumber - period.Start.DayNumber)) + (int)slot.Half;
}
