using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Workforce;

/// <summary>Changes what is said of a shared professional. An employer does it for its own people.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-people", Role.MemberRepresentative)]
public sealed class ReviseProfessional(Work work) : IUseCase<ProfessionalRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, ProfessionalRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, ProfessionalRevision request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var row = WorkScope.Found(
            await scope.Db.Professionals.SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        PeopleAccess.Check(scope.Caller, row, employers: [Role.MemberRepresentative], anybodys: [Role.Administrator], oneself: false);
        request.Professional.CheckEmployer(scope.Caller);
        scope.Expect(row, request.Version);
        RefusedException.IfAny(await request.Professional.AssessAsync(scope, row.Id, stop));
        request.Professional.WriteTo(row);
        return Nothing.More;
    }
}

/// <param name="ProfessionalId">Who.</param>
/// <param name="Version">As read.</param>
/// <param name="Professional">What is said from now on.</param>
public sealed record ProfessionalRevision(Guid ProfessionalId, int Version, ProfessionalDescription Professional);
