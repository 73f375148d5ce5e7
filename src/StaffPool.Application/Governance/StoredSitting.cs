using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Governance;
using StaffPool.Data.Needs;
using StaffPool.Domain.Governance.Assemblies;
using StaffPool.Domain.Governance.Voting;
using StaffPool.Domain.Rules;

namespace StaffPool.Application.Governance;

/// <summary>An assembly of the database as the domain sees it, with the table of votes kept when it was convened.</summary>
internal static class StoredSitting
{
    /// <summary>The grouping with the needs that hold on a day: those of the last campaign closed for it, else of the last one.</summary>
    public static async Task<GroupingRows> RowsOnAsync(WorkScope scope, DateOnly day, CancellationToken stop)
    {
        var campaignId = await scope.Db.Campaigns
            .Where(c => c.PeriodStart <= day && c.Status == CampaignStatus.Closed)
            .OrderByDescending(c => c.PeriodStart).Select(c => (Guid?)c.Id).FirstOrDefaultAsync(stop);
        return await GroupingLoader.RowsAsync(scope, campaignId, null, stop);
    }

    /// <summary>The sitting; none where there is no table of votes, and then the violations say why.</summary>
    public static (GeneralAssembly? Assembly, IReadOnlyList<Violation> Violations) Of(Scenario scenario, AssemblyRow row) =>
        RightsOverTime.Of(scenario) is { } rights
            ? AssemblySitting.Of(scenario, rights, DeclaredIn(scenario, row))
            : (null, [SittingTexts.Blocking("sitting.no-rights")]);

    public static DeclaredAssembly DeclaredIn(Scenario scenario, AssemblyRow row) =>
        scenario.Governance.Assemblies.Single(a => a.Id == row.Code) with
        {
            Frozen = row.FrozenVotes is null ? null : JsonSerializer.Deserialize<FrozenVotes>(row.FrozenVotes, JsonSerializerOptions.Web),
        };

    /// <summary>The table of votes that the notice fixes, as it is kept.</summary>
    public static string Freeze(GeneralAssembly assembly, LegalReference reference) => JsonSerializer.Serialize(
        new FrozenVotes(assembly.Notice.SentOn, VotingTableChoice.InForceAtConvening, assembly.Votes, assembly.AgreeingMembers, reference),
        JsonSerializerOptions.Web);

    /// <exception cref="RefusedException">There is none, it is closed, or it changed since.</exception>
    public static async Task<AssemblyRow> OpenAsync(WorkScope scope, Guid id, int version, CancellationToken stop)
    {
        var row = scope.Expect(
            WorkScope.Found(
                await scope.Db.Assemblies.Include(a => a.Attendances).Include(a => a.Motions).ThenInclude(m => m.Ballots)
                    .AsSplitQuery().SingleOrDefaultAsync(a => a.Id == id, stop),
                "not-found.assembly"),
            version);
        return row.Status == AssemblyStatus.Convened ? row : throw RefusedException.Of(Refusal.Invalid, SittingTexts.Of("sitting.closed"));
    }
}
