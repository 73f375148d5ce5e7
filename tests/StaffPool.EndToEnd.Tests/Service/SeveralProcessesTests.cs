using System.Globalization;
using StaffPool.Testing.Databases;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>
/// Two web nodes and two workers on one PostgreSQL under load. The suite takes seconds;
/// <c>STAFFPOOL_ENDURANCE_SECONDS=600</c> takes ten minutes.
/// </summary>
public sealed class SeveralProcessesTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    private static TimeSpan Length => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("STAFFPOOL_ENDURANCE_SECONDS"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 20);

    [Fact]
    public async Task With_one_of_each_killed_nothing_acknowledged_is_lost_and_nothing_is_done_twice()
    {
        var postgres = PostgresServer.Shared.NewDatabase();
        await using var service = new RunningService(postgres) { More = ["--no-worker"] };
        await using var other = new RunningService(postgres) { More = ["--no-worker"] };
        await service.StartAsync();
        await other.StartAsync();
        using var worker = await service.StartWorkerAsync();
        using var second = await service.StartWorkerAsync();

        await EndureAsync(service, [service.Address, other.Address], async third =>
        {
            await Task.Delay(third, Stop);
            await worker.SignalAsync("KILL");
            await Task.Delay(third, Stop);
            await other.KillAsync();
        });
    }

    [Fact]
    public async Task With_the_database_stopped_and_started_nothing_acknowledged_is_lost_and_nothing_is_done_twice()
    {
        using var postgres = PostgresServer.Start();
        await using var service = new RunningService(postgres.NewDatabase());
        await service.StartAsync();

        await EndureAsync(service, [service.Address], async third =>
        {
            await Task.Delay(third, Stop);
            await Task.Run(() => postgres.Restart(TimeSpan.FromSeconds(3)), Stop);
        });
    }

    private static async Task EndureAsync(RunningService service, IReadOnlyList<Uri> addresses, Func<TimeSpan, Task> disturb)
    {
        var grouping = await Grouping.ImportAsync(service, "gtsms-example");
        await grouping.OpenCampaignAsync();
        var members = new EnduringMembers([.. addresses.Select(grouping.Administrator.At)], await grouping.DeclarationsAsync());
        await using var database = service.OpenDatabase();
        var costs = new DueCosts(database);
        var groupingId = await costs.GroupingAsync(Stop);
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        enough.CancelAfter(Length);

        var declaring = members.DeclareAsync(enough.Token);
        var asking = AskAsync(costs, groupingId, enough.Token);
        await disturb(Length / 3);
        await declaring;
        await asking;

        await costs.EndAsync(Patience, Stop);
        await costs.ShouldBeDoneOnceAsync(Stop);
        await members.ShouldBeKeptAsync(grouping.Administrator);
        members.Acknowledgements.ShouldBePositive();
        costs.Added.Count.ShouldBePositive();
        (await service.CommandAsync("audit", "verify")).ShouldEnd(0);
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant(
            $"{members.Acknowledgements} declarations acknowledged, {members.Faults} refused or lost while a node was away, {costs.Added.Count} runs, each done once"));
    }

    private static async Task AskAsync(DueCosts costs, Guid grouping, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                await costs.AddAsync(grouping, stop);
                await Task.Delay(100, stop);
            }
            catch (Exception) when (!Stop.IsCancellationRequested)
            {
                // The database is away, or the time is over: what was not acknowledged may be lost.
                await Task.Delay(200, CancellationToken.None);
            }
        }
    }
}
