using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>Stops a computation. One that waits ends at once; one that runs keeps the best it has found, within seconds.</summary>
[Permits(Role.Administrator)]
public sealed class CancelRun(Work work) : IUseCase<Guid, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, async scope =>
        {
            var run = WorkScope.Found(await scope.Db.Runs.SingleOrDefaultAsync(r => r.Id == request, stop), "not-found.run");
            scope.Subject = run.Id;
            switch (run.Status)
            {
                case RunStatus.Pending:
                    (run.Status, run.EndedAt, run.DedupKey) = (RunStatus.Cancelled, scope.Now, null);
                    break;
                case RunStatus.Running:
                    run.IsCancelRequested = true;
                    break;
                case RunStatus.Done or RunStatus.Failed or RunStatus.Cancelled:
                    break;
            }

            return Nothing.More;
        }, stop);
}
