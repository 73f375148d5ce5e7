using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Replacements;

/// <summary>Why somebody is away: for the employer under whom it was recorded, and for the person.</summary>
[Permits(Role.MemberRepresentative, Role.Payroll, Role.Professional)]
[Limits("own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
public sealed class ReadAbsenceCause(Work work) : IUseCase<AbsenceAsked, AbsenceReason>
{
    public Task<AbsenceReason> RunAsync(Guid groupingId, AbsenceAsked request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private static async Task<AbsenceReason> ReadAsync(WorkScope scope, AbsenceAsked request, CancellationToken stop)
    {
        var absence = WorkScope.Found(
            await scope.Db.Absences.Include(a => a.Professional).SingleOrDefaultAsync(a => a.Id == request.AbsenceId, stop), "not-found.absence");
        var cause = await scope.Db.AbsenceCauses.SingleOrDefaultAsync(c => c.AbsenceId == absence.Id, stop);

        // The same answer whether there is a cause or not: that there is one is nobody else's business either.
        if (!AbsenceReason.IsFor(scope.Caller, cause?.EmployerId ?? absence.Professional!.EmployerId, absence.ProfessionalId))
        {
            throw RefusedException.Of(Refusal.NotPermitted, AbsenceTexts.Of("absence.cause-not-yours"));
        }

        return new AbsenceReason(WorkScope.Found(cause, "not-found.absence-cause").Cause, cause!.Note);
    }
}

/// <param name="AbsenceId">Which.</param>
public sealed record AbsenceAsked(Guid AbsenceId);
