using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Costs;

/// <summary>The calls issued, the last ones first; a member sees its own.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ListCalls(Work work) : IUseCase<Nothing, IReadOnlyList<CallLine>>
{
    public Task<IReadOnlyList<CallLine>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync<IReadOnlyList<CallLine>>(this, groupingId, async scope =>
        {
            var seesAll = scope.Caller.Is(Role.Administrator, Role.Auditor);
            var own = scope.Caller.MembersAs(Role.MemberRepresentative);
            return await scope.Db.Calls
                .Where(c => seesAll || own.Contains(c.MemberId))
                .OrderByDescending(c => c.PeriodStart).ThenBy(c => c.Member!.Name)
                .Select(c => new CallLine(c.Id, c.Version, c.Member!.Name, c.PeriodStart, c.PeriodEnd, c.Cents, c.IssuedOn, c.PaidOn))
                .ToListAsync(stop);
        }, stop);
}

/// <summary>A call for contribution in a list.</summary>
public sealed record CallLine(
    Guid Id, int Version, string Member, DateOnly PeriodStart, DateOnly PeriodEnd, long Cents, DateOnly IssuedOn, DateOnly? PaidOn);
