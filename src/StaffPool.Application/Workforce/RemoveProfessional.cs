using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Governance;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Workforce;

/// <summary>Removes a professional recorded by mistake, with their answers. One who is in a plan stays, with its history.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class RemoveProfessional(Work work, AgreementStaysValid agreement) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<Nothing> WriteAsync(WorkScope scope, Removal request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var row = WorkScope.Found(
            await db.Professionals.Include(p => p.SiteAnswers).SingleOrDefaultAsync(p => p.Id == request.Id, stop), "not-found.professional");
        PeopleAccess.Check(scope.Caller, row, employers: [Role.MemberRepresentative], anybodys: [Role.Administrator], oneself: false);
        scope.Expect(row, request.Version);
        RefusedException.IfAny(Referred.To(
            row.Name,
            ("assignments", await db.Assignments.CountAsync(a => a.ProfessionalId == row.Id, stop)),
            ("bookings", await db.Bookings.CountAsync(b => b.ProfessionalId == row.Id, stop)),
            ("solicitations", await db.Solicitations.CountAsync(s => s.ProfessionalId == row.Id, stop)),
            ("mission_orders", await db.MissionOrders.CountAsync(m => m.ProfessionalId == row.Id, stop)),
            ("swaps", await db.SwapSides.CountAsync(s => s.ProfessionalId == row.Id, stop)),
            ("zones", await db.ZonePeople.CountAsync(p => p.ProfessionalId == row.Id, stop)),
            ("rota_turns", await db.RotaTurns.CountAsync(t => t.ProfessionalId == row.Id, stop)),
            ("zone_calls", await db.ZoneCalls.CountAsync(c => c.ProfessionalId == row.Id, stop)),
            ("timetables", await db.TimetablePeople.CountAsync(t => t.ProfessionalId == row.Id, stop)),
            ("work_done", await db.WorkDone.CountAsync(d => d.ProfessionalId == row.Id, stop)),
            ("absences", await db.Absences.CountAsync(a => a.ProfessionalId == row.Id, stop)),
            ("grants", await db.Grants.CountAsync(g => g.ProfessionalId == row.Id, stop)),
            ("invitations", await db.Invitations.CountAsync(i => i.ProfessionalId == row.Id && i.AcceptedAt == null, stop))));
        await agreement.CheckAsync(scope, rows => rows with { Professionals = [.. rows.Professionals.Where(p => p.Id != row.Id)] }, stop);
        db.SiteAnswers.RemoveRange(row.SiteAnswers);
        db.PoolProfiles.RemoveRange(await db.PoolProfiles.Where(p => p.ProfessionalId == row.Id).ToListAsync(stop));
        db.Availabilities.RemoveRange(await db.Availabilities.Where(a => a.ProfessionalId == row.Id).ToListAsync(stop));
        db.CalendarFeeds.RemoveRange(await db.CalendarFeeds.Where(f => f.ProfessionalId == row.Id).ToListAsync(stop));
        db.Professionals.Remove(row);
        return Nothing.More;
    }
}
