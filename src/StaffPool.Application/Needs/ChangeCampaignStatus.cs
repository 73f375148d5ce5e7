using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Needs;

/// <summary>Opens a campaign to the members, closes it, or opens it again.</summary>
[Permits(Role.Administrator)]
public sealed class ChangeCampaignStatus(Work work) : IUseCase<CampaignStatusChange, Nothing>
{
    public Task<Nothing> RunAsync(Guid groupingId, CampaignStatusChange request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<Nothing> WriteAsync(WorkScope scope, CampaignStatusChange request, CancellationToken stop)
    {
        var row = WorkScope.Found(
            await scope.Db.Campaigns.SingleOrDefaultAsync(c => c.Id == request.CampaignId, stop), "not-found.campaign");
        scope.Expect(row, request.Version);
        RefusedException.IfAny(Assess(row, request.Status, scope.Today));
        row.Status = request.Status;
        if (row.Status == CampaignStatus.Open && row.OpensOn > scope.Today)
        {
            row.OpensOn = scope.Today;
        }

        return Nothing.More;
    }

    private static IEnumerable<Violation> Assess(CampaignRow row, CampaignStatus status, DateOnly today)
    {
        if ((row.Status, status) is not (
            (CampaignStatus.Draft or CampaignStatus.Closed, CampaignStatus.Open) or (CampaignStatus.Open, CampaignStatus.Closed)))
        {
            yield return CampaignTexts.Blocking("campaign.status", StatusName(row.Status), StatusName(status));
        }

        if (status == CampaignStatus.Open && row.ClosesOn < today)
        {
            yield return CampaignTexts.Blocking("campaign.over", row.ClosesOn);
        }
    }

    private static object StatusName(CampaignStatus status) =>
        Enum.IsDefined(status) ? CampaignTexts.Of($"status.{status}") : (int)status;
}

/// <param name="CampaignId">The campaign.</param>
/// <param name="Version">As read.</param>
/// <param name="Status">Open or closed. Opening ahead of time brings the first day to today.</param>
public sealed record CampaignStatusChange(Guid CampaignId, int Version, CampaignStatus Status);
