using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Governance;

namespace StaffPool.Application.Governance;

/// <summary>Notes a secondment agreement, a consent or a funding, so that its end is told ahead of time.</summary>
[Permits(Role.Administrator)]
public sealed class AddCommitment(Work work) : IUseCase<CommitmentDescription, Added>
{
    public Task<Added> RunAsync(Guid groupingId, CommitmentDescription request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope =>
        {
            request.Check();
            var row = new CommitmentRow { Title = "", Parties = "" };
            request.WriteTo(row);
            scope.Db.Commitments.Add(row);
            scope.Subject = row.Id;
            return Task.FromResult(new Added(row.Id));
        }, stop);
}
