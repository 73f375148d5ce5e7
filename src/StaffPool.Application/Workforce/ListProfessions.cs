using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Workforce;

/// <summary>The professions that members can ask for, by name.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor)]
public sealed class ListProfessions(Work work) : IUseCase<Nothing, IReadOnlyList<ProfessionView>>
{
    public Task<IReadOnlyList<ProfessionView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<ProfessionView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        return await db.Professions
            .OrderBy(p => p.Name)
            .Select(p => new ProfessionView(p.Id, p.Version, p.Code, p.Name, p.Service, db.Professionals.Count(x => x.ProfessionId == p.Id)))
            .ToListAsync(stop);
    }
}

/// <summary>A profession, its service where it has one, and how many professionals practise it.</summary>
public sealed record ProfessionView(Guid Id, int Version, string Code, string Name, string? Service, int Professionals);
