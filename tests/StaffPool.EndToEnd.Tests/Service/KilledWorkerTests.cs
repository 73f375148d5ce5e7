using System.Diagnostics;
using Npgsql;
using StaffPool.Data.Runs;
using StaffPool.Testing.Databases;

namespace StaffPool.EndToEnd.Tests.Service;

/// <summary>Workers apart from the pages, on PostgreSQL: one is ended in the middle of its work, another goes on, once.</summary>
public sealed class KilledWorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private static readonly CancellationToken Stop = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("KILL")]
    [InlineData("TERM")]
    public async Task A_search_whose_worker_is_ended_is_taken_over_and_gives_one_plan(string signal)
    {
        await using var service = new RunningService(PostgresServer.Shared.NewDatabase()) { More = ["--no-worker"] };
        await service.StartAsync();
        var grouping = await Grouping.ImportAsync(service, "centre-de-picardie");
        using var one = await service.StartWorkerAsync();
        using var other = await service.StartWorkerAsync();
        ToolProcess[] workers = [one, other];
        var run = await grouping.RequestPlanAsync(15);
        Task[] searches = [.. workers.Select(w => w.UntilSearchingAsync())];
        var first = Array.IndexOf(searches, await Task.WhenAny(searches));

        var clock = Stopwatch.StartNew();
        await workers[first].SignalAsync(signal);
        var ended = await workers[first].EndAsync();
        if (signal == "TERM")
        {
            ended.ShouldEnd(0);
        }

        await searches[1 - first];
        TestContext.Current.TestOutputHelper!.WriteLine(FormattableString.Invariant($"{signal}: taken over after {clock.Elapsed.TotalSeconds:0.0} s"));

        await grouping.PlanOfAsync(run);
        var plans = await grouping.Administrator.GetAsync(grouping.At("plan"));
        plans.Html.Split($"<th scope=\"row\"><a href=\"{grouping.At("plan/")}").Length.ShouldBe(2);
    }

    [Fact]
    public async Task A_run_of_costs_whose_worker_is_killed_while_it_saves_gives_one_result()
    {
        var postgres = PostgresServer.Shared.NewDatabase();
        await using var service = new RunningService(postgres) { More = ["--no-worker"] };
        await service.ImportAsync("centre-de-picardie", "centre@exemple.fr");
        await using var database = service.OpenDatabase();
        var costs = new DueCosts(database);
        await costs.AddAsync(await costs.GroupingAsync(Stop), Stop);
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync(Stop);
        await using var held = await connection.BeginTransactionAsync(Stop);
        await using (var hold = new NpgsqlCommand("LOCK TABLE run_results IN ACCESS EXCLUSIVE MODE", connection, held))
        {
            await hold.ExecuteNonQueryAsync(Stop);
        }

        using var first = await service.StartWorkerAsync();
        // The run is computed, and waits for the table to keep its result.
        while (await WaitingForAsync(connection, held) == 0)
        {
            await Task.Delay(50, Stop);
        }

        await first.SignalAsync("KILL");
        await first.EndAsync();
        await held.RollbackAsync(Stop);
        (await costs.RowsAsync(Stop)).ShouldAllBe(r => r.Status == RunStatus.Running);
        using var second = await service.StartWorkerAsync();

        await costs.EndAsync(Patience, Stop);
        await costs.ShouldBeDoneOnceAsync(Stop);
        (await costs.RowsAsync(Stop)).ShouldAllBe(r => r.FencingToken == 2 && r.Failures == 1);
    }

    private static async Task<long> WaitingForAsync(NpgsqlConnection connection, NpgsqlTransaction held)
    {
        await using var count = new NpgsqlCommand("SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = 'run_results'::regclass", connection, held);
        return (long)(await count.ExecuteScalarAsync(Stop))!;
    }
}
