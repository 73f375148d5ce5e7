using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Data.Workforce;
using StaffPool.Domain.Workforce;

namespace StaffPool.Application.Workforce;

/// <summary>
/// The shared professionals, by name: of everybody what the shared plan says; what the contract says of an employer's own
/// people, and of oneself.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor)]
[Limits("details-of-own-people", Role.MemberRepresentative, Role.Payroll)]
[Limits("details-of-oneself", Role.Professional)]
public sealed class ListProfessionals(Work work) : IUseCase<Nothing, StaffView>
{
    public Task<StaffView> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<StaffView> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
        var own = scope.Caller.MembersAs(Role.MemberRepresentative, Role.Payroll);
        var self = scope.Caller.Professionals;
        var sites = (await db.Assignments
            .Where(a => a.HalfDays > 0
                && db.Plans.Any(p => p.Id == a.PlanId && p.Status == PlanStatus.Published && p.PeriodEnd >= scope.Today))
            .Select(a => new { a.ProfessionalId, a.Need!.Site!.Name })
            .Distinct()
            .ToListAsync(stop))
            .ToLookup(a => a.ProfessionalId, a => a.Name);
        var professionals = await db.Professionals
            .OrderBy(p => p.Name)
            .Select(p => new ProfessionalView(
                p.Id, p.Code, p.Name, p.ProfessionId, p.Profession!.Name, Array.Empty<string>(),
                seesAll || own.Contains(p.EmployerId) || self.Contains(p.Id)
                    ? new ProfessionalDetails(
                        p.Version, p.EmployerId, p.Employer!.Name, p.BaseId, p.Base!.Name, p.FullTimeEquivalent, p.WorkingTime, p.Status,
                        p.ReferentManager, p.Qualifications, p.ReservedHalfDaysPerYear, p.ConsentsToNamedSitesOnly, p.ConsentNotRequiredBecause)
                    : null))
            .ToListAsync(stop);
        var workingTimes = await db.WorkingTimes.Select(t => new WorkingTimeChoice(t.Code, t.Name)).ToListAsync(stop);
        return new StaffView(
            [.. professionals.Select(p => p with { Sites = [.. sites[p.Id].Order(StringComparer.Ordinal)] })],
            [.. WorkingTimeRuleSet.Known.Select(t => new WorkingTimeChoice(t.Id, t.Name)), .. workingTimes]);
    }
}

/// <param name="Professionals">By name.</param>
/// <param name="WorkingTimes">What can be chosen for a contract.</param>
public sealed record StaffView(IReadOnlyList<ProfessionalView> Professionals, IReadOnlyList<WorkingTimeChoice> WorkingTimes);

/// <param name="Code">Identifier, as kept with the professional.</param>
/// <param name="Name">As shown.</param>
public sealed record WorkingTimeChoice(string Code, string Name);

/// <param name="Id">Of the professional.</param>
/// <param name="Code">In scenarios and documents.</param>
/// <param name="Name">As shown.</param>
/// <param name="ProfessionId">Of which profession.</param>
/// <param name="ProfessionName">As shown.</param>
/// <param name="Sites">Names of the sites served under the plans in force or to come.</param>
/// <param name="Details">Null where the reader may not know them.</param>
public sealed record ProfessionalView(
    Guid Id, string Code, string Name, Guid ProfessionId, string ProfessionName, IReadOnlyList<string> Sites, ProfessionalDetails? Details);

/// <summary>What the contract says: see <see cref="ProfessionalRow"/>.</summary>
public sealed record ProfessionalDetails(
    int Version,
    Guid EmployerId,
    string EmployerName,
    Guid BaseId,
    string BaseName,
    decimal FullTimeEquivalent,
    string? WorkingTime,
    EmploymentStatus Status,
    string? ReferentManager,
    IReadOnlyList<string> Qualifications,
    int ReservedHalfDaysPerYear,
    bool ConsentsToNamedSitesOnly,
    string? ConsentNotRequiredBecause);
