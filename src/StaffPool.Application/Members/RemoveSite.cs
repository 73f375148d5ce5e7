using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Governance;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>Removes a site recorded by mistake, with what professionals answered about it.</summary>
[Permits(Role.Administrator)]
public sealed class RemoveSite(Work work, AgreementStaysValid agreement) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<Nothing> WriteAsync(WorkScope scope, Removal request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var row = WorkScope.Found(await db.Sites.SingleOrDefaultAsync(s => s.Id == request.Id, stop), "not-found.site");
        scope.Expect(row, request.Version);
        RefusedException.IfAny(Referred.To(
            row.Name,
            ("needs", await db.Needs.CountAsync(n => n.SiteId == row.Id, stop)),
            ("professionals", await db.Professionals.CountAsync(p => p.BaseId == row.Id, stop)),
            ("offers", await db.Offers.CountAsync(o => o.SiteId == row.Id, stop)),
            ("bookings", await db.Bookings.CountAsync(b => b.SiteId == row.Id, stop)),
            ("swaps", await db.SwapSides.CountAsync(s => s.SiteId == row.Id, stop)),
            ("zones", await db.ZoneSites.CountAsync(z => z.SiteId == row.Id, stop)),
            ("zone_calls", await db.ZoneCalls.CountAsync(c => c.SiteId == row.Id, stop)),
            ("timetable_changes", await db.TimetableChanges.CountAsync(c => c.FromSiteId == row.Id || c.ToSiteId == row.Id, stop)),
            ("work_done", await db.WorkDone.CountAsync(d => d.SiteId == row.Id, stop))));
        await agreement.CheckAsync(scope, rows => Without(rows, row.Id), stop);
        db.SiteAnswers.RemoveRange(await db.SiteAnswers.Where(a => a.SiteId == row.Id).ToListAsync(stop));
        db.Sites.Remove(row);
        return Nothing.More;
    }

    private static GroupingRows Without(GroupingRows rows, Guid siteId)
    {
        foreach (var professional in rows.Professionals)
        {
            professional.SiteAnswers.RemoveAll(a => a.SiteId == siteId);
        }

        return rows with { Sites = [.. rows.Sites.Where(s => s.Id != siteId)] };
    }
}
