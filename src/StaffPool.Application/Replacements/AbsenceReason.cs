using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Application.Workforce;
using StaffPool.Data.Access;
using StaffPool.Data.Replacements;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Replacements;

/// <summary>Why somebody is away. It never leaves the employer: nobody else gives it, and nobody else reads it.</summary>
/// <param name="Cause">Its kind.</param>
/// <param name="Note">In words, or null.</param>
public sealed record AbsenceReason(AbsenceCause Cause, string? Note)
{
    private const int MostInNote = 2000;

    private static readonly Role[] Employers = [Role.MemberRepresentative, Role.Payroll];

    /// <summary>Whether the caller is of the employer, or the person: neither the administrator nor the operator of the service is.</summary>
    internal static bool IsFor(Caller caller, Guid employerId, Guid professionalId) =>
        caller.MembersAs(Employers).Contains(employerId) || caller.IsSelf(professionalId);

    /// <exception cref="RefusedException">The absence is not the caller's to deal with, or its cause not theirs to give.</exception>
    internal static void Check(Caller caller, ProfessionalRow professional, AbsenceReason? given)
    {
        PeopleAccess.Check(caller, professional, Employers, anybodys: [Role.Administrator, Role.Coordinator], oneself: true);
        if (given is not null && !IsFor(caller, professional.EmployerId, professional.Id))
        {
            throw RefusedException.Of(Refusal.NotPermitted, AbsenceTexts.Of("absence.cause-not-yours"));
        }
    }

    internal static IEnumerable<Violation> Assess(AbsenceReason? given)
    {
        if (given is null)
        {
            yield break;
        }

        if (!Enum.IsDefined(given.Cause))
        {
            yield return AbsenceTexts.Blocking("absence.cause");
        }

        foreach (var problem in TextField.Assess("note", given.Note, isRequired: false, MostInNote, hasLines: true))
        {
            yield return problem;
        }
    }

    internal async Task WriteAsync(WorkScope scope, AbsenceRow absence, Guid employerId, CancellationToken stop)
    {
        var row = await scope.Db.AbsenceCauses.SingleOrDefaultAsync(c => c.AbsenceId == absence.Id, stop);
        if (row is null)
        {
            row = new AbsenceCauseRow { AbsenceId = absence.Id, EmployerId = employerId, Cause = Cause };
            scope.Db.AbsenceCauses.Add(row);
        }
        else if (row.EmployerId != employerId)
        {
            // Recorded under an employer since left: it stays theirs.
            throw RefusedException.Of(Refusal.NotPermitted, AbsenceTexts.Of("absence.cause-not-yours"));
        }

        (row.Cause, row.Note) = (Cause, TextField.Kept(Note));
    }
}
