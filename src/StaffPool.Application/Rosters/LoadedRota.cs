using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Replacements;
using StaffPool.Data.Rosters;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rosters;
using StaffPool.Domain.Rosters.OnCall;
using StaffPool.Domain.Workforce;
using StaffPool.Domain.Workforce.Limits;

namespace StaffPool.Application.Rosters;

/// <summary>The turns of a zone over a period as a roster problem: who can take them, what they did before, what holds them back.</summary>
/// <param name="Zone">With its sites and people.</param>
/// <param name="Problem">People and turns by their identifiers: that of the professional, and the day.</param>
internal sealed record LoadedRota(ZoneRow Zone, RosterProblem Problem)
{
    // Rest, sliding weeks and months of on-call time reach back no further.
    private const int DaysBefore = 35;

    // Whose turn it was on the holidays of the last year counts for the next.
    private const int DaysRemembered = 366;

    private static readonly TimeOnly Noon = new(13, 0);
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeOnly Morning = new(7, 0);

    /// <param name="scope">The grouping.</param>
    /// <param name="zoneId">The zone.</param>
    /// <param name="period">First and last day on which a turn starts.</param>
    /// <param name="kept">Rota whose pinned turns are kept; null for none.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<LoadedRota> ReadAsync(WorkScope scope, Guid zoneId, Period period, RotaRow? kept, CancellationToken stop)
    {
        var db = scope.Db;
        var zone = WorkScope.Found(
            await db.Zones.AsNoTracking().AsSplitQuery().Include(z => z.Sites).ThenInclude(s => s.Site)
                .Include(z => z.People).ThenInclude(p => p.Professional).SingleOrDefaultAsync(z => z.Id == zoneId, stop),
            "not-found.zone");
        var ids = zone.People.Select(p => p.ProfessionalId).ToList();
        var (back, ahead) = (ParisTime.StartOf(period.Start.AddDays(-DaysRemembered)), ParisTime.StartOf(period.Start));
        var turns = (await db.RotaTurns.AsNoTracking()
            .Where(t => t.ProfessionalId != null && ids.Contains(t.ProfessionalId.Value) && t.StartsAt >= back && t.StartsAt < ahead
                && db.Rotas.Any(r => r.Id == t.RotaId && r.Status == RotaStatus.Published))
            .Join(db.Rotas, t => t.RotaId, r => r.Id, (t, r) => new PastTurn(t.ProfessionalId!.Value, t.Day, t.StartsAt, t.EndsAt, r.Zone!.Duty))
            .ToListAsync(stop))
            .ToLookup(t => t.ProfessionalId);
        var calls = (await db.ZoneCalls.AsNoTracking().Where(c => ids.Contains(c.ProfessionalId) && c.At >= ahead.AddDays(-DaysBefore) && c.At < ahead).ToListAsync(stop))
            .ToLookup(c => c.ProfessionalId);
        var absences = (await db.Absences.AsNoTracking()
            .Where(a => ids.Contains(a.ProfessionalId) && a.LastDay >= period.Start && a.FirstDay <= period.End).ToListAsync(stop))
            .ToLookup(a => a.ProfessionalId);
        var bookings = (await db.Bookings.AsNoTracking()
            .Where(b => ids.Contains(b.ProfessionalId) && b.Day >= period.Start.AddDays(-1) && b.Day <= period.End.AddDays(8)).ToListAsync(stop))
            .ToLookup(b => b.ProfessionalId);
        var shape = ShapeOf(zone);
        var holidays = Enumerable.Range(period.Start.Year - 1, period.End.Year - period.Start.Year + 2)
            .SelectMany(y => FrenchHolidays.Of(y, HolidayCalendar.France)).Select(h => h.Day).ToHashSet();
        var people = zone.People.Select(p => p.Professional!).OrderBy(p => p.Name, StringComparer.Ordinal).Select(p =>
        {
            var limits = WorkingTimeLimits.Find(p.WorkingTime ?? WorkingTimeRuleSet.PublicHospital.Id, period.Start)
                ?? WorkingTimeLimits.Find(WorkingTimeRuleSet.Private.Id, period.Start)!;
            return new RosterPerson
            {
                Id = p.Id.ToString(),
                Name = p.Name,
                Contract = RotaBuilder.ContractOf(p.Id.ToString(), limits),
                TimePercent = Math.Clamp((int)(p.FullTimeEquivalent * 100), 1, 100),
                Unavailable = [.. absences[p.Id].Select(SpanOf), .. bookings[p.Id].Select(b => SpanOf(b, RestAround(shape, limits)))],
                History = [.. HistoryOf(turns[p.Id].Where(t => t.StartsAt >= ahead.AddDays(-DaysBefore)), calls[p.Id])],
                Had = HadOf([.. turns[p.Id]], holidays),
            };
        }).ToList();
        var tasks = shape.Turns(period);
        var byId = people.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var pins = kept?.Turns.Where(t => t.IsPinned && t.ProfessionalId is not null && byId.ContainsKey(t.ProfessionalId.Value.ToString()))
            .Select(t => (Person: byId[t.ProfessionalId!.Value.ToString()], Task: tasks.FirstOrDefault(k => k.Id == RotaShape.IdOf(t.Day))))
            .Where(p => p.Task is not null).Select(p => new RosterPin(p.Person, p.Task!)) ?? [];
        return new LoadedRota(zone, new RosterProblem
        {
            Name = zone.Name, Period = period, People = people, Tasks = tasks, Fairness = RotaShape.Fairness, Holidays = holidays, Pins = [.. pins],
        });
    }

