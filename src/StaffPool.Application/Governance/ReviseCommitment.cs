using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Governance;

/// <summary>Changes what was noted of a secondment agreement, a consent or a funding: one that is renewed ends on another day.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseCommitment(Work work) : IUseCase<CommitmentRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, CommitmentRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var row = WorkScope.Found(await scope.Db.Commitments.SingleOrDefaultAsync(c => c.Id == request.CommitmentId, stop), "not-found.commitment");
            scope.Expect(row, request.Version);
            request.Commitment.Check();
            request.Commitment.WriteTo(row);
            return Nothing.More;
        }, stop);
}

/// <param name="CommitmentId">Which one.</param>
/// <param name="Version">As read.</param>
/// <param name="Commitment">What it is from now on.</param>
public sealed record CommitmentRevision(Guid CommitmentId, int Version, CommitmentDescription Commitment);
