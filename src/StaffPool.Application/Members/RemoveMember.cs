using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Governance;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>Removes a member recorded by mistake. One that took part in anything stays, with its history.</summary>
[Permits(Role.Administrator)]
public sealed class RemoveMember(Work work, AgreementStaysValid agreement) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private async Task<Nothing> WriteAsync(WorkScope scope, Removal request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var row = WorkScope.Found(await db.Members.SingleOrDefaultAsync(m => m.Id == request.Id, stop), "not-found.member");
        scope.Expect(row, request.Version);
        RefusedException.IfAny(Referred.To(
            row.Name,
            ("sites", await db.Sites.CountAsync(s => s.MemberId == row.Id, stop)),
            ("professionals", await db.Professionals.CountAsync(p => p.EmployerId == row.Id, stop)),
            ("ballots", await db.Ballots.CountAsync(b => b.MemberId == row.Id, stop)),
            ("attendances", await db.Attendances.CountAsync(a => a.MemberId == row.Id, stop)),
            ("expenses", await db.Expenses.CountAsync(e => e.PaidById == row.Id, stop)),
            ("calls", await db.Calls.CountAsync(c => c.MemberId == row.Id, stop)),
            ("grants", await db.Grants.CountAsync(g => g.MemberId == row.Id, stop)),
            ("invitations", await db.Invitations.CountAsync(i => i.MemberId == row.Id && i.AcceptedAt == null, stop)),
            ("mission_orders", await db.MissionOrders.CountAsync(m => m.EmployerId == row.Id || m.BorrowerId == row.Id, stop)),
            ("replacement_credits", await db.ReplacementCredits.CountAsync(c => c.MemberId == row.Id, stop)),
            ("absence_causes", await db.AbsenceCauses.CountAsync(c => c.EmployerId == row.Id, stop))));
        await agreement.CheckAsync(scope, rows => rows with { Members = [.. rows.Members.Where(m => m.Id != row.Id)] }, stop);
        // Without a site it asks for nothing: what is left of its declarations is empty.
        db.Declarations.RemoveRange(await db.Declarations.Where(d => d.MemberId == row.Id).ToListAsync(stop));
        db.Members.Remove(row);
        return Nothing.More;
    }
}
