using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using StaffPool.Application.Runs;
using StaffPool.Application.UseCases;
using StaffPool.Data;
using StaffPool.Data.Runs;
using StaffPool.Jobs.Clock;
using StaffPool.Testing.Databases;

namespace StaffPool.Jobs.Tests.Clock;

/// <summary>The clock strikes on a real database; what is due is one run for each day.</summary>
public sealed class ServiceClockTests
{
    // A quarter of an hour before midnight in Paris, in winter.
    private static readonly DateTimeOffset Evening = new(2027, 1, 20, 22, 45, 0, TimeSpan.Zero);

    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [BothProviders]
    public async Task Asked_twice_and_by_two_clocks_at_once_what_is_due_is_added_once(Provider provider)
    {
        await using var test = await TestDatabase.NewAsync(provider);
        var grouping = await SampleGrouping.AddAsync(test.Database);
        await SampleGrouping.AddAsync(test.Database);
        var time = new MovedTime(Evening);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DueOf(test, time).AskForAsync(RunKind.PlanCheck, Stop)));
        (await DueOf(test, time).AskForAsync(RunKind.PlanCheck, Stop)).ShouldBe(0);

        (await KeysAsync(test)).ShouldBe(["PlanCheck 2027-01-20", "PlanCheck 2027-01-20"]);
        (await KeysAsync(test, grouping.Id)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Two_clocks_on_one_database_strike_once()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await SampleGrouping.AddAsync(test.Database);
        // Ten minutes before the check of the plan, at four in the morning: a slow machine starts the clocks in time too.
        var time = new MovedTime(new DateTimeOffset(2027, 1, 21, 2, 50, 0, TimeSpan.Zero));
        await using var one = ClockOf(test, time);
        await using var other = ClockOf(test, time);

        await one.StartAsync(Stop);
        await other.StartAsync(Stop);
        time.Move(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        await UntilAsync(async () => (await KeysAsync(test)).Count > 0);
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);

        (await KeysAsync(test)).ShouldBe(["PlanCheck 2027-01-21"]);
    }

    [Fact]
    public async Task What_was_missed_is_made_up_for_where_the_table_says_so_and_let_go_elsewhere()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Postgres);
        await SampleGrouping.AddAsync(test.Database);
        var time = new MovedTime(Evening);
        await using (var before = ClockOf(test, time))
        {
            await before.StartAsync(Stop);
        }

        // Nobody strikes over the night: campaigns at midnight, the check at four.
        time.Move(TimeSpan.FromHours(8));
        await using var after = ClockOf(test, time);
        await after.StartAsync(Stop);
        await UntilAsync(async () => (await KeysAsync(test)).Count >= 4);
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);

        (await KeysAsync(test)).ShouldBe(
            ["CampaignClosing 2027-01-21", "CampaignOpening 2027-01-21", "FinalRights 2027-01-21", "ProvisionalRights 2027-01-21"]);
    }

    [Fact]
    public async Task Without_a_memory_of_its_own_it_makes_up_at_its_start()
    {
        await using var test = await TestDatabase.NewAsync(Provider.Sqlite);
        await SampleGrouping.AddAsync(test.Database);
        await using var clock = ClockOf(test, new MovedTime(Evening));

        await clock.StartAsync(Stop);

        (await KeysAsync(test)).ShouldNotContain("PlanCheck 2027-01-20");
        (await KeysAsync(test)).ShouldContain("CampaignOpening 2027-01-20");
    }

    private static ServiceClock ClockOf(TestDatabase test, TimeProvider time) => new(test.Database, DueOf(test, time), time, NullLoggerFactory.Instance);

    private static DueRuns DueOf(TestDatabase test, TimeProvider time) => new(
        test.Database, new Work(test.Database, new Operator("essai"), time), [new EveryDay()], new NoDispatcher(), NullLogger<DueRuns>.Instance);

    private static async Task<IReadOnlyList<string>> KeysAsync(TestDatabase test, Guid? grouping = null)
    {
        await using var db = test.Database.NewContext();
        await using var transaction = await db.BeginAsync(new Sight(AllGroupings: true), writes: false, Stop);
        var rows = await db.Runs.IgnoreQueryFilters().Where(r => grouping == null || r.GroupingId == grouping).ToListAsync(Stop);
        return [.. rows.Select(r => $"{r.Kind} {r.PeriodKey}").Order(StringComparer.Ordinal)];
    }

    private static async Task UntilAsync(Func<Task<bool>> isDone)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!await isDone())
        {
            await Task.Delay(100, patience.Token);
        }
    }

    [Permits]
    private sealed class EveryDay : IClockedExecution
    {
        public IReadOnlyCollection<RunKind> Kinds => [.. ClockTable.All.Select(s => s.Kind)];

        public Task<IReadOnlyList<DueRun>> DueAsync(RunKind kind, WorkScope scope, CancellationToken stop) =>
            Task.FromResult<IReadOnlyList<DueRun>>([DueRun.Of(scope.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), 0)]);

        public Task<Func<WorkScope, RunRow, Task>> ComputeAsync(HeldRun run) => throw new InvalidOperationException("Not asked for here.");
    }

    private sealed class NoDispatcher : IRunDispatcher
    {
        public ValueTask AnnounceAsync(RunAddress run, CancellationToken stop) => ValueTask.CompletedTask;
    }
}
