using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Needs;

/// <summary>Changes the dates of a campaign. Its period no longer changes once it is planned.</summary>
[Permits(Role.Administrator)]
public sealed class ReviseCampaign(Work work) : IUseCase<CampaignRevision, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, CampaignRevision request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, CampaignRevision request, CancellationToken stop)
    {
        await scope.TakeTurnAsync(stop);
        var campaigns = await scope.Db.Campaigns.ToListAsync(stop);
        var row = WorkScope.Found(campaigns.Find(c => c.Id == request.CampaignId), "not-found.campaign");
        scope.Expect(row, request.Version);
        var isMoved = (request.Dates.PeriodStart, request.Dates.PeriodEnd) != (row.PeriodStart, row.PeriodEnd);
        var plans = isMoved ? await scope.Db.Plans.CountAsync(p => p.PeriodStart == row.PeriodStart, stop) : 0;
        IEnumerable<Violation> planned = plans > 0 ? [CampaignTexts.Blocking("campaign.planned", row.PeriodStart, row.PeriodEnd, plans)] : [];
        RefusedException.IfAny([.. request.Dates.Assess(campaigns.Where(c => c != row)), .. planned]);
        request.Dates.WriteTo(row);
        return Nothing.More;
    }
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="Version">As read.</param>
/// <param name="Dates">All its dates from now on.</param>
public sealed record CampaignRevision(Guid CampaignId, int Version, CampaignDates Dates);
