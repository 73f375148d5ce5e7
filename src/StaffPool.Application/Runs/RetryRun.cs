using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Runs;

/// <summary>Computes again what failed or was stopped, as it was asked for.</summary>
[Permits(Role.Administrator)]
public sealed class RetryRun(Work work, IRunDispatcher dispatcher) : IUseCase<Guid, Nothing>
{
    public async Task<Nothing> RunAsync(Guid groupingId, Guid request, CancellationToken stop)
    {
        var kind = await work.WriteAsync(this, groupingId, async scope =>
        {
            var run = WorkScope.Found(await scope.Db.Runs.SingleOrDefaultAsync(r => r.Id == request, stop), "not-found.run");
            scope.Subject = run.Id;
            if (run.Status == RunStatus.Done)
            {
                throw RefusedException.Of(Refusal.Invalid, RunTexts.Of("run.not-failed"));
            }

            if (run.EndedAt is null)
            {
                // It waits or is computed already: somebody was faster, and it is announced once more.
                return run.Kind;
            }

            (run.Status, run.Failure, run.Failures, run.NotBefore) = (RunStatus.Pending, null, 0, null);
            (run.StartedAt, run.EndedAt, run.Progress, run.IsCancelRequested) = (null, null, null, false);
            return run.Kind;
        }, stop);
        await dispatcher.AnnounceAsync(new RunAddress(groupingId, request, kind), stop);
        return Nothing.More;
    }
}
