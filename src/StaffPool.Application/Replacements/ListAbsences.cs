using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;

namespace StaffPool.Application.Replacements;

/// <summary>Who is away and when, never why.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.MemberRepresentative, Role.Payroll, Role.Professional, Role.Auditor)]
[Limits("own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("oneself", Role.Professional)]
public sealed class ListAbsences(Work work) : IUseCase<AbsencesBetween, IReadOnlyList<AbsenceView>>
{
    public Task<IReadOnlyList<AbsenceView>> RunAsync(Guid groupingId, AbsencesBetween request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private static async Task<IReadOnlyList<AbsenceView>> ReadAsync(WorkScope scope, AbsencesBetween request, CancellationToken stop)
    {
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
        var own = scope.Caller.MembersAs(Role.MemberRepresentative, Role.Payroll);
        var self = scope.Caller.Professionals;
        return await scope.Db.Absences
            .Where(a => a.FirstDay <= request.To && a.LastDay >= request.From)
            .Where(a => seesAll || own.Contains(a.Professional!.EmployerId) || self.Contains(a.ProfessionalId))
            .OrderBy(a => a.FirstDay).ThenBy(a => a.Professional!.Name)
            .Select(a => new AbsenceView(
                a.Id, a.Version, a.ProfessionalId, a.Professional!.Name, a.Professional.Profession!.Name, a.FirstDay, a.FirstPart, a.LastDay,
                a.LastPart, a.IsEndExpected, a.RecordedBy, own.Contains(a.Professional.EmployerId) || self.Contains(a.ProfessionalId)))
            .ToListAsync(stop);
    }
}

/// <param name="From">First day looked at.</param>
/// <param name="To">Last day.</param>
public sealed record AbsencesBetween(DateOnly From, DateOnly To);

/// <summary>An absence; the last value says whether its cause is the reader's to ask for.</summary>
public sealed record AbsenceView(
    Guid Id,
    int Version,
    Guid ProfessionalId,
    string ProfessionalName,
    string ProfessionName,
    DateOnly FirstDay,
    DayPart FirstPart,
    DateOnly LastDay,
    DayPart LastPart,
    bool IsEndExpected,
    string RecordedBy,
    bool MayKnowCause);
