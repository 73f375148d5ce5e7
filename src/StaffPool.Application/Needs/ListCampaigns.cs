using Microsoft.EntityFrameworkCore;
using StaffPool.Application.UseCases;
using StaffPool.Data.Access;
using StaffPool.Data.Needs;

namespace StaffPool.Application.Needs;

/// <summary>The campaigns, the latest period first.</summary>
[Permits(Role.Administrator, Role.MemberRepresentative, Role.Coordinator, Role.Professional, Role.Payroll, Role.Auditor, Role.Funder)]
[Limits("no-drafts", Role.MemberRepresentative, Role.Professional, Role.Payroll, Role.Funder)]
public sealed class ListCampaigns(Work work) : IUseCase<Nothing, IReadOnlyList<CampaignView>>
{
    public Task<IReadOnlyList<CampaignView>> RunAsync(Guid groupingId, Nothing request, CancellationToken stop) =>
        work.ReadAsync(this, groupingId, scope => ReadAsync(scope, stop), stop);

    private static async Task<IReadOnlyList<CampaignView>> ReadAsync(WorkScope scope, CancellationToken stop) =>
        await CampaignAccess.Seen(scope)
            .OrderByDescending(c => c.PeriodStart)
            .Select(c => new CampaignView(c.Id, c.Version, c.PeriodStart, c.PeriodEnd, c.OpensOn, c.ClosesOn, c.Status))
            .ToListAsync(stop);
}

/// <summary>A campaign: the period that the needs are for, and the days on which members declare.</summary>
public sealed record CampaignView(
    Guid Id, int Version, DateOnly PeriodStart, DateOnly PeriodEnd, DateOnly OpensOn, DateOnly ClosesOn, CampaignStatus Status);
