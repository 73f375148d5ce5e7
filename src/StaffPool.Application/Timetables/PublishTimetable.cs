using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Timetables;
using StaffPool.Domain.Rules;
using StaffPool.Domain.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>
/// Puts a timetable in force: its half-days from today on become bookings, in place of those of the one before. The checker
/// has the last word, and a publication later than the notice says why.
/// </summary>
[Permits(Role.Administrator, Role.Coordinator)]
public sealed class PublishTimetable(Work work, GroupingLoader loader) : IUseCase<TimetablePublication, TimetablePublished>
{
    private const int AtOnce = 2_000;

    public Task<TimetablePublished> RunAsync(Guid groupingId, TimetablePublication request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => PublishAsync(scope, request, stop), stop);

    private async Task<TimetablePublished> PublishAsync(WorkScope scope, TimetablePublication request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var stored = await StoredTimetable.LoadAsync(loader, scope, request.TimetableId, stop);
        var row = scope.Expect(stored.Row, request.Version);
        if (row.Status != TimetableStatus.Draft)
        {
            throw RefusedException.Of(Refusal.Invalid, TimetableUseTexts.Of("timetable.not-a-draft", row.Name));
        }

        var notice = stored.Problem.Setting(TimetableSettings.PublicationNotice);
        var isLate = row.PeriodStart.DayNumber - scope.Today.DayNumber < notice;
        var blocking = TimetableChecker.Check(stored.Problem, stored.Timetable).Where(v => v.Severity == Severity.Blocking).ToList();
        if (!await scope.Db.Plans.AnyAsync(p => p.Id == row.PlanId && p.Status == PlanStatus.Published, stop))
        {
            blocking.Add(new Violation("timetable.plan-not-published", Severity.Blocking, TimetableUseTexts.Of("timetable.plan-not-published"), []));
        }

        if (isLate && string.IsNullOrWhiteSpace(request.LateReason))
        {
            blocking.Add(new Violation(
                "timetable.late", Severity.Blocking, TimetableUseTexts.Of("timetable.late", row.PeriodStart, notice), [],
                stored.Problem.Grouping.Agreement.ReferenceOf(TimetableSettings.PublicationNotice, row.PeriodStart)));
        }

        if (blocking.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, blocking);
        }

        // First, while nothing else has changed: they are saved apart, see below.
        var (booked, kept) = await BookAsync(scope, row, stop);
        foreach (var former in await scope.Db.Timetables
            .Where(t => t.PeriodStart == row.PeriodStart && t.Status == TimetableStatus.Published).ToListAsync(stop))
        {
            former.Status = TimetableStatus.Replaced;
        }

        (row.Status, row.PublishedAt, row.ContentHash) = (TimetableStatus.Published, scope.Now, StoredCells.HashOf(row.People));
        row.LateReason = isLate ? request.LateReason!.Trim() : null;
        return new TimetablePublished(booked, kept);
    }

    /// <summary>
    /// Bookings follow what is published and its hash is in the log, so that the log need not list each of thousands. A
    /// half-day that was taken by hand stays as it was taken.
    /// </summary>
    private static async Task<(int Booked, int Kept)> BookAsync(WorkScope scope, TimetableRow row, CancellationToken stop)
    {
        var db = scope.Db;
        await db.Bookings
            .Where(b => b.TimetableId != null && b.Day >= scope.Today && b.Day >= row.PeriodStart && b.Day <= row.PeriodEnd)
            .ExecuteDeleteAsync(stop);
        var taken = (await db.Bookings.AsNoTracking()
            .Where(b => b.Day >= row.PeriodStart && b.Day <= row.PeriodEnd)
            .Select(b => new { b.ProfessionalId, b.Day, b.Part }).ToListAsync(stop))
            .Select(b => (b.ProfessionalId, b.Day, b.Part)).ToHashSet();
        var wanted = (from person in row.People
                      from cell in person.Days()
                      where cell.Day >= scope.Today
                      select (person.ProfessionalId, cell.Day, Part: StoredCells.PartOf(cell.Half), cell.SiteId)).ToList();
        var free = wanted.Where(w => !taken.Contains((w.ProfessionalId, w.Day, w.Part))).ToList();
        foreach (var some in free.Chunk(AtOnce))
        {
            List<BookingRow> bookings = [.. some.Select(w => new BookingRow
            {
                ProfessionalId = w.ProfessionalId, Day = w.Day, Part = w.Part, SiteId = w.SiteId, TimetableId = row.Id, BookedBy = row.Name,
            })];
            db.Bookings.AddRange(bookings);
            await db.SaveChangesAsync(stop);
            bookings.ForEach(b => db.Entry(b).State = EntityState.Detached);
        }

        return (free.Count, wanted.Count - free.Count);
    }
}

/// <param name="TimetableId">A draft.</param>
/// <param name="Version">As read.</param>
/// <param name="LateReason">Why it is published later than the notice; needed then only.</param>
public sealed record TimetablePublication(Guid TimetableId, int Version, string? LateReason = null);

/// <param name="Booked">Half-days booked, from today on.</param>
/// <param name="Kept">Half-days that were taken by hand before, and stay so.</param>
public sealed record TimetablePublished(int Booked, int Kept);