    public static RotaShape ShapeOf(ZoneRow zone) => new(zone.Duty, zone.Turn, zone.StartsAt, zone.EndsAt);

    // Between a half-day of the timetable and a night of work there is the daily rest; waiting at home needs none.
    private static TimeSpan RestAround(RotaShape shape, WorkingTimeLimits limits) =>
        shape.Work == WorkKind.Work ? TimeSpan.FromMinutes(limits.Limits.OfType<DailyRest>().Select(l => l.Minutes).DefaultIfEmpty(0).Max()) : TimeSpan.Zero;

    private static RosterPart SpanOf(AbsenceRow absence) => new(
        ParisTime.At(absence.FirstDay, StartOf(absence.FirstPart)),
        absence.LastPart == DayPart.Night ? ParisTime.At(absence.LastDay.AddDays(1), Morning) : ParisTime.At(absence.LastDay, EndOf(absence.LastPart)));

    private static RosterPart SpanOf(BookingRow booking, TimeSpan rest) => new(
        ParisTime.At(booking.Day, booking.Part == DayPart.Morning ? Morning : StartOf(booking.Part)) - rest,
        (booking.Part == DayPart.Night ? ParisTime.At(booking.Day.AddDays(1), Morning) : ParisTime.At(booking.Day, EndOf(booking.Part))) + rest);

    private static TimeOnly StartOf(DayPart part) => part switch { DayPart.Morning => TimeOnly.MinValue, DayPart.Afternoon => Noon, _ => Evening };

    private static TimeOnly EndOf(DayPart part) => part == DayPart.Morning ? Noon : Evening;

    // Called out, one works, the way there and back included: rest is counted from the return.
    private static IEnumerable<WorkedInterval> HistoryOf(IEnumerable<PastTurn> turns, IEnumerable<ZoneCallRow> calls) =>
        turns.Select(t => new WorkedInterval(t.StartsAt, t.EndsAt, t.Duty == ZoneDuty.Presence ? WorkKind.Work : WorkKind.OnCall))
            .Concat(calls.Select(c => new WorkedInterval(c.At, c.At.AddMinutes(c.Minutes + c.TravelMinutes), WorkKind.CallOut)));

    private static Dictionary<RosterMeasure, int> HadOf(IReadOnlyList<PastTurn> turns, HashSet<DateOnly> holidays) => new()
    {
        [RosterMeasure.Shifts] = turns.Count,
        [RosterMeasure.WeekEndShifts] = turns.Count(t => TaskFacts.IsWeekEnd(t.Day)),
        [RosterMeasure.Holidays] = turns.Count(t => holidays.Contains(t.Day)),
    };

    private sealed record PastTurn(Guid ProfessionalId, DateOnly Day, DateTime StartsAt, DateTime EndsAt, ZoneDuty Duty);
}
