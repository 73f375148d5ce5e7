using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.Scenarios.Reports;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;

namespace StaffPool.Application.Governance;

/// <summary>
/// Shares and votes of every member with their steps, and what the needs of a campaign change in them. Every member may
/// see them: they are what it votes with.
/// </summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Auditor)]
public sealed class ReadRights(Work work, GroupingLoader loader) : IUseCase<CampaignChoice, RightsView>
{
    public Task<RightsView> RunAsync(Guid groupingId, CampaignChoice request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, request, stop), stop);

    private async Task<RightsView> ReadAsync(WorkScope scope, CampaignChoice request, CancellationToken stop)
    {
        var loaded = await loader.LoadAsync(scope, request.CampaignId, null, stop);
        var scenario = loaded.Scenario;
        var campaign = loaded.Rows.Campaign;
        var former = campaign is null
            ? null
            : await scope.Db.Campaigns.Where(c => c.PeriodStart < campaign.PeriodStart).OrderByDescending(c => c.PeriodStart).FirstOrDefaultAsync(stop);
        var before = former is null ? null : (await loader.LoadAsync(scope, former.Id, null, stop)).Scenario;
        return new RightsView(
            campaign?.Id,
            campaign?.PeriodStart,
            campaign is { Status: not CampaignStatus.Closed },
            [
                .. before is null ? [] : RightsReport.RevisionBetween(before, scenario, campaign!.PeriodStart),
                .. RightsReport.On(scenario, campaign?.PeriodStart ?? scope.Today),
                .. ShareReport.Of(scenario),
                .. LifeReport.Of(scenario),
            ]);
    }
}

/// <param name="CampaignId">Whose needs; null for the last campaign.</param>
public sealed record CampaignChoice(Guid? CampaignId);

/// <param name="CampaignId">Whose needs the rights follow, where they follow needs; null where there is no campaign.</param>
/// <param name="PeriodStart">First day of its period.</param>
/// <param name="IsProvisional">Whether the campaign is not closed yet: the needs may still change.</param>
/// <param name="Sections">The figures with their steps.</param>
public sealed record RightsView(Guid? CampaignId, DateOnly? PeriodStart, bool IsProvisional, IReadOnlyList<ReportSection> Sections);
