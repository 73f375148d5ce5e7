using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Calendar;
using StaffPool.Domain.Members;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>
/// Moves one half-day of a timetable by hand. What would break a rule that was kept is refused. In a published timetable the
/// change is kept with who made it, and needs a reason where it is told later than the notice.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class ReviseTimetableCell(Work work, GroupingLoader loader) : IUseCase<TimetableCellRevision, CellRevised>
{
    public Task<CellRevised> RunAsync(Guid groupingId, TimetableCellRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => ReviseAsync(scope, request, stop), stop);

    private async Task<CellRevised> ReviseAsync(WorkScope scope, TimetableCellRevision request, CancellationToken stop)
    {
        var stored = await StoredTimetable.LoadAsync(loader, scope, request.TimetableId, stop);
        var row = scope.Expect(stored.Row, request.Version);
        var person = WorkScope.Found(row.People.SingleOrDefault(p => p.ProfessionalId == request.ProfessionalId), "not-found.professional");
        if (request.SiteId is { } site)
        {
            WorkScope.Found(await scope.Db.Sites.SingleOrDefaultAsync(s => s.Id == site, stop), "not-found.site");
        }

        var start = StartOf(stored, request);
        var isShort = row.Status == TimetableStatus.Published && (start - scope.Now).TotalHours < stored.Problem.Setting(TimetableSettings.ChangeNotice);
        var cells = person.Days().Where(c => c.Slot != new CalendarSlot(request.Day, request.Half)).ToList();
        var before = person.Days().FirstOrDefault(c => c.Slot == new CalendarSlot(request.Day, request.Half));
        if (request.SiteId is { } to)
        {
            var slot = stored.Problem.Cycle.SlotOf(new CalendarSlot(request.Day, request.Half));
            var inCycle = person.CycleCells().Any(c => c.Week == slot.Week && c.Day == slot.Day && c.Half == slot.Half && c.SiteId == to);
            cells.Add(new StoredCell(request.Day, request.Half, to, inCycle));
        }

        person.Calendar = StoredCells.Written(cells.OrderBy(c => c.Slot));
        Refuse(stored, row, isShort && string.IsNullOrWhiteSpace(request.Justification), row.Status == TimetableStatus.Replaced);
        // The version of the timetable guards all its half-days.
        scope.Db.Entry(row).State = EntityState.Modified;
        if (row.Status == TimetableStatus.Published)
        {
            row.ContentHash = StoredCells.HashOf(row.People);
            await FollowAsync(scope, request, row, before, isShort, stop);
        }

        return new CellRevised(isShort);
    }

    /// <summary>When the half-day begins, in UTC.</summary>
    private static DateTime StartOf(StoredTimetable stored, TimetableCellRevision request)
    {
        var person = WorkScope.Found(StoredTimetable.PeopleOf(stored.Loaded).GetValueOrDefault(request.ProfessionalId), "not-found.professional");
        var (morning, afternoon) = request.Half == HalfDay.Morning ? (person.Base, null) : ((Site?)null, person.Base);
        return stored.Problem.WorkOn(person, request.Day, morning, afternoon).First().Start;
    }

    /// <exception cref="RefusedException">With every reason.</exception>
    private static void Refuse(StoredTimetable stored, TimetableRow row, bool lacksReason, bool isReplaced)
    {
        var known = TimetableChecker.Check(stored.Problem, stored.Timetable).Where(v => v.Severity == Severity.Blocking)
            .Select(v => v.Message.ToString()).ToHashSet(StringComparer.Ordinal);
        var reasons = TimetableChecker.Check(stored.Problem, StoredTimetable.TimetableOf(row, stored.Loaded, stored.Problem))
            .Where(v => v.Severity == Severity.Blocking && !known.Contains(v.Message.ToString()))
            .ToList();
        if (lacksReason)
        {
            reasons.Add(new Violation(
                "timetable.short-notice", Severity.Blocking,
                TimetableUseTexts.Of("timetable.short-notice", stored.Problem.Setting(TimetableSettings.ChangeNotice)), [],
                stored.Problem.Grouping.Agreement.ReferenceOf(TimetableSettings.ChangeNotice, row.PeriodStart)));
        }

        if (isReplaced)
        {
            reasons.Add(new Violation("timetable.replaced", Severity.Blocking, TimetableUseTexts.Of("timetable.replaced", row.Name), []));
        }

        if (reasons.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, reasons);
        }
    }

    private static async Task FollowAsync(
        WorkScope scope, TimetableCellRevision request, TimetableRow row, StoredCell? before, bool isShort, CancellationToken stop)
    {
        var part = StoredCells.PartOf(request.Half);
        var booking = await scope.Db.Bookings.SingleOrDefaultAsync(
            b => b.ProfessionalId == request.ProfessionalId && b.Day == request.Day && b.Part == part, stop);
        if (booking?.Training is { } training)
        {
            throw RefusedException.Of(Refusal.Taken, TimetableUseTexts.Of("timetable.training", training));
        }

        if (booking is not null && request.SiteId is null)
        {
            scope.Db.Bookings.Remove(booking);
        }
        else if (booking is not null)
        {
            (booking.SiteId, booking.BookedBy) = (request.SiteId!.Value, scope.Caller.Name);
        }
        else if (request.SiteId is { } site)
        {
            scope.Db.Bookings.Add(new BookingRow
            {
                ProfessionalId = request.ProfessionalId, Day = request.Day, Part = part, SiteId = site, TimetableId = row.Id, BookedBy = scope.Caller.Name,
            });
        }

        scope.Db.TimetableChanges.Add(new TimetableChangeRow
        {
            TimetableId = row.Id,
            ProfessionalId = request.ProfessionalId,
            Day = request.Day,
            Part = part,
            FromSiteId = before?.SiteId,
            ToSiteId = request.SiteId,
            IsShortNotice = isShort,
            Justification = string.IsNullOrWhiteSpace(request.Justification) ? null : request.Justification.Trim(),
            ChangedBy = scope.Caller.Name,
            ChangedAt = scope.Now,
        });
    }
}

/// <param name="TimetableId">A draft, or the published one.</param>
/// <param name="Version">As read.</param>
/// <param name="ProfessionalId">Who.</param>
/// <param name="Day">Which day.</param>
/// <param name="Half">Which half of it.</param>
/// <param name="SiteId">Where; null for nowhere.</param>
/// <param name="Justification">Needed where the notice is short.</param>
public sealed record TimetableCellRevision(
    Guid TimetableId, int Version, Guid ProfessionalId, DateOnly Day, HalfDay Half, Guid? SiteId, string? Justification = null);

/// <param name="IsShortNotice">Whether it was told later than the notice asks.</param>
public sealed record CellRevised(bool IsShortNotice);
