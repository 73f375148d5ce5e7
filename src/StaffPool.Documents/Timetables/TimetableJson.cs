using System.Globalization;
using System.Text.Json;
using StaffPool.Application.Timetables;
using StaffPool.Domain.Timetables;
using StaffPool.Domain.Workforce;

namespace StaffPool.Documents.Timetables;

/// <summary>A timetable as JSON: cycle, calendar, deliveries, proofs, violations. Format 1.</summary>
public static class TimetableJson
{
    private const int Format = 1;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(Stream stream, PlannedTimetable planned, CultureInfo culture)
    {
        var timetable = planned.Result.Timetable;
        JsonSerializer.Serialize(
            stream,
            new
            {
                format = Format,
                period = new { start = timetable.Period.Start, end = timetable.Period.End },
                cycleWeeks = timetable.Cycle.Weeks,
                seconds = Math.Round(planned.Result.Elapsed.TotalSeconds, 3),
                levels = planned.Result.Levels.Select(l => new
                {
                    aim = l.Objective.Id, unit = l.Objective.Unit.ToString(), value = l.Value, bound = l.Bound, gap = Math.Round(l.Gap, 6),
                }),
                promised = planned.Promised,
                delivered = planned.Delivered,
                people = planned.Problem.People.Select(p => PersonOf(planned, p)),
                undelivered = planned.Undelivered.Select(u => new
                {
                    professional = u.Delivery.Promise.Professional.Id,
                    site = u.Delivery.Promise.Site.Id,
                    halfDays = u.Delivery.Undelivered,
                    reasons = u.Obstacles.ToDictionary(o => o.Key.ToString(), o => o.Value),
                }),
                violations = planned.Violations.Select(v => new
                {
                    code = v.Code, severity = v.Severity.ToString(), message = v.Message.In(culture), subjects = v.Subjects, reference = v.Reference?.Citation,
                }),
                engines = planned.Result.Engines,
            },
            Options);
    }

    private static object PersonOf(PlannedTimetable planned, Professional person)
    {
        var timetable = planned.Result.Timetable;
        return new
        {
            professional = person.Id,
            promises = Delivery.Of(planned.Problem, timetable).Where(d => d.Promise.Professional == person).Select(d => new
            {
                site = d.Promise.Site.Id, promised = d.Promise.HalfDays, inCycle = d.InCycle, caughtUp = d.CaughtUp, carriedOver = d.CarriedOver,
            }),
            cycle = timetable.CycleOf(person).Select(c => new { week = c.Slot.Week + 1, day = c.Slot.Day.ToString(), half = c.Slot.Half.ToString(), site = c.Site.Id }),
            calendar = timetable.CalendarOf(person).OrderBy(c => c.Slot).Select(c => new
            {
                day = c.Slot.Day, half = c.Slot.Half.ToString(), site = c.Site.Id, inCycle = timetable.IsInCycle(c),
            }),
        };
    }
}
