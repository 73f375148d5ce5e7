using StaffPool.Domain.Calendar;

namespace StaffPool.Domain.Workforce;

/// <summary>Work between 21:00 and 6:00 (Decree 2002-9; the labour code, L.3122-2, leaves the hours to agreement).</summary>
public static class NightHours
{
    /// <summary>From so many minutes on a duty is one of night: L.3122-5 counts three hours of who does so regularly.</summary>
    public const int OfANight = 180;

    private static readonly TimeOnly From = new(21, 0);

    private static readonly TimeOnly To = new(6, 0);

    /// <summary>Minutes of a stretch, in UTC, that lie in the night of Paris.</summary>
    public static int Minutes(DateTime start, DateTime end)
    {
        var total = 0.0;
        for (var day = ParisTime.DayOf(start).AddDays(-1); day <= ParisTime.DayOf(end); day = day.AddDays(1))
        {
            var (from, to) = (ParisTime.At(day, From), ParisTime.At(day.AddDays(1), To));
            total += Math.Max(0, ((end < to ? end : to) - (start > from ? start : from)).TotalMinutes);
        }

        return (int)total;
    }
}
