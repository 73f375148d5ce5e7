using StaffPool.Application.UseCases;
using StaffPool.Data.Access;

namespace StaffPool.Application.Scenarios;

/// <summary>The grouping as a scenario file, UTF-8: what it is, and the needs of one campaign.</summary>
[Permits(Role.Administrator, Role.Auditor)]
public sealed class ExportGrouping(Work work, IScenarioFormat format) : IUseCase<CampaignToExport, byte[]>
{
    public Task<byte[]> RunAsync(Guid groupingId, CampaignToExport request, CancellationToken stop) => work.ReadAsync(
        this,
        groupingId,
        async scope => format.ToFile(await GroupingLoader.RowsAsync(scope, request.CampaignId, null, stop)),
        stop);
}

/// <param name="CampaignId">The campaign, or null for the last one.</param>
public sealed record CampaignToExport(Guid? CampaignId);
