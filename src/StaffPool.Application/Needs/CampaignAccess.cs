using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;

namespace StaffPool.Application.Needs;

/// <summary>Members do not see a campaign that is still being prepared.</summary>
internal static class CampaignAccess
{
    public static bool SeesDrafts(this Caller caller) => caller.Is(Role.Administrator, Role.Coordinator, Role.Auditor);

    /// <summary>The campaigns that the caller sees.</summary>
    public static IQueryable<CampaignRow> Seen(WorkScope scope)
    {
        var seesDrafts = scope.Caller.SeesDrafts();
        return scope.Db.Campaigns.Where(c => seesDrafts || c.Status != CampaignStatus.Draft);
    }

    /// <param name="scope">The grouping.</param>
    /// <param name="campaignId">Which; null for the latest.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">There is none, or none that the caller sees.</exception>
    public static async Task<CampaignRow> FindOrLatestAsync(WorkScope scope, Guid? campaignId, CancellationToken stop) => WorkScope.Found(
        await Seen(scope).Where(c => campaignId == null || c.Id == campaignId).OrderByDescending(c => c.PeriodStart).FirstOrDefaultAsync(stop),
        "not-found.campaign");
}
