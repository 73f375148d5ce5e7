using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Access;
using StaffPool.Data.Audit;

namespace StaffPool.Application.Audit;

/// <summary>Who changed what, the latest first, a page at a time.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ReadAuditLog(Work work) : IUseCase<AuditQuery, AuditPage>
{
    private const int EntriesPerPage = 50;

    // Preparing a campaign changes hundreds of rows; nobody reads them all here.
    private const int MostRowsOfEntry = 40;

    public Task<AuditPage> RunAsync(Guid groupingId, AuditQuery request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private static async Task<AuditPage> ReadAsync(WorkScope scope, AuditQuery request, CancellationToken stop)
    {
        var db = scope.Db;
        var entries = await Matching(db, request).OrderByDescending(e => e.Sequence).Take(EntriesPerPage + 1).ToListAsync(stop);
        var names = await AuditNames.ReadAsync(db, stop);
        return new AuditPage(
            [.. entries.Take(EntriesPerPage).Select(e => ViewOf(e, names))],
            entries.Count > EntriesPerPage ? entries[EntriesPerPage - 1].Sequence : null,
            await db.AuditEntries.Select(e => e.UserName).Distinct().OrderBy(n => n).ToListAsync(stop),
            [.. (await db.AuditEntries.Select(e => e.UseCase).Distinct().ToListAsync(stop))
                .Select(u => new UseCaseChoice(u, UseCaseTexts.KnownTitleOf(u))).OrderBy(u => u.Title, StringComparer.Ordinal)]);
    }

    private static IQueryable<AuditEntryRow> Matching(StaffPoolContext db, AuditQuery request)
    {
        var from = request.From is { } first ? ParisTime.StartOf(first) : (DateTime?)null;
        var until = request.To is { } last && last < DateOnly.MaxValue ? ParisTime.StartOf(last.AddDays(1)) : (DateTime?)null;
        return db.AuditEntries.Where(e =>
            (request.Before == null || e.Sequence < request.Before)
            && (request.UseCase == null || e.UseCase == request.UseCase)
            && (request.UserName == null || e.UserName == request.UserName)
            && (request.SubjectId == null || e.SubjectId == request.SubjectId)
            && (from == null || e.At >= from)
            && (until == null || e.At < until));
    }

    private static AuditEntryView ViewOf(AuditEntryRow entry, AuditNames names)
    {
        var rows = AuditTrail.Read(entry.Changes);
        return new AuditEntryView(
            entry.Sequence,
            entry.At,
            entry.UserName,
            entry.UseCase,
            UseCaseTexts.KnownTitleOf(entry.UseCase),
            entry.SubjectId,
            [.. rows.Take(MostRowsOfEntry).Select(names.Told)],
            Math.Max(0, rows.Count - MostRowsOfEntry),
            entry.Hash);
    }
}

/// <summary>What of the log is asked for; null everywhere for its latest page.</summary>
/// <param name="Before">Entries before this one: the last of the page before.</param>
/// <param name="UseCase">By what was done.</param>
/// <param name="UserName">By who did it.</param>
/// <param name="SubjectId">By what it was about.</param>
/// <param name="From">First day, in Paris.</param>
/// <param name="To">Last day.</param>
public sealed record AuditQuery(
    long? Before = null, string? UseCase = null, string? UserName = null, Guid? SubjectId = null, DateOnly? From = null, DateOnly? To = null);

/// <param name="Entries">The latest first.</param>
/// <param name="Next">For the page after; null on the last.</param>
/// <param name="UserNames">Everybody who ever wrote.</param>
/// <param name="UseCases">Everything that was ever done.</param>
public sealed record AuditPage(
    IReadOnlyList<AuditEntryView> Entries, long? Next, IReadOnlyList<string> UserNames, IReadOnlyList<UseCaseChoice> UseCases);

/// <param name="Name">Of the use case.</param>
/// <param name="Title">As shown.</param>
public sealed record UseCaseChoice(string Name, string Title);

/// <param name="Sequence">Place in the log.</param>
/// <param name="At">UTC.</param>
/// <param name="UserName">Who.</param>
/// <param name="UseCase">Name of what was done.</param>
/// <param name="Title">As shown.</param>
/// <param name="SubjectId">What it was about, or null.</param>
/// <param name="Changes">What changed, row by row.</param>
/// <param name="MoreChanges">How many rows are left out.</param>
/// <param name="Hash">Seal of the entry.</param>
public sealed record AuditEntryView(
    long Sequence,
    DateTime At,
    string UserName,
    string UseCase,
    string Title,
    Guid? SubjectId,
    IReadOnlyList<AuditChange> Changes,
    int MoreChanges,
    string Hash);

/// <param name="What">Kind of thing, and its name where it has one.</param>
/// <param name="Change">Added, Modified or Deleted.</param>
/// <param name="Fields">What changed in it.</param>
public sealed record AuditChange(string What, string Change, IReadOnlyList<AuditField> Fields);

/// <param name="Name">As a person calls it.</param>
/// <param name="Before">Null for nothing.</param>
/// <param name="After">Null for nothing.</param>
public sealed record AuditField(string Name, string? Before, string? After);
