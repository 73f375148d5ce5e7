using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;

namespace StaffPool.Application.Needs;

/// <summary>
/// Prepares the campaign of a period: the needs of the one before are carried over, so that a member who changes nothing
/// has nothing to type. Members see it once it is open.
/// </summary>
[Permits(Role.Administrator)]
public sealed class PrepareCampaign(Work work) : IUseCase<CampaignDates, CampaignPrepared>
{
    public Task<CampaignPrepared> RunAsync(Guid groupingId, CampaignDates request, CancellationToken stop) =>
        work.WriteAsync(this, groupingId, scope => WriteAsync(scope, request, stop), stop);

    private static async Task<CampaignPrepared> WriteAsync(WorkScope scope, CampaignDates request, CancellationToken stop)
    {
        var db = scope.Db;
        await scope.TakeTurnAsync(stop);
        var campaigns = await db.Campaigns.AsNoTracking().ToListAsync(stop);
        RefusedException.IfAny(request.Assess(campaigns));
        var row = new CampaignRow { Status = CampaignStatus.Draft };
        request.WriteTo(row);
        db.Campaigns.Add(row);
        scope.Subject = row.Id;
        var former = campaigns.Where(c => c.PeriodStart < row.PeriodStart).MaxBy(c => c.PeriodStart);
        return former is null ? new CampaignPrepared(row.Id, null, 0) : new CampaignPrepared(row.Id, former.Id, await CarryOverAsync(scope, former, row, stop));
    }

    private static async Task<int> CarryOverAsync(WorkScope scope, CampaignRow former, CampaignRow row, CancellationToken stop)
    {
        var needs = await scope.Db.Needs.AsNoTracking().Include(n => n.Site).Where(n => n.CampaignId == former.Id).ToListAsync(stop);
        scope.Db.Needs.AddRange(needs.Select(n => new NeedRow
        {
            CampaignId = row.Id, SiteId = n.SiteId, ProfessionId = n.ProfessionId, Amount = n.Amount, Unit = n.Unit, EveryWeeks = n.EveryWeeks,
            IsPriority = n.IsPriority, AcceptsSmallBlocks = n.AcceptsSmallBlocks, Extras = n.Extras,
        }));
        scope.Db.Declarations.AddRange(needs.Select(n => n.Site!.MemberId).Distinct().Select(member => new DeclarationRow
        {
            CampaignId = row.Id, MemberId = member, Status = DeclarationStatus.CarriedOver, ChangedAt = scope.Now,
        }));
        return needs.Count;
    }
}

/// <param name="Id">Of the new campaign.</param>
/// <param name="FormerId">The campaign whose needs were carried over, or null.</param>
/// <param name="Needs">How many were.</param>
public sealed record CampaignPrepared(Guid Id, Guid? FormerId, int Needs);
