using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Application.Governance;

/// <summary>The assemblies of a grouping, the last one first.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
public sealed class ListAssemblies(Work work) : IUseCase<Nothing, IReadOnlyList<AssemblyLine>>
{
    public Task<IReadOnlyList<AssemblyLine>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<AssemblyLine>>(this, groupingId, async scope => await scope.Db.Assemblies
            .OrderByDescending(a => a.Day)
            .Select(a => new AssemblyLine(a.Id, a.Title, a.Day, a.Place, a.Status, a.Motions.Count))
            .ToListAsync(stop), stop);
}

/// <summary>An assembly in a list.</summary>
public sealed record AssemblyLine(Guid Id, string? Title, DateOnly Day, string Place, AssemblyStatus Status, int Motions);
