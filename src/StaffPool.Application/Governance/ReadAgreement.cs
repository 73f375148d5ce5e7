using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Governance;

/// <summary>The founding agreement: each dated version with its text, the latest first.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Auditor)]
public sealed class ReadAgreement(Work work) : IUseCase<Nothing, IReadOnlyList<AgreementView>>
{
    public Task<IReadOnlyList<AgreementView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<AgreementView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var inForce = await AgreementVersion.InForceAsync(scope, stop);
        return await scope.Db.Agreements
            .OrderByDescending(a => a.ValidFrom)
            .Select(a => new AgreementView(a.Id, a.ValidFrom, a.Reference, a.Id == inForce.Id, a.Sections))
            .ToListAsync(stop);
    }
}

/// <param name="Id">Of the version.</param>
/// <param name="ValidFrom">First day in force.</param>
/// <param name="Reference">The decision that adopted it.</param>
/// <param name="IsInForce">Whether it is the one in force today.</param>
/// <param name="Sections">Sections of docs/scenario-format.md, as YAML.</param>
public sealed record AgreementView(Guid Id, DateOnly ValidFrom, string Reference, bool IsInForce, string Sections);
