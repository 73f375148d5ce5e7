using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Governance;

/// <summary>Removes what was noted by mistake of a secondment agreement, a consent or a funding.</summary>
[Permits(Role.Administrator)]
public sealed class RemoveCommitment(Work work) : IUseCase<CommitmentRemoval, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, CommitmentRemoval request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var row = WorkScope.Found(await scope.Db.Commitments.SingleOrDefaultAsync(c => c.Id == request.CommitmentId, stop), "not-found.commitment");
            scope.Db.Commitments.Remove(scope.Expect(row, request.Version));
            return Nothing.More;
        }, stop);
}

/// <param name="CommitmentId">Which one.</param>
/// <param name="Version">As read.</param>
public sealed record CommitmentRemoval(Guid CommitmentId, int Version);
