using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Access;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;

namespace StaffPool.Web.Hosting;

/// <summary>What <c>./run</c> finds at its first start: the Centre de Picardie grouping, loaded, planned and ready to explore.</summary>
public sealed class DemoStart(
    ServiceDatabase database, GroupingImport import, GroupingLoader loader, IRunDispatcher dispatcher, TimeProvider clock)
{
    // The plan itself takes some 5 seconds; the rest explains its unmet needs.
    private const int PlanSeconds = 20;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(300);

    /// <summary>Loads the scenario where the service keeps no grouping yet, plans it and publishes the plan.</summary>
    /// <param name="scenario">Its file; its folder names it.</param>
    /// <param name="stop">Gives up: nothing is loaded, or the grouping is left without a plan.</param>
    /// <returns>The new grouping, or null where there was one.</returns>
    public async Task<Guid?> RunAsync(string scenario, CancellationToken stop)
    {
        if (await HasGroupingAsync(stop))
        {
            return null;
        }

        var file = await File.ReadAllBytesAsync(scenario, stop);
        var grouping = await import.AddAsync(
            file, Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(scenario)))!, FirstAdministrator.ServiceName, stop);
        await PlanAsync(grouping, stop);
        return grouping;
    }

    private async Task PlanAsync(Guid grouping, CancellationToken stop)
    {
        var work = new Work(database, new Operator(FirstAdministrator.ServiceName), clock);
        var read = new ReadRun(work);
        var campaign = (await new Application.Needs.ListCampaigns(work).RunAsync(grouping, Nothing.More, stop))[0];
        var runId = await new RequestPlan(work, dispatcher).RunAsync(grouping, new PlanAsked(campaign.Id, PlanSeconds), stop);
        RunView run;
        do
        {
            await Task.Delay(Pause, clock, stop);
            run = await read.RunAsync(grouping, runId, stop);
        }
        while (!run.HasEnded);

        // Without an engine there is no plan; the page of the run says so.
        if (run is { Status: RunStatus.Done, ResultId: { } planId })
        {
            var draft = await new ReadPlan(work, loader).RunAsync(grouping, planId, stop);
            await new PublishPlan(work, loader).RunAsync(grouping, new PlanVersion(planId, draft.Version), stop);
        }
    }

    private async Task<bool> HasGroupingAsync(CancellationToken stop)
    {
        await using var db = database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, stop);
        return await db.Groupings.IgnoreQueryFilters().AnyAsync(stop);
    }
}
