using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Planning;
using StaffPool.Domain.Planning;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Planning;

/// <summary>Puts a draft in force for its period, in place of the one that was. The independent checker has the last word.</summary>
[Permits(Role.Administrator)]
public sealed class PublishPlan(Work work, GroupingLoader loader) : IUseCase<PlanVersion, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, PlanVersion request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => PublishAsync(scope, request, stop), stop);

    private async Task<Nothing> PublishAsync(WorkScope scope, PlanVersion request, CancellationToken stop)
    {
        var draft = await PlanDrafts.OfAsync(scope, request.PlanId, request.Version, stop);
        var (problem, plan) = (await StoredPlan.LoadAsync(loader, scope, draft.Id, stop)).Answered;
        var blocking = PlanChecker.Check(problem, plan).Where(v => v.Severity == Severity.Blocking).ToList();
        if (blocking.Count > 0)
        {
            throw new RefusedException(Refusal.Invalid, blocking);
        }

        foreach (var former in await scope.Db.Plans
            .Where(p => p.PeriodStart == draft.PeriodStart && p.Status == PlanStatus.Published).ToListAsync(stop))
        {
            former.Status = PlanStatus.Replaced;
        }

        (draft.Status, draft.PublishedAt) = (PlanStatus.Published, scope.Now);
        // Two publications for one period at once: the campaign changes hands once, and the second is told.
        var campaign = await scope.Db.Campaigns.SingleAsync(c => c.PeriodStart == draft.PeriodStart, stop);
        scope.Db.Entry(campaign).State = EntityState.Modified;
        return Nothing.More;
    }
}
