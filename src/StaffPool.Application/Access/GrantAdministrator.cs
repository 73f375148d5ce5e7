using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Makes a user administrator of a grouping: for the operator of the service alone, who starts it. Others invite.</summary>
[Permits]
public sealed class GrantAdministrator(Work work) : IUseCase<NewAdministrator, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, NewAdministrator request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, NewAdministrator request, CancellationToken stop)
    {
        if (!await scope.Db.Grants.AnyAsync(g => g.UserId == request.UserId && g.Role == Role.Administrator, stop))
        {
            var grant = new GrantRow { UserId = request.UserId, Role = Role.Administrator };
            scope.Db.Grants.Add(grant);
            scope.Subject = grant.Id;
        }

        return Nothing.More;
    }
}

/// <param name="UserId">Who becomes administrator.</param>
public sealed record NewAdministrator(Guid UserId);
