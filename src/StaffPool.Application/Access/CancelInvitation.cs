using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Access;

/// <summary>Takes back an invitation: its link no longer works.</summary>
[Permits(Role.Administrator)]
public sealed class CancelInvitation(Work work) : IUseCase<Guid, Nothing>
{
    /// <param name="groupingId">The grouping.</param>
    /// <param name="request">The invitation.</param>
    /// <param name="stop">Gives up.</param>
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) => work.WriteAsync(
        this,
        groupingId,
        async scope =>
        {
            var invitation = WorkScope.Found(
                await scope.Db.Invitations.SingleOrDefaultAsync(i => i.Id == request && i.AcceptedAt == null, stop), "not-found.invitation");
            scope.Subject = invitation.Id;
            scope.Db.Invitations.Remove(invitation);
            return Nothing.More;
        },
        stop);
}
