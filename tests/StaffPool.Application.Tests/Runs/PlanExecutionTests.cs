using Microsoft.EntityFrameworkCore;
using StaffPool.Application.Needs;
using StaffPool.Application.Planning;
using StaffPool.Application.Runs;
using StaffPool.Application.Tests.Scenarios;
using StaffPool.Application.UseCases;
using StaffPool.Data.Planning;
using StaffPool.Data.Runs;
using StaffPool.Solver.Engines;
using StaffPool.Solver.Planning;
using StaffPool.Solver.Planning.Explanations;
using StaffPool.Testing.Databases;

namespace StaffPool.Application.Tests.Runs;

/// <summary>From asking for a plan to the plan in force, with the real planner.</summary>
public sealed class PlanExecutionTests
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;
    private static readonly RunTiming Timing = new();

    [Theory]
    [BothProviders]
    public async Task A_plan_that_is_asked_for_is_computed_saved_and_can_be_published(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var dispatcher = new Noted();
        var runId = await Request(grouping, dispatcher, 20);

        await Execute(grouping, dispatcher.Runs.ShouldHaveSingleItem());

        var run = await new ReadRun(grouping.Work).RunAsync(grouping.Id, runId, Stop);
        run.Status.ShouldBe(RunStatus.Done);
        run.Progress.ShouldNotBeNull();
        var plan = await new ReadPlan(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, run.ResultId!.Value, Stop);
        plan.CanBePublished.ShouldBeTrue();
        plan.Quality!.Aims.ShouldAllBe(a => a.IsProven);
        // scenarios/trois-residences/expected.json holds the same figure for the command line.
        plan.Whole.Unmet.ShouldBe(0);
        plan.People.SelectMany(p => p.Cells).Single(c => c.IsPinned).HalfDays.ShouldBe(13);

        await new PublishPlan(grouping.Work, ImportedGrouping.Loader).RunAsync(grouping.Id, new(plan.Plan.Id, plan.Version), Stop);
        (await new ListPlans(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop))[0].Status.ShouldBe(PlanStatus.Published);
    }

    [Fact]
    public async Task Asking_twice_while_it_waits_gives_the_same_run()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var dispatcher = new Noted();

        (await Request(grouping, dispatcher, 20)).ShouldBe(await Request(grouping, dispatcher, 30));

        (await new ListRuns(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_run_announced_twice_makes_one_plan()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var dispatcher = new Noted();
        await Request(grouping, dispatcher, 20);

        await Task.WhenAll(Execute(grouping, dispatcher.Runs[0]), Execute(grouping, dispatcher.Runs[0]));

        var plans = await new ListPlans(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop);
        plans.Count(p => p.Name.StartsWith("Plan calculé", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_cancelled_before_it_starts_is_never_computed()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var dispatcher = new Noted();
        var runId = await Request(grouping, dispatcher, 20);

        await new CancelRun(grouping.Work).RunAsync(grouping.Id, runId, Stop);
        await Execute(grouping, dispatcher.Runs[0]);

        var run = await new ReadRun(grouping.Work).RunAsync(grouping.Id, runId, Stop);
        (run.Status, run.ResultId).ShouldBe((RunStatus.Cancelled, null));
    }

    [Theory]
    [BothProviders]
    public async Task A_worker_that_lost_its_run_writes_nothing_more(Provider provider)
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", provider);
        var dispatcher = new Noted();
        await Request(grouping, dispatcher, 20);
        var execution = new FakeUseCase();
        var first = await RunLease.TakeAsync(grouping.Work, execution, dispatcher.Runs[0], Timing, Stop);
        (await RunLease.TakeAsync(grouping.Work, execution, dispatcher.Runs[0], Timing, Stop)).ShouldBeNull("its worker is alive");

        await Age(grouping, dispatcher.Runs[0]);
        var second = await RunLease.TakeAsync(grouping.Work, execution, dispatcher.Runs[0], Timing, Stop);

        second.ShouldNotBeNull();
        await Should.ThrowAsync<LeaseLostException>(() => first!.TellAsync(null, Stop));
        await Should.ThrowAsync<LeaseLostException>(() => first!.EndAsync(RunStatus.Done, (_, _) => Task.CompletedTask, Stop));
        await second.EndAsync(RunStatus.Done, (_, _) => Task.CompletedTask, Stop);
    }

    [Fact]
    public async Task A_run_that_kills_every_worker_is_given_up()
    {
        await using var grouping = await ImportedGrouping.OfAsync("trois-residences", Provider.Sqlite);
        var dispatcher = new Noted();
        var runId = await Request(grouping, dispatcher, 20);
        for (var attempt = 0; attempt < 4; attempt++)
        {
            await RunLease.TakeAsync(grouping.Work, new FakeUseCase(), dispatcher.Runs[0], Timing, Stop);
            await Age(grouping, dispatcher.Runs[0]);
        }

        var run = await new ReadRun(grouping.Work).RunAsync(grouping.Id, runId, Stop);
        run.Status.ShouldBe(RunStatus.Failed);
        run.Failure.ShouldNotBeNull();
    }

    private static async Task<Guid> Request(ImportedGrouping grouping, IRunDispatcher dispatcher, int seconds)
    {
        var campaign = (await new ListCampaigns(grouping.Work).RunAsync(grouping.Id, Nothing.More, Stop))[0];
        return await new RequestPlan(grouping.Work, dispatcher).RunAsync(grouping.Id, new PlanAsked(campaign.Id, seconds), Stop);
    }

    private static async Task Execute(ImportedGrouping grouping, RunAddress run)
    {
        await using var engines = new EnginePool();
        var planner = new AllocationPlanner(engines, TimeProvider.System);
        var explain = new ExplainPlan(new RelaxationSearch(planner, engines, TimeProvider.System), new RulePrices(planner, engines, TimeProvider.System));
        var execution = new PlanExecution(grouping.Work, ImportedGrouping.Loader, new PlanAndExplain(new PlanAllocation(planner), explain), TimeProvider.System);
        await new RunExecutor(grouping.Work, [execution], Timing, TimeProvider.System).RunAsync(run, Stop);
    }

    /// <summary>As if its worker had died a minute ago.</summary>
    private static Task<int> Age(ImportedGrouping grouping, RunAddress run) => grouping.Work.WriteAsync(
        new FakeUseCase(),
        grouping.Id,
        scope => scope.Db.Runs.Where(r => r.Id == run.RunId)
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.HeartbeatAt, scope.Now - TimeSpan.FromMinutes(1)), Stop),
        Stop);

    [Permits]
    private sealed class FakeUseCase;

    private sealed class Noted : IRunDispatcher
    {
        public List<RunAddress> Runs { get; } = [];

        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop)
        {
            Runs.Add(run);
            return ValueTask.CompletedTask;
        }
    }
}
