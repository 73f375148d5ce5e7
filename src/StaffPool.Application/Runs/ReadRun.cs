using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Runs;

/// <summary>Where one computation stands.</summary>
[Permits(Role.Administrator, Role.Coordinator, Role.Auditor)]
public sealed class ReadRun(Work work) : IUseCase<Guid, RunView>
{
    public Task<RunView> RunAsync(Guid groupingId, Guid request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, async scope =>
        {
            var view = RunView.Of(WorkScope.Found(await scope.Db.Runs.SingleOrDefaultAsync(r => r.Id == request, stop), "not-found.run"));
            var document = await scope.Db.RunResults.Where(r => r.RunId == request).Select(r => r.Document).SingleOrDefaultAsync(stop);
            return document is null ? view : view with { Report = RunReport.Read(document) };
        }, stop);
}
