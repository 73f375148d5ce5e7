using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>One timetable as it stands: a week or a month of it, what is delivered of what was promised, why not all, every rule that it breaks.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Auditor)]
[Limits("no-draft-timetables", Role.MemberRepresentative)]
public sealed class ReadTimetable(Work work, GroupingLoader loader) : IUseCase<TimetableWeek, TimetableView>
{
    public Task<TimetableView> RunAsync(Guid groupingId, TimetableWeek request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var stored = await StoredTimetable.LoadAsync(loader, scope, request.TimetableId, stop);
            if (stored.Row.Status == TimetableStatus.Draft && !scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor))
            {
                throw RefusedException.Of(Refusal.NotFound, UseCaseTexts.Of("not-found.timetable"));
            }

            var changes = await scope.Db.TimetableChanges
                .Where(c => c.TimetableId == request.TimetableId)
                .OrderByDescending(c => c.ChangedAt)
                .Select(c => new ChangeLine(c.Professional!.Name, c.Day, c.Part, c.FromSite!.Name, c.ToSite!.Name, c.IsShortNotice, c.Justification, c.ChangedBy, c.ChangedAt))
                .ToListAsync(stop);
            return ViewOf(stored, request.Day ?? scope.Today, request.WholeMonth, changes);
        }, stop);

    private static TimetableView ViewOf(StoredTimetable stored, DateOnly day, bool wholeMonth, IReadOnlyList<ChangeLine> changes)
    {
        var (row, problem, timetable) = (stored.Row, stored.Problem, stored.Timetable);
        var within = day < row.PeriodStart ? row.PeriodStart : day > row.PeriodEnd ? row.PeriodEnd : day;
        var first = wholeMonth ? new DateOnly(within.Year, within.Month, 1) : Days.MondayOf(within);
        var end = wholeMonth ? first.AddMonths(1) : first.AddDays(7);
        var ids = StoredTimetable.PeopleOf(stored.Loaded).ToDictionary(p => p.Value, p => p.Key);
        var sites = StoredTimetable.SitesOf(stored.Loaded).ToDictionary(s => s.Value, s => s.Key);
        var days = problem.WorkedDays.Where(d => d >= first && d < end).ToList();
        return new TimetableView(
            row.Id, row.Version, row.Name, row.Status, row.PeriodStart, row.PeriodEnd, row.CycleWeeks, row.PublishedAt, first, days,
            [.. problem.People.Select(p => new PersonWeek(ids[p], p.Name, p.Profession.Name, [.. days.SelectMany(d => Enum.GetValues<HalfDay>(), (d, half) => CellOf(new CalendarSlot(d, half), p))]))],
            [.. problem.Promises.Select(p => p.Site).Distinct().OrderBy(s => s.Name, StringComparer.Ordinal).Select(s => new SiteOption(sites[s], s.Name))],
            DeliveriesOf(problem, timetable, ids, sites),
            TimetableNotes.Read(row.Notes),
            [.. TimetableChecker.Check(problem, timetable).Where(v => v.Code != "timetable.undelivered")],
            changes);

        WeekCell CellOf(CalendarSlot slot, Domain.Workforce.Professional person)
        {
            var site = timetable.SiteOf(person, slot);
            return new WeekCell(
                slot.Day, slot.Half, site is null ? null : sites[site], site?.Name,
                site is not null && timetable.CycleSiteOf(person, timetable.Cycle.SlotOf(slot)) == site,
                site is null && problem.ObstacleTo(person, slot) is not Obstacle.None and var obstacle ? obstacle : null);
        }
    }

    private static IReadOnlyList<DeliveryLine> DeliveriesOf(
        TimetableProblem problem, Timetable timetable, Dictionary<Domain.Workforce.Professional, Guid> people, Dictionary<Domain.Members.Site, Guid> sites)
    {
        var reasons = UndeliveredExplanation.Of(problem, timetable).ToDictionary(u => u.Delivery, u => u.Obstacles);
        return [.. Delivery.Of(problem, timetable).Select(d => new DeliveryLine(
            people[d.Promise.Professional], d.Promise.Professional.Name, sites[d.Promise.Site], d.Promise.Site.Name, d.Promise.HalfDays, d.InCycle,
            d.CaughtUp, d.Undelivered,
            [.. (reasons.GetValueOrDefault(d) ?? new Dictionary<Obstacle, int>()).OrderByDescending(o => o.Value).Select(o => new ReasonLine(o.Key, o.Value))]))];
    }
}

/// <param name="TimetableId">Which.</param>
/// <param name="Day">A day of the week to show; null for today, or the nearest day of the period.</param>
/// <param name="WholeMonth">Whether to show the month of that day instead.</param>
public sealed record TimetableWeek(Guid TimetableId, DateOnly? Day = null, bool WholeMonth = false);

public sealed record TimetableView(
    Guid Id,
    int Version,
    string Name,
    TimetableStatus Status,
    DateOnly PeriodStart,
    DateOnly PeriodEnd,
    int CycleWeeks,
    DateTime? PublishedAt,
    DateOnly First,
    IReadOnlyList<DateOnly> WorkedDays,
    IReadOnlyList<PersonWeek> People,
    IReadOnlyList<SiteOption> Sites,
    IReadOnlyList<DeliveryLine> Deliveries,
    IReadOnlyList<TimetableNote> Aims,
    IReadOnlyList<Violation> Violations,
    IReadOnlyList<ChangeLine> Changes)
{
    public int Promised => Deliveries.Sum(d => d.Promised);

    public int Missing => Deliveries.Sum(d => d.Undelivered);

    public bool CanBePublished => !Violations.AnyBlocking();
}

/// <param name="ProfessionalId">Who owes.</param>
/// <param name="ProfessionalName">Their name.</param>
/// <param name="SiteId">To whom.</param>
/// <param name="SiteName">Its name.</param>
/// <param name="Promised">Half-days of the period, what was carried over included.</param>
/// <param name="InCycle">Delivered on half-days of the cycle.</param>
/// <param name="CaughtUp">Delivered on other half-days.</param>
/// <param name="Undelivered">To carry over.</param>
/// <param name="Reasons">Why, where any is missing: what stood in the way of the other half-days of the period, most frequent first.</param>
public sealed record DeliveryLine(
    Guid ProfessionalId, string ProfessionalName, Guid SiteId, string SiteName, int Promised, int InCycle, int CaughtUp, int Undelivered,
    IReadOnlyList<ReasonLine> Reasons);

public sealed record ReasonLine(Obstacle Obstacle, int HalfDays);

/// <summary>One professional's days, two half-days each.</summary>
public sealed record PersonWeek(Guid ProfessionalId, string Name, string ProfessionName, IReadOnlyList<WeekCell> Cells);

/// <param name="Day">Which day.</param>
/// <param name="Half">Which half.</param>
/// <param name="SiteId">Null for nowhere.</param>
/// <param name="SiteName">Its name.</param>
/// <param name="IsInCycle">Otherwise it was caught up or changed.</param>
/// <param name="Obstacle">Why nobody is there: holiday, day off, leave, absence; null where nothing is known.</param>
public sealed record WeekCell(DateOnly Day, HalfDay Half, Guid? SiteId, string? SiteName, bool IsInCycle, Obstacle? Obstacle);

public sealed record SiteOption(Guid Id, string Name);

public sealed record ChangeLine(
    string ProfessionalName, DateOnly Day, Data.Planning.DayPart Part, string? From, string? To, bool IsShortNotice, string? Justification, string ChangedBy, DateTime ChangedAt);
