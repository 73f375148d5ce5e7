using System.Globalization;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Governance;
using StaffPool.Data.Needs;
using StaffPool.Data.Runs;

namespace StaffPool.Application.Governance;

/// <summary>Keeps the shares and votes that the needs of a campaign lead to: once it is closed, and again once an assembly has met on them.</summary>
[Permits]
public sealed class RightsExecution(Work work, GroupingLoader loader) : IClockedExecution
{
    private readonly ReadRights read = new(work, loader);

    public IReadOnlyCollection<RunKind> Kinds => [RunKind.ProvisionalRights, RunKind.FinalRights];

    public async Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop)
    {
        var closed = await scope.Db.Campaigns.AsNoTracking()
            .Where(c => c.Status == CampaignStatus.Closed && c.PeriodEnd >= scope.Today).ToListAsync(stop);
        if (kind == RunKind.ProvisionalRights)
        {
            // One that was opened again for a late member, and closed again, has other needs.
            return [.. closed.Select(c => DueRun.Of(
                CampaignExecution.KeyOf(c, c.ClosesOn, c.Version.ToString(CultureInfo.InvariantCulture)), new CampaignChange(c.Id)))];
        }

        var held = await scope.Db.Assemblies.AsNoTracking().Where(a => a.Status == AssemblyStatus.Closed).ToListAsync(stop);
        return [.. from campaign in closed
            from assembly in held
            where assembly.Day >= campaign.ClosesOn && assembly.Day <= campaign.PeriodEnd
            select DueRun.Of(CampaignExecution.KeyOf(campaign, assembly.Day, assembly.Code), new CampaignChange(campaign.Id))];
    }

    public async Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run)
    {
        var view = await read.RunAsync(run.GroupingId, new CampaignChoice(run.RequestAs<CampaignChange>().CampaignId), run.Stop);
        return RunReport.Of(view.Sections).SaveAsync;
    }
}
