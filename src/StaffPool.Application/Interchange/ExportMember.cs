using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Interchange;

/// <summary>
/// Everything that is one member's, for the day it leaves: its sites, the people it employs, its needs, plans, work done,
/// costs, calls, votes and acts, as CSV and JSON in one archive.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative)]
[Limits("own-member", Role.MemberRepresentative)]
public sealed class ExportMember(Work work, ITableFormat format) : IUseCase<MemberToExport, byte[]>
{
    public Task<byte[]> RunAsync(Guid groupingId, MemberToExport request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope =>
        {
            if (!scope.Caller.Is(Role.Administrator) && !scope.Caller.MembersAs(Role.MemberRepresentative).Contains(request.MemberId))
            {
                throw RefusedException.Of(Refusal.NotPermitted, ExchangeTexts.Of("member.not-yours"));
            }

            WorkScope.Found(await scope.Db.Members.SingleOrDefaultAsync(m => m.Id == request.MemberId, stop), "not-found.member");
            return format.ToArchive(await MemberHoldings.OfAsync(scope.Db, request.MemberId, stop));
        },
        stop);
}

/// <param name="MemberId">The member.</param>
public sealed record MemberToExport(Guid MemberId);
