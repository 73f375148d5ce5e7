using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data.Needs;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Needs;

/// <summary>Opens a campaign on its first day and closes it after its last, as its administrator set them.</summary>
[Permits]
public sealed class CampaignExecution : IClockedExecution
{
    public IReadOnlyCollection<RunKind> Kinds => [RunKind.CampaignOpening, RunKind.CampaignClosing];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var campaigns = kind == RunKind.CampaignOpening
            ? scope.Db.Campaigns.Where(c => c.Status == CampaignStatus.Draft && c.OpensOn <= scope.Today && c.ClosesOn >= scope.Today)
            : scope.Db.Campaigns.Where(c => c.Status == CampaignStatus.Open && c.ClosesOn < scope.Today);
        return [.. (await campaigns.AsNoTracking().ToListAsync(stop)).Select(c => DueRun.Of(
            KeyOf(c, kind == RunKind.CampaignOpening ? c.OpensOn : c.ClosesOn), new CampaignChange(c.Id)))];
    }

    public Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var campaignId = run.RequestAs<CampaignChange>().CampaignId;
        var (from, to) = run.Kind == RunKind.CampaignOpening ? (CampaignStatus.Draft, CampaignStatus.Open) : (CampaignStatus.Open, CampaignStatus.Closed);
        return Task.FromResult<Func<WorkScope, RunRow, Task>>(async (scope, row) =>
        {
            // Its administrator may have been faster, or have removed it.
            if (await scope.Db.Campaigns.SingleOrDefaultAsync(c => c.Id == campaignId && c.Status == from, run.Stop) is { } campaign)
            {
                campaign.Status = to;
                row.ResultId = campaign.Id;
            }
        });
    }

    /// <summary>A campaign whose days were changed is due anew.</summary>
    internal static string KeyOf(CampaignRow campaign, DateOnly day, string? more = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{campaign.PeriodStart:yyyy-MM-dd}/{day:yyyy-MM-dd}{(more is null ? "" : "/" + more)}");
}

/// <param name="CampaignId">The campaign.</param>
public sealed record CampaignChange(Guid CampaignId);
