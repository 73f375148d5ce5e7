using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Timetables;

namespace StaffPool.Application.Timetables;

/// <summary>The timetables of the grouping, the latest first.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Auditor)]
[Limits("no-draft-timetables", Role.MemberRepresentative)]
public sealed class ListTimetables(Work work) : IUseCase<Nothing, IReadOnlyList<TimetableLine>>
{
    public Task<IReadOnlyList<TimetableLine>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<TimetableLine>>(this, groupingId, async scope =>
        {
            var seesDrafts = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
            return await scope.Db.Timetables
                .Where(t => seesDrafts || t.Status == TimetableStatus.Published)
                .OrderByDescending(t => t.PeriodStart).ThenByDescending(t => t.CreatedAt)
                .Select(t => new TimetableLine(t.Id, t.Name, t.PeriodStart, t.PeriodEnd, t.CycleWeeks, t.Status, t.CreatedAt, t.PublishedAt))
                .ToListAsync(stop);
        }, stop);
}

public sealed record TimetableLine(
    Guid Id, string Name, DateOnly PeriodStart, DateOnly PeriodEnd, int CycleWeeks, TimetableStatus Status, DateTime CreatedAt, DateTime? PublishedAt);
