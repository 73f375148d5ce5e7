using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Members;

/// <summary>Changes what is known of a member. Its identifier stays, for the agreement and old plans name it.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseMember(Work work) : IUseCase<MemberRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, MemberRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, MemberRevision request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var members = await scope.Db.Members.ToListAsync(stop);
        var row = WorkScope.Found(members.Find(m => m.Id == request.MemberId), "not-found.member");
        scope.Expect(row, request.Version);
        var people = request.Member.IsEmployer ? 0 : await scope.Db.Professionals.CountAsync(p => p.EmployerId == row.Id, stop);
        RefusedException.IfAny([.. request.Member.Assess(Names.Of(members.Where(m => m != row), m => m.Name).Contains), .. request.Member.AssessEmployer(people)]);
        request.Member.WriteTo(row);
        return Nothing.More;
    }
}

/// <param name="MemberId">The member.</param>
/// <param name="Version">As read.</param>
/// <param name="Member">What it is from now on.</param>
public sealed record MemberRevision(Guid MemberId, int Version, MemberDescription Member);
