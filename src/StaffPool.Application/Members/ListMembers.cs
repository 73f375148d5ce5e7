using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Members;

namespace StaffPool.Application.Members;

/// <summary>The members, by name. What a member allows itself to spend is its own affair and the grouping's.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor)]
[Limits("no-quota-of-others", Role.MemberRepresentative, Role.Payroll, Role.Professional)]
public sealed class ListMembers(Work work) : IUseCase<Nothing, IReadOnlyList<MemberView>>
{
    public Task<IReadOnlyList<MemberView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<MemberView>> ReadAsync(WorkScope scope, CancellationToken stop)
    {
        var db = scope.Db;
        var seesAll = scope.Caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);
        var own = scope.Caller.MembersAs(Role.MemberRepresentative);
        return await db.Members
            .OrderBy(m => m.Name)
            .Select(m => new MemberView(
                m.Id, m.Version, m.Code, m.Name, m.Kind, m.IsEmployer,
                seesAll || own.Contains(m.Id) ? m.QuotaPerYear : null,
                own.Contains(m.Id),
                db.Sites.Count(s => s.MemberId == m.Id)))
            .ToListAsync(stop);
    }
}

/// <summary>A member; its quota, in half-days a year, is null where there is none or where the reader may not know it.</summary>
public sealed record MemberView(
    Guid Id, int Version, string Code, string Name, MemberKind Kind, bool IsEmployer, int? QuotaPerYear, bool IsOwn, int Sites);
