using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Members;

namespace StaffPool.Application.Members;

/// <summary>Takes in a member.</summary>
[Permits(Role.Administrator)]
public sealed class AddMember(Work work) : IUseCase<MemberDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, MemberDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Added> WriteAsync(WorkScope scope, MemberDescription request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var members = await scope.Db.Members.AsNoTracking().ToListAsync(stop);
        RefusedException.IfAny(request.Assess(Names.Of(members, m => m.Name).Contains));
        var row = new MemberRow
        {
            Code = Codes.From(request.Name, members.Select(m => m.Code).ToHashSet(StringComparer.Ordinal)), Name = "", Kind = request.Kind,
        };
        request.WriteTo(row);
        scope.Db.Members.Add(row);
        scope.Subject = row.Id;
        return new Added(row.Id);
    }
}
