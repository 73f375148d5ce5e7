using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;

namespace StaffPool.Application.Replacements;

/// <summary>Records that a professional is away. Why is kept apart, and only the employer or the person says it.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional)]
[Limits("own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
[Limits("no-cause", Role.Administrator, Role.Coordinator)]
public sealed class RecordAbsence(Work work) : IUseCase<Absence, Added>
{
    public Task<Added> RunAsync(Guid groupingId, Absence request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, Absence request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var professional = WorkScope.Found(
            await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == request.ProfessionalId, stop), "not-found.professional");
        AbsenceReason.Check(scope.Caller, professional, request.Reason);
        var others = await db.Absences.AsNoTracking().Where(a => a.ProfessionalId == professional.Id).ToListAsync(stop);
        RefusedException.IfAny([.. request.Span.Assess(others), .. AbsenceReason.Assess(request.Reason)]);
        var row = new AbsenceRow { ProfessionalId = professional.Id, RecordedBy = scope.Caller.Name };
        request.Span.WriteTo(row);
        db.Absences.Add(row);
        scope.Subject = row.Id;
        if (request.Reason is { } reason)
        {
            await reason.WriteAsync(scope, row, professional.EmployerId, stop);
        }

        return new Added(row.Id);
    }
}

/// <param name="ProfessionalId">Who is away.</param>
/// <param name="Span">When.</param>
/// <param name="Reason">Why; null where it is not said.</param>
public sealed record Absence(Guid ProfessionalId, AbsenceSpan Span, AbsenceReason? Reason);
