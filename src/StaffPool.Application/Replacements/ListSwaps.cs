using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Timetables;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Swaps that are open and the last that are over: one's own, or everybody's for who coordinates.</summary>
[Permits(Role.Professional, Role.Administrator, Role.Coordinator, Role.Auditor)]
[Limits("oneself", Role.Professional)]
public sealed class ListSwaps(Work work) : IUseCase<Nothing, IReadOnlyList<SwapView>>
{
    private const int Most = 100;

    public Task<IReadOnlyList<SwapView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<SwapView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var (self, seesAll) = (scope.Caller.Professionals, SwapView.SeesAll(scope.Caller));
        var swaps = await scope.Db.Swaps.AsNoTracking()
            .Include(s => s.Sides.OrderBy(i => i.Id)).ThenInclude(i => i.Professional)
            .Include(s => s.Sides.OrderBy(i => i.Id)).ThenInclude(i => i.Site)
            .Where(s => seesAll || s.Sides.Any(i => self.Contains(i.ProfessionalId)))
            .OrderBy(s => s.Status == SwapStatus.Open ? 0 : 1).ThenByDescending(s => s.AskedAt)
            .Take(Most).ToListAsync(stop);
        var there = await ThereAsync(scope, [.. swaps.Where(s => s.Status == SwapStatus.Open).SelectMany(s => s.Sides)], stop);
        return
        [
            .. swaps.Select(s => new SwapView(
                s.Id, s.Status, s.Status == SwapStatus.Open && !s.Sides.All(there.Contains),
                [.. s.Sides.Select(i => new SwapSideView(
                    i.ProfessionalId, i.Professional!.Name, new AskedDuty(i.Day, i.Part), i.Site!.Name, i.AcceptedAt is not null, self.Contains(i.ProfessionalId)))],
                s.AskedBy, s.AskedAt, s.Status == SwapStatus.Open && s.ApprovedAt is null, s.Justification, s.IsShortNotice, s.EndedBy, s.EndedAt)),
        ];
    }

    /// <summary>Those whose half-day is still as it was, and still to come.</summary>
    private static async Task<HashSet<SwapSideRow>> ThereAsync(WorkScope scope, IReadOnlyList<SwapSideRow> sides, CancellationToken stop)
    {
        var (people, days) = (sides.Select(s => s.ProfessionalId).ToList(), sides.Select(s => s.Day).ToList());
        var hours = await HalfDayHours.LoadAsync(scope.Db, stop);
        var bookings = (await scope.Db.Bookings.AsNoTracking()
            .Where(b => people.Contains(b.ProfessionalId) && days.Contains(b.Day))
            .Select(b => new { b.ProfessionalId, b.Day, b.Part, b.SiteId, b.TimetableId, b.Professional!.WorkingTime }).ToListAsync(stop))
            .Where(b => hours.Of(b.TimetableId, b.WorkingTime, b.Day, b.Part).Start > scope.Now)
            .Select(b => (b.ProfessionalId, b.Day, b.Part, b.SiteId)).ToHashSet();
        return [.. sides.Where(s => bookings.Contains((s.ProfessionalId, s.Day, s.Part, s.SiteId)))];
    }
}
