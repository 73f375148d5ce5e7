using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Removes an absence that did not take place, with its cause.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional)]
[Limits("own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
public sealed class RemoveAbsence(Work work) : IUseCase<Removal, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Removal request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, Removal request, CancellationToken stop)
    {
        var db = scope.Db;
        var row = WorkScope.Found(await db.Absences.SingleOrDefaultAsync(a => a.Id == request.Id, stop), "not-found.absence");
        var professional = await db.Professionals.AsNoTracking().SingleAsync(p => p.Id == row.ProfessionalId, stop);
        AbsenceReason.Check(scope.Caller, professional, given: null);
        scope.Expect(row, request.Version);
        db.AbsenceCauses.RemoveRange(await db.AbsenceCauses.Where(c => c.AbsenceId == row.Id).ToListAsync(stop));
        foreach (var offer in await db.Offers.Where(o => o.AbsenceId == row.Id).ToListAsync(stop))
        {
            offer.AbsenceId = null;
            (offer.Status, offer.EndedAt) = offer.Status == OfferStatus.Open ? (OfferStatus.Cancelled, scope.Now) : (offer.Status, offer.EndedAt);
        }

        db.Absences.Remove(row);
        return Nothing.More;
    }
}
