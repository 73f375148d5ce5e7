using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Changes when somebody is away and, for the employer or the person, why.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional)]
[Limits("own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
[Limits("no-cause", Role.Administrator, Role.Coordinator)]
public sealed class ReviseAbsence(Work work) : IUseCase<AbsenceRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, AbsenceRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, AbsenceRevision request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var row = WorkScope.Found(await db.Absences.SingleOrDefaultAsync(a => a.Id == request.AbsenceId, stop), "not-found.absence");
        var professional = await db.Professionals.AsNoTracking().SingleAsync(p => p.Id == row.ProfessionalId, stop);
        AbsenceReason.Check(scope.Caller, professional, request.Reason);
        scope.Expect(row, request.Version);
        var others = await db.Absences.AsNoTracking().Where(a => a.ProfessionalId == row.ProfessionalId && a.Id != row.Id).ToListAsync(stop);
        RefusedException.IfAny([.. request.Span.Assess(others), .. AbsenceReason.Assess(request.Reason)]);
        request.Span.WriteTo(row);
        if (request.Reason is { } reason)
        {
            await reason.WriteAsync(scope, row, professional.EmployerId, stop);
        }

        return Nothing.More;
    }
}

/// <param name="AbsenceId">Which.</param>
/// <param name="Version">As read.</param>
/// <param name="Span">When, from now on.</param>
/// <param name="Reason">Why; null leaves what was said.</param>
public sealed record AbsenceRevision(Guid AbsenceId, int Version, AbsenceSpan Span, AbsenceReason? Reason);
