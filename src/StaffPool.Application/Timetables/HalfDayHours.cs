using Microsoft.EntityFrameworkCore;
using StaffPool.Data;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Timetables;

/// <summary>When half-days begin and end, in UTC: by the timetable that they come from and the week of the contract.</summary>
internal sealed class HalfDayHours
{
    // A duty of the night, as the public hospital counts it.
    private static readonly TimeOnly NightStart = new(21, 0);
    private static readonly TimeOnly NightEnd = new(6, 0);

    private readonly Dictionary<Guid, (int Start, int Break)> ofTimetables;
    private readonly Dictionary<string, decimal> weeks;

    private HalfDayHours(Dictionary<Guid, (int Start, int Break)> ofTimetables, Dictionary<string, decimal> weeks) =>
        (this.ofTimetables, this.weeks) = (ofTimetables, weeks);

    public static async Task<HalfDayHours> LoadAsync(StaffPoolContext db, CancellationToken stop)
    {
        var timetables = await db.Timetables.AsNoTracking()
            .Where(t => t.Status != TimetableStatus.Draft)
            .Select(t => new { t.Id, t.MorningStartMinutes, t.MiddayBreakMinutes }).ToListAsync(stop);
        var own = await db.WorkingTimes.AsNoTracking().Select(w => new { w.Code, w.WeeklyHours }).ToListAsync(stop);
        return new HalfDayHours(
            timetables.ToDictionary(t => t.Id, t => (t.MorningStartMinutes, t.MiddayBreakMinutes)),
            WorkingTimeRuleSet.Known.Select(k => new { Code = k.Id, k.WeeklyHours }).Concat(own)
                .GroupBy(w => w.Code, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Last().WeeklyHours, StringComparer.Ordinal));
    }

    public (DateTime Start, DateTime End) Of(Guid? timetable, string? workingTime, DateOnly day, DayPart part)
    {
        if (part == DayPart.Night)
        {
            return (ParisTime.At(day, NightStart), ParisTime.At(day.AddDays(1), NightEnd));
        }

        var (morning, pause) = timetable is { } id && ofTimetables.TryGetValue(id, out var known)
            ? known
            : (TimetableSettings.MorningStart.Default, TimetableSettings.MiddayBreak.Default);
        var half = (int)(weeks.GetValueOrDefault(workingTime ?? "", WorkingTimeRuleSet.PublicHospital.WeeklyHours) * 6);
        var start = part == DayPart.Morning ? morning : morning + half + pause;
        return (ParisTime.At(day, TimeOnly.MinValue.AddMinutes(start)), ParisTime.At(day, TimeOnly.MinValue.AddMinutes(start + half)));
    }
}
