using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Planning;

/// <summary>Asks for the plan of a campaign. It is computed outside the request: <see cref="ReadRun"/> says where it stands.</summary>
[Permits(Role.Administrator)]
public sealed class RequestPlan(Work work, IRunDispatcher dispatcher) : IUseCase<PlanAsked, Guid>
{
    private const int LeastSeconds = 5;
    private const int MostSeconds = 3600;

    /// <returns>The run. While one of the same campaign waits or runs, that one.</returns>
    public async Task<Guid> RunAsync(Guid groupingId, PlanAsked request, CancellationToken stop)
    {
        var runId = await work.WriteAsync(this, groupingId, scope => AddAsync(scope, request, stop), stop);
        await dispatcher.AnnounceAsync(new RunAddress(groupingId, runId, RunKind.Plan), stop);
        return runId;
    }

    private static async Task<Guid> AddAsync(WorkScope scope, PlanAsked request, CancellationToken stop)
    {
        if (request.Seconds is < LeastSeconds or > MostSeconds)
        {
            throw RefusedException.Of(Refusal.Invalid, PlanTexts.Of("plan.seconds", LeastSeconds, MostSeconds));
        }

        var campaign = WorkScope.Found(
            await scope.Db.Campaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId, stop), "not-found.campaign");
        if (request.FromPlanId is { } planId)
        {
            WorkScope.Found(
                await scope.Db.Plans.SingleOrDefaultAsync(p => p.Id == planId && p.PeriodStart == campaign.PeriodStart, stop), "not-found.plan");
        }

        return await AskedRun.AddAsync(scope, RunKind.Plan, campaign.Id, request, stop);
    }
}

/// <param name="CampaignId">Whose needs.</param>
/// <param name="Seconds">Longest time, 5 to 3,600.</param>
/// <param name="FromPlanId">Plan to change as little as possible, whose pinned cells are kept; null for the one published.</param>
public sealed record PlanAsked(Guid CampaignId, int Seconds, Guid? FromPlanId = null);
