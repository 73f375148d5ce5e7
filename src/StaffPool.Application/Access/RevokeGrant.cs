using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Takes a role away. A grouping keeps an administrator, whatever happens.</summary>
[Permits(Role.Administrator)]
public sealed class RevokeGrant(Work work) : IUseCase<Guid, Nothing>
{
    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">The grant.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            // Both administrators could leave at the same moment: the grouping is taken for writing, so that one is told.
            var grouping = await scope.Db.Groupings.SingleAsync(stop);
            var grant = WorkScope.Found(await scope.Db.Grants.SingleOrDefaultAsync(g => g.Id == request, stop), "not-found.grant");
            scope.Subject = grant.Id;
            if (grant.Role == Role.Administrator)
            {
                if (!await scope.Db.Grants.AnyAsync(g => g.Role == Role.Administrator && g.UserId != grant.UserId, stop))
                {
                    throw RefusedException.Of(Refusal.Invalid, AccessTexts.Of("grant.last-administrator"));
                }

                grouping.Version++;
            }

            scope.Db.Grants.Remove(grant);
            return Nothing.More;
        },
        stop);
}
