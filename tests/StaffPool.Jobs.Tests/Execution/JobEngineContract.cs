using StaffPool.Application.Runs;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Jobs.Execution;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Execution;

/// <summary>What every engine of jobs must do behind the port; a class for each engine runs these tests.</summary>
public abstract class JobEngineContract
{
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    protected abstract IJobEngine NewEngine(ServiceDatabase database, RunExecutor executor);

    [Theory]
    [BothProviders]
    public async Task A_run_that_is_announced_is_executed_once_and_its_result_is_kept(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();

        var run = await workshop.AddAsync(RunKind.MonthlyCosts);
        await workshop.Queue.AnnounceAsync(run, Stop);

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
        workshop.TimesComputed(run).ShouldBe(1);
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    [Theory]
    [BothProviders]
    public async Task Runs_announced_many_times_at_once_are_executed_once_each(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        var runs = new List<RunAddress>();
        for (var i = 0; i < 8; i++)
        {
            runs.Add(await workshop.AddAsync(RunKind.MonthlyCosts));
        }

        await Task.WhenAll(from run in runs from _ in Enumerable.Range(0, 4) select workshop.Queue.AnnounceAsync(run, Stop).AsTask());

        foreach (var run in runs)
        {
            (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
            workshop.TimesComputed(run).ShouldBe(1);
            (await workshop.ResultsOfAsync(run)).ShouldBe(1);
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_row_that_nobody_announced_is_found_and_executed(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        var run = await workshop.AddAsync(RunKind.Plan);

        await workshop.StartAsync();

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
    }

    [Theory]
    [BothProviders]
    public async Task A_run_stopped_by_its_user_while_it_is_computed_keeps_what_it_found(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        workshop.Compute = async held =>
        {
            await Workshop.UntilAsync(held.Cancelled, held.Stop);
            return Workshop.Kept(held);
        };

        var run = await workshop.AddAsync(RunKind.Plan);
        await workshop.Queue.AnnounceAsync(run, Stop);
        await workshop.ComputedAsync(run);
        await new CancelRun(workshop.Work).RunAsync(workshop.GroupingId, run.RunId, Stop);

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Cancelled);
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    [Theory]
    [BothProviders]
    public async Task A_run_stopped_while_it_waits_is_never_computed(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        var run = await workshop.AddAsync(RunKind.Plan);
        await new CancelRun(workshop.Work).RunAsync(workshop.GroupingId, run.RunId, Stop);
        await workshop.StartAsync();

        await workshop.Queue.AnnounceAsync(run, Stop);
        var after = await workshop.AddAsync(RunKind.Plan);
        await workshop.EndOfAsync(after);

        workshop.TimesComputed(run).ShouldBe(0);
        (await workshop.RowOfAsync(run)).Status.ShouldBe(RunStatus.Cancelled);
    }

    [Theory]
    [BothProviders]
    public async Task A_run_that_fails_is_tried_again_after_longer_and_longer_waits_and_fails_at_last(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        workshop.Compute = _ => throw new TimeoutException("The database is away.");

        var run = await workshop.AddAsync(RunKind.MonthlyCosts);
        await workshop.Queue.AnnounceAsync(run, Stop);
        var row = await workshop.EndOfAsync(run);

        row.Status.ShouldBe(RunStatus.Failed);
        row.Failure.ShouldNotBeNull();
        var starts = workshop.StartsOf(run);
        starts.Count.ShouldBe(Workshop.Timing.MostFailures);
        foreach (var (i, delay) in Workshop.Timing.RetryDelays.Index())
        {
            (starts[i + 1] - starts[i]).ShouldBeGreaterThanOrEqualTo(delay);
        }
    }

    [Theory]
    [BothProviders]
    public async Task A_fault_that_passes_leaves_one_result(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        workshop.Compute = held => workshop.TimesComputed(held.Address) == 1 ? throw new TimeoutException("Once.") : Task.FromResult(Workshop.Kept(held));

        var run = await workshop.AddAsync(RunKind.MonthlyCosts);
        await workshop.Queue.AnnounceAsync(run, Stop);

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    [Theory]
    [BothProviders]
    public async Task Searches_wait_for_each_other_and_never_keep_a_short_run_waiting(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        var release = new TaskCompletionSource();
        var (atOnce, most) = (0, 0);
        workshop.Compute = async held =>
        {
            if (held.Kind == RunKind.Plan)
            {
                most = Math.Max(most, Interlocked.Increment(ref atOnce));
                await release.Task.WaitAsync(held.Stop);
                Interlocked.Decrement(ref atOnce);
            }

            return Workshop.Kept(held);
        };
        var searches = new[] { await workshop.AddAsync(RunKind.Plan), await workshop.AddAsync(RunKind.Plan), await workshop.AddAsync(RunKind.Plan) };
        foreach (var search in searches)
        {
            await workshop.Queue.AnnounceAsync(search, Stop);
        }

        await workshop.ComputedAsync(searches[0]);
        var small = await workshop.AddAsync(RunKind.MonthlyCosts);
        await workshop.Queue.AnnounceAsync(small, Stop);

        (await workshop.EndOfAsync(small)).Status.ShouldBe(RunStatus.Done);
        searches.Count(s => workshop.TimesComputed(s) > 0).ShouldBe(1);
        release.SetResult();
        foreach (var search in searches)
        {
            (await workshop.EndOfAsync(search)).Status.ShouldBe(RunStatus.Done);
        }

        most.ShouldBe(1);
    }

    [Theory]
    [BothProviders]
    public async Task A_run_whose_worker_died_is_taken_over(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        var run = await workshop.AddAsync(RunKind.Plan);
        // Taken by a worker that gives no sign of life.
        (await RunLease.TakeAsync(workshop.Work, workshop.Execution, run, Workshop.Timing, Stop)).ShouldNotBeNull();

        await workshop.StartAsync();

        var row = await workshop.EndOfAsync(run);
        (row.Status, row.FencingToken, row.Failures).ShouldBe((RunStatus.Done, 2, 1));
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    [Theory]
    [BothProviders]
    public async Task A_worker_told_to_stop_lets_go_of_its_run_and_another_takes_it_at_once(Provider provider)
    {
        await using var workshop = await Workshop.OpenAsync(provider, NewEngine);
        await workshop.StartAsync();
        var run = await BeginAsync(workshop);

        await workshop.StopAsync();
        var between = await workshop.RowOfAsync(run);
        (between.Status, between.Failures).ShouldBe((RunStatus.Pending, 0));
        await workshop.StartAsync();

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
        workshop.TimesComputed(run).ShouldBe(2);
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    [Fact]
    public async Task A_run_let_go_by_a_node_that_stops_starts_on_another_within_ten_seconds()
    {
        await using var workshop = await Workshop.OpenAsync(Provider.Postgres, NewEngine);
        await workshop.StartAsync();
        var run = await BeginAsync(workshop);
        // There while the first stops, as in production, and looking at the rows as seldom.
        await using var other = await workshop.OtherNodeAsync(new RunTiming());
        var stopping = TimeProvider.System.GetUtcNow().UtcDateTime;

        await workshop.StopAsync();

        (await workshop.EndOfAsync(run)).Status.ShouldBe(RunStatus.Done);
        workshop.StartsOf(run).Count.ShouldBe(2);
        (workshop.StartsOf(run)[1] - stopping).ShouldBeLessThan(TimeSpan.FromSeconds(10));
        (await workshop.ResultsOfAsync(run)).ShouldBe(1);
    }

    /// <summary>A search under way, which ends only at its second attempt.</summary>
    private static async Task<RunAddress> BeginAsync(Workshop workshop)
    {
        workshop.Compute = async held =>
        {
            if (workshop.TimesComputed(held.Address) == 1)
            {
                await Task.Delay(Timeout.Infinite, held.Stop);
            }

            return Workshop.Kept(held);
        };
        var run = await workshop.AddAsync(RunKind.Plan);
        await workshop.Queue.AnnounceAsync(run, Stop);
        await workshop.ComputedAsync(run);
        return run;
    }
}
