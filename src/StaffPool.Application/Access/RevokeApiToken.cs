using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Ends a token: its next request is refused. Ending one that is over already does nothing.</summary>
[Permits(Role.Administrator)]
public sealed class RevokeApiToken(Work work) : IUseCase<Guid, Nothing>
{
    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">The token.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var token = WorkScope.Found(await scope.Db.ApiTokens.SingleOrDefaultAsync(t => t.Id == request, stop), "not-found.token");
            scope.Subject = token.Id;
            token.RevokedAt ??= scope.Now;
            return Nothing.More;
        },
        stop);
}
